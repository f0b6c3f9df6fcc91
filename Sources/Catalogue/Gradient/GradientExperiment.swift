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
    let ends = try stepEnds()
    guard !places.entries.isEmpty, places.entries.count <= Self.mostEntries else {
      throw mistakeInPoint(
        "there are \(places.entries.count) numbers; from 1 to \(Self.mostEntries) can be varied")
    }
    if let mistake = unusedName { throw mistake }
    var differences = try Differences(expression, at: places)
    let table = try differences.pair(step: step)
    guard table.central.allSatisfy(\.isFinite) else { throw outside(step) }
    let errors = try DifferenceErrors(&differences, from: ends.lowerBound, to: ends.upperBound)
    if let step = errors.unexplainedStep(derivatives: differences.automatic) {
      throw try differences.kink(step: step)
    }
    let symbolic = SymbolicGradient(expression, at: places)
    let results = GradientResults(
      places: places, differences: differences, chosen: table, errors: errors, symbolic: symbolic)
    var displays: [Display] = [.table(results.table(step: step))]
    if let chart = GradientDrawing(errors: errors).chart(context.size(height: 400)) {
      displays.append(.figure(try context.figure(chart)))
    }
    return Outcome(results.record, displays: displays)
  }

  private func stepEnds() throws -> ClosedRange<Double> {
    guard steps.count == 2, steps[0] < steps[1], steps[1] <= 1e6, steps[0] >= 1e-30 else {
      let message = "steps are two numbers from 10^−30 to 10^6, the smaller first"
      throw $steps.map { LessonError.parameter($0, message) } ?? .experiment(message)
    }
    return steps[0]...steps[1]
  }

  private func mistakeInPoint(_ message: String) -> LessonError {
    $at.map { .parameter($0, message) } ?? .experiment(message)
  }

  private func outside(_ step: Double) -> LessonError {
    let message = "with the step \(spelled(step)), the differences leave where the expression has a value"
    return $step.map { .parameter($0, message, help: "give a smaller step") }
      ?? .experiment(message, help: "give a smaller step, as in step: 1e-8")
  }

  /// A name that nothing depends on is a slip of the author's.
  private var unusedName: LessonError? {
    let reached = DefinitionSearch(expression).reachedNames(from: at.entries.map(\.name.value))
    guard let unused = at.entries.first(where: { !reached.contains($0.name.value) }) else { return nil }
    return LessonError(
      .parameter, at: .span(unused.name.span), "the expression does not use \(unused.name.value)")
  }
}
