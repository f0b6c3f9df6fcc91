import Engine
import Expressions
import LessonFormat

/// `{gradient}`: one gradient three ways, and how the step changes the error of differences.
struct GradientExperiment: Experiment {
  static let name = "gradient"
  static let summary =
    "Computes a gradient by algebra, by automatic differentiation and by differences, and compares them."
  static let results = [
    ResultDescription("value", "The expression's value at the point."),
    ResultDescription("formula.x", "The derivative by each name as algebra finds it; of a vector a list."),
    ResultDescription("symbolic.x", "The value of that derivative; absent where algebra finds none."),
    ResultDescription("automatic.x", "The derivative by dual numbers, exact but for rounding."),
    ResultDescription("numerical.x", "The central difference with the chosen step."),
    ResultDescription("forward.x", "The forward difference with the chosen step."),
    ResultDescription(
      "disagreement.symbolic", "How far algebra's derivatives are from the automatic ones, at most."),
    ResultDescription(
      "disagreement.numerical", "How far the central differences with the chosen step are from them."),
    ResultDescription("symbolic_failure", "Why algebra finds no derivative, where it finds none."),
    ResultDescription("steps", "The steps whose errors were measured, the largest first."),
    ResultDescription("error", "The largest error of the central differences, for each of these steps."),
    ResultDescription("forward_error", "The largest error of the forward differences, likewise."),
    ResultDescription("best_step", "The step whose central differences are closest."),
    ResultDescription("best_error", "Their error there."),
    ResultDescription(
      "slopes.truncation", "How the error grows with a large step on logarithmic axes; about 2."),
    ResultDescription("slopes.rounding", "How it grows with a small one; about −1."),
    ResultDescription(
      "slopes.forward", "How the forward differences' error grows with a large step; about 1."),
  ]
  static let example = """
    expression: log(exp(h_1) + exp(h_2)) - h_2
    at: {h: [1, 2]}
    fig-cap: Large steps miss the curve, small ones drown in rounding.
    """
  static let looksThroughDefinitions = true

  @Parameter("What is differentiated: an expression that gives a number.")
  var expression: Formula
  @Parameter("The names that derivatives are taken by, with the numbers or vectors of the point.")
  var at: ChainInputs
  @Parameter("The step of the differences in the table.", .above(0))
  var step = 1e-5
  @Parameter("The smallest and the largest step whose errors are drawn.", .above(0))
  var steps: [Double] = [1e-14, 0.1]

  /// Numbers that derivatives are taken by; algebra handles no more.
  static let mostEntries = AlgebraSetting.entryLimit

  func run(in context: Context) throws -> Outcome {
    let places = GradientPlaces(at)
    let mistakes = stepMistakes + pointMistakes(places) + nameMistakes
    guard mistakes.isEmpty else { throw LessonErrors(mistakes) }
    var differences = try Differences(expression, at: places)
    let chosen = try differences.pair(step: step)
    guard chosen.central.allSatisfy(\.isFinite) else { throw outside(step) }
    let errors = try DifferenceErrors(&differences, from: steps[0], to: steps[1])
    if let step = errors.unexplainedStep(derivatives: differences.automatic) {
      throw try differences.kink(step: step)
    }
    let results = GradientResults(
      places: places, differences: differences, chosen: chosen, errors: errors,
      symbolic: SymbolicGradient(expression, at: places))
    var displays: [Display] = [.table(results.table(step: step))]
    if let chart = GradientDrawing(errors: errors, step: step).chart(context.size(height: 400)) {
      displays.append(.figure(try context.figure(chart)))
    }
    return Outcome(results.record, displays: displays)
  }

  private var stepMistakes: [LessonError] {
    let isRange = steps.count == 2 && steps[0] < steps[1]
    guard !isRange || steps[1] > 1e6 || steps[0] < 1e-30 else { return [] }
    let found =
      steps.count == 2 ? "from \(spelled(steps[0])) to \(spelled(steps[1]))" : "\(steps.count) numbers"
    return [
      mistake(
        at: $steps, "steps are two numbers from 10^−30 to 10^6, the smaller first; these are \(found)",
        help: "for example steps: [1e-14, 0.1]")
    ]
  }

  private func pointMistakes(_ places: GradientPlaces) -> [LessonError] {
    guard (1...Self.mostEntries).contains(places.entries.count) else {
      return [
        mistake(
          at: $at, "there are \(places.entries.count) numbers; from 1 to \(Self.mostEntries) can be varied",
          help: "for example at: {x: 3}")
      ]
    }
    return places.entries.filter { !$0.value.isFinite }.map { entry in
      mistake(
        at: $at?[places.point[entry.name].name],
        "\(entry.text) is \(spelled(entry.value)); the point needs finite numbers")
    }
  }

  /// Names that nothing defines, and names of the point that nothing depends on.
  private var nameMistakes: [LessonError] {
    let own = at.entries.map(\.name.value)
    let unknown = expression.unknownNames(besides: Set(own)) {
      "a name of the point is given in at: {\($0): 1}"
    }
    let reached = DefinitionSearch(expression).reachedNames(from: own)
    let unused = at.entries.filter { !reached.contains($0.name.value) }.map { entry in
      LessonError(
        .parameter, at: .span(entry.name.span), "the expression does not use \(entry.name.value)",
        help: "leave it out, or correct its name")
    }
    return unknown + unused
  }

  private func outside(_ step: Double) -> LessonError {
    mistake(
      at: $step, "with the step \(spelled(step)), the differences leave where the expression has a value",
      help: "give a smaller step, as in step: 1e-8")
  }
}
