import Expressions

/// What a reader may answer where an author's claim holds.
public indirect enum AnswerKey: Sendable {
  /// A number that the claim allows.
  case number(Interval)
  /// A text.
  case text(String)
  /// Whether something is true.
  case truth(Bool)
  /// Several of these, in order.
  case entries([AnswerKey])

  /// Finds out what a claim allows that holds for a value; nil where answers cannot be compared with it.
  public init?(_ claim: Claim, value: Value) {
    switch value {
    case .boolean(let truth): self = .truth(truth)
    case .text(let text): self = .text(text)
    case .number, .vector, .list, .record:
      guard let statement = try? ClaimReader.read(claim),
        let key = Self(statement, values: value.claimableEntries)
      else { return nil }
      self = key
    case .matrix, .function: return nil
    }
  }

  private init?(_ statement: Statement, values: [Value]) {
    guard case .tuple(let entries) = statement else {
      guard let allowed = Interval(statement) else { return nil }
      self = .number(allowed)
      return
    }
    let keys = zip(entries, values).compactMap { entry, value -> AnswerKey? in
      switch value {
      case .number: Interval(entry.statement).map { .number($0) }
      case .text(let text): .text(text)
      default: nil
      }
    }
    guard keys.count == entries.count else { return nil }
    self = .entries(keys)
  }
}
