import SourceText

/// What an `{exercise}` asks: Markdown, with an answer that is held to a computed value.
public struct Exercise: Sendable, Hashable {
  /// How the question is answered.
  public enum Answer: Sendable, Hashable {
    /// In the solution alone, as a proof is.
    case open
    /// By what the author says, as a claim.
    case stated(Claim)
    /// By one of several, exactly one of which must hold; with the place of their list.
    case chosen([Claim], span: Span)
  }

  /// The directive's name.
  public static let directive = "exercise"

  /// What is asked.
  public var question: [Block] = []
  /// How it is answered.
  public var answer = Answer.open
  /// A help that readers open when they want it; empty where there is none.
  public var hint: [Block] = []
  /// How one comes to the answer; empty where there is none.
  public var solution: [Block] = []

  /// Makes an exercise that asks nothing yet.
  public init() {}

  /// Everything that is said to be the answer, right or wrong.
  public var answers: [Claim] {
    switch answer {
    case .open: []
    case .stated(let claim): [claim]
    case .chosen(let claims, _): claims
    }
  }
}
