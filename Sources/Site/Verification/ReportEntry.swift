import Engine
import Expressions
import LessonFormat

/// Something that a lesson says, with what was computed for it and what that was held to.
struct ReportEntry {
  enum Kind: String, CaseIterable {
    case claim, value, condition, step
  }

  enum Verdict: String {
    case held, failed, inserted
    case notRun = "not run"
    /// Where a derivation starts, and equations that are taken for true.
    case given
    /// A line of a derivation that nobody has verified but its author.
    case unverified
  }

  var kind: Kind
  var line: Int
  var column: Int
  /// What the lesson says; nil for conditions and steps, which say what they are.
  var says: String?
  /// Whether what it says is TeX.
  var isMathematics = false
  var expression: String
  /// The value; nil where there is none.
  var value: Value?
  /// What a condition compares: the values, and the relations between them.
  var sides: [Value] = []
  var relations: [Expression.Relation] = []
  /// The names that the expression uses.
  var origins: [String] = []
  /// What the value was held to, in words.
  var standard: String?
  /// The numbers that would hold.
  var allowed: [Interval?] = []
  /// What is left before it would fail, to three digits behind the point.
  var margin: Double?
  var verdict: Verdict
  /// The identifier on the lesson's page; nil where the page does not show it.
  var anchor: String?

  /// Below this margin an entry is shown as near to failing.
  static let near = 0.1

  /// A margin without the digits in which processors may differ.
  static func rounded(_ margin: Double?) -> Double? { margin.map { ($0 * 1000).rounded() / 1000 } }

  /// The value to 12 significant digits; nil where there is none.
  var computed: String? { value?.formatted(significantDigits: 12) }

  /// The same for readers: a condition that compares shows what it compares.
  var shown: String? {
    guard let first = sides.first, sides.count == relations.count + 1 else { return computed }
    return zip(relations, sides.dropFirst()).reduce(first.formatted(significantDigits: 12)) { text, next in
      "\(text) \(next.0.sign) \(next.1.formatted(significantDigits: 12))"
    }
  }

  /// Whether something is wrong with it.
  var isWrong: Bool { verdict == .failed || verdict == .notRun }
}

extension Expression.Relation {
  /// The sign as it is printed.
  fileprivate var sign: String {
    switch self {
    case .less: "<"
    case .atMost: "≤"
    case .greater: ">"
    case .atLeast: "≥"
    case .equal: "="
    case .unequal: "≠"
    }
  }
}
