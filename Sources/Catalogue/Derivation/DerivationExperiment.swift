import Engine
import Expressions
import LessonFormat
import SourceText

/// `{derivation}`: lines of mathematics, each checked to follow from the one before.
struct DerivationExperiment: Experiment {
  static let name = "derivation"
  static let summary = "Checks that every line of a derivation follows, and shows it with its reasons."
  static let results = [
    ResultDescription("steps", "The number of steps that were verified."),
    ResultDescription("proved", "How many of them by exact algebra; the others were tested at many points."),
  ]
  static let example = """
    variables: {h: 3}
    where: {L: -log(softmax(h)_2)}
    steps:
      - d(L, h_2)
      - is: d(logsumexp(h) - h_2, h_2)
        because: the logarithm undoes the exponential
      - softmax(h)_2 - 1
    """

  @Parameter("The unknowns, each with its number of entries; 1 is a number.")
  var variables = Unknowns()
  @Parameter("Conditions on the unknowns, such as x > 0.")
  var assume: [Formula] = []
  @Parameter("Names that stand for formulas; each may use those above it.")
  var `where` = NamedFormulas()
  @Parameter("The lines: expressions, or mappings with is, so or unverified, and because.")
  var steps: [DerivationStep]

  /// No derivation has more lines.
  static let mostSteps = 200

  func run(in context: Context) throws -> Outcome {
    guard (2...Self.mostSteps).contains(steps.count) else {
      throw LessonError.experiment(
        steps.count < 2
          ? "a derivation has at least two lines"
          : "\(steps.count) lines are more than \(Self.mostSteps), its limit")
    }
    let setting = try DerivationSetting(variables, assume, `where`, steps).setting
    var checker = StepChecker(setting: setting)
    let verifications = try steps.enumerated().map { index, step in
      try checker.verify(step, isPremise: index + 1 < steps.count && steps[index + 1].isConsequence)
    }
    let lines = zip(steps, verifications).map { step, verification in
      Derivation.Line(
        left: step.left?.expression.tex(), right: step.right.expression.tex(),
        isConsequence: step.isConsequence, reason: step.reason, verification: verification)
    }
    let premises = `where`.entries.map { "\(nameTeX($0.name)) = \($0.formula.expression.tex())" }
    let derivation = Derivation(
      premises: premises + assume.map { $0.expression.tex() }, lines: lines)
    return Outcome(results(of: verifications), displays: [.derivation(derivation)])
  }

  private func nameTeX(_ name: String) -> String {
    (try? Expression.parse(name))?.tex() ?? name
  }

  private func results(of verifications: [Derivation.Verification]) -> Record {
    let proved = verifications.count { $0 == .proved }
    let tested = verifications.count { if case .tested = $0 { true } else { false } }
    return Record([("steps", .number(Double(proved + tested))), ("proved", .number(Double(proved)))])
  }
}
