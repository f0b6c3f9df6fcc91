import Engine
import Expressions
import LessonFormat
import Mathematics

/// `{arithmetic}`: sums, differences or products as sentences of digits.
struct ArithmeticExperiment: Experiment {
  static let name = "arithmetic"
  static let summary = "Sets problems in arithmetic, written digit by digit, for models that learn sequences."
  static let results = [
    ResultDescription("sentence", "Each problem with its answer, every digit a word: 4 7 + 8 5 = 1 3 2."),
    ResultDescription("prompt", "Each up to the equals sign."),
    ResultDescription("answer", "The digits of each answer."),
    ResultDescription(
      "left", "The first number of each, as a number; likewise right, and value, the answer."),
    ResultDescription("count", "How many problems there are."),
    ResultDescription("possible", "How many different ones there could be."),
    ResultDescription("symbols", "How many digits every answer has."),
    ResultDescription("training", "The problems that are not held out, with the same six columns."),
    ResultDescription("held_out", "The problems that are held out, with the same six columns."),
  ]
  static let example = """
    operation: addition
    digits: 2
    examples: 100
    held-out: 0.2
    tbl-cap: A hundred sums, of which twenty are kept for a test.
    """

  @Parameter("What is done with the two numbers of a problem.")
  var operation = OperationChoice.addition
  @Parameter(
    "With how many digits each number is written.", .between(1, Double(ArithmeticProblem.mostDigits)))
  var digits: Int
  @Parameter(
    "How many problems are drawn, no two alike.", .between(1, Double(SentencesExperiment.mostSentences)))
  var examples: Int
  @Parameter("The share of the problems that no model is to be trained on.", .between(0, 0.9))
  var heldOut = 0.0
  @Parameter("Whether answers begin with their last digit, as one works them out by hand.")
  var lastDigitFirst = false
  @Parameter("What the problems are drawn from; the lesson's seed unless given.")
  var seed = Seed(0)

  /// The page shows so many problems; the rest are counted.
  private static let shown = 5

  func run(in context: Context) throws -> Outcome {
    let possible = ArithmeticProblem.count(operation.operation, digits: digits)
    guard examples <= possible else {
      throw mistake(
        at: $examples, "there are \(possible) different problems, and \(examples) were asked for",
        help: "ask for fewer, or give more digits")
    }
    var generator = Xoshiro256StarStar(seed: seed.value)
    let problems = ArithmeticProblem.drawn(
      examples, operation.operation, digits: digits, using: &generator)
    let columns = ArithmeticColumns(problems, lastDigitFirst: lastDigitFirst)
    let trained = problems.count - Int((heldOut * Double(problems.count)).rounded())
    var record = columns.record(0..<problems.count)
    record["count"] = .number(Double(problems.count))
    record["possible"] = .number(Double(possible))
    record["symbols"] = .number(
      Double(ArithmeticProblem.answerLength(operation.operation, digits: digits)))
    // Problems come in random order, so that any part of them is a random one.
    record["training"] = .record(columns.record(0..<trained))
    record["held_out"] = .record(columns.record(trained..<problems.count))
    return Outcome(record, displays: [.table(columns.table(first: Self.shown))])
  }
}

/// An operation, as authors write it.
enum OperationChoice: String, ChoiceParameter {
  case addition, subtraction, multiplication

  var operation: ArithmeticProblem.Operation {
    switch self {
    case .addition: .addition
    case .subtraction: .subtraction
    case .multiplication: .multiplication
    }
  }
}
