/// What a claim's text says about its value.
public indirect enum Statement: Sendable, Hashable {
  /// That it rounds to a number.
  case rounds(NumericLiteral)
  /// That it is within 5 % of a number.
  case about(NumericLiteral)
  /// That it is below a number, and within 5 % of it.
  case almost(NumericLiteral)
  /// That it is more or less than a number.
  case compares(Comparison, NumericLiteral)
  /// That it is between two numbers, or one of them.
  case between(NumericLiteral, NumericLiteral)
  /// That it is within a tolerance of a number.
  case within(Tolerance, NumericLiteral)
  /// What each entry is, with its text.
  case tuple([Entry])
  /// Nothing about a number.
  case words

  /// One entry of a tuple.
  public struct Entry: Sendable, Hashable {
    /// What it says about its value.
    public var statement: Statement
    /// How it is written.
    public var text: String
  }

  /// Whether it says anything about a number.
  var isNumeric: Bool {
    switch self {
    case .words: false
    case .tuple(let entries): entries.contains { $0.statement.isNumeric }
    case .rounds, .about, .almost, .compares, .between, .within: true
    }
  }

  /// The number whose style a computed value is shown in; nil for tuples and words.
  var literal: NumericLiteral? {
    switch self {
    case .rounds(let literal), .about(let literal), .almost(let literal), .compares(_, let literal),
      .between(let literal, _), .within(_, let literal):
      literal
    case .tuple, .words: nil
    }
  }
}

/// A relation between a value and a number.
public enum Comparison: Sendable, Hashable {
  case more, less, atLeast, atMost
}

/// How far a value may be from the number written.
public enum Tolerance: Sendable, Hashable {
  /// In the unit of the number written: of percents and billions, not of their values.
  case absolute(ExactDecimal)
  /// As a share of the number written.
  case relative(ExactDecimal)
}

/// Why a claim's text or title cannot be read.
public struct ClaimTextError: Error, Sendable, Hashable {
  /// What is wrong.
  public var message: String
  /// What would be right.
  public var help: String?

  /// Makes an error.
  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
