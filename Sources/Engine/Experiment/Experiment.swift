/// Something that a directive can run: one file that explains itself.
///
/// An experiment is a struct whose `@Parameter` properties are what an author may write in the directive's body.
/// The engine fills them in, reports what does not fit, and then calls `run(in:)`, whose outcome depends on
/// nothing but the parameters.
public protocol Experiment: Sendable {
  /// The word between the braces; by default the type's name in lower case with hyphens.
  static var name: String { get }
  /// What it does, in one sentence.
  static var summary: String { get }
  /// What it gives.
  static var results: [ResultDescription] { get }
  /// The body of a directive that works as it is.
  static var example: String { get }
  /// Whether it looks through the lesson's names to the formulas that define them.
  static var looksThroughDefinitions: Bool { get }
  /// The directives that stand above the example, where it needs their results; none by default.
  static var examplePreparation: String { get }

  /// Makes an experiment whose parameters are yet to be filled in.
  init()

  /// Runs it; throws a `LessonError` where it cannot.
  func run(in context: Context) throws -> Outcome
}

extension Experiment {
  /// The type's name in lower case, with a hyphen before each further word.
  public static var name: String { hyphenated(String(describing: Self.self)) }

  /// By default names of the lesson are constants.
  public static var looksThroughDefinitions: Bool { false }

  /// Most examples need nothing.
  public static var examplePreparation: String { "" }
}

/// One value among an experiment's results.
public struct ResultDescription: Sendable, Hashable, Codable {
  /// The name behind the dot.
  public var name: String
  /// What it is, in a sentence.
  public var help: String

  /// Describes a result.
  public init(_ name: String, _ help: String) {
    self.name = name
    self.help = help
  }
}

/// Names in the style of YAML keys: `learningRate` is `learning-rate`.
func hyphenated(_ name: String) -> String {
  var result = ""
  for character in name {
    if character.isUppercase, !result.isEmpty { result += "-" }
    result += character.lowercased()
  }
  return result
}
