import Expressions

/// What became of a claim.
public enum Verification: Sendable, Hashable {
  /// The value is what the claim says.
  case held
  /// It is not; with the literal that would hold, where the claim has one that may be rewritten.
  case failed(message: String, literalThatWouldHold: String?)
  /// The text or the title cannot be read.
  case unreadable(message: String, help: String?)
}

/// Compares what a claim says with the value that was computed.
public enum ClaimVerifier {
  /// Verifies a claim; what inserts its value always holds.
  public static func verify(_ claim: Claim, value: Value) -> Verification {
    if claim.isInsertion { return .held }
    do throws(ClaimTextError) {
      switch value {
      case .text(let text): return try verify(claim, text: text)
      case .boolean(let truth): return try verify(claim, truth: truth)
      case .number(let number): return try verify(claim, number: number)
      case .vector, .list, .record:
        return try TupleVerifier(claim: claim, values: value.claimableEntries).verify()
      case .matrix(let matrix):
        throw ClaimTextError(
          "the value is a matrix of \(matrix.rows) × \(matrix.columns); a claim is about a number or a vector",
          help: "claim its entries, such as W_{1,2}")
      case .function:
        throw ClaimTextError(
          "the value is a function; a claim is about what it gives", help: "call it, such as f.predict(2)")
      }
    } catch {
      return .unreadable(message: error.message, help: error.help)
    }
  }

  private static func verify(_ claim: Claim, text: String) throws(ClaimTextError) -> Verification {
    try refuseTitle(of: claim, "the value is the text “\(excerpt(text))”")
    let said = claim.text.text
    if WordReader.says(said, text) { return .held }
    return failed("claimed “\(excerpt(WordReader.folded(said)))”, computed “\(excerpt(text))”", nil)
  }

  private static func verify(_ claim: Claim, truth: Bool) throws(ClaimTextError) -> Verification {
    try refuseTitle(of: claim, "the value is a condition")
    let said = claim.text.text
    if WordReader.isNumeric(said, isTeX: claim.isMathematics) {
      throw ClaimTextError(
        "“\(excerpt(said))” is a number, and the value a condition: it is \(truth)",
        help: "say it in words, such as “indeed” or “no”")
    }
    if try WordReader.truth(said) == truth { return .held }
    return failed("claimed “\(excerpt(WordReader.folded(said)))”, computed \(truth)", nil)
  }

  private static func verify(_ claim: Claim, number: Double) throws(ClaimTextError) -> Verification {
    let statement = try ClaimReader.read(claim)
    guard let allowed = Interval(statement), let literal = statement.literal else {
      throw ClaimTextError(
        "several entries are claimed, and the value is one number", help: ClaimReader.formsHelp)
    }
    if allowed.contains(number) { return .held }
    let mended = Mending(statement, value: number).map { [$0] }.flatMap { claim.text.text.applying($0) }
    return failed(
      "claimed \(excerpt(claim.text.text)), computed \(ComputedText.text(number, like: literal))", mended)
  }

  private static func refuseTitle(of claim: Claim, _ reason: String) throws(ClaimTextError) {
    guard claim.title != nil else { return }
    throw ClaimTextError("\(reason), which has no tolerance", help: "take the title out")
  }

  /// The message of a claim that does not hold.
  static func failed(_ message: String, _ literal: String?) -> Verification {
    let consequence = literal.map { " — \(excerpt($0)) would hold" } ?? ""
    return .failed(message: message + consequence, literalThatWouldHold: literal)
  }
}

extension Value {
  /// The entries that a tuple claims, in order; the value itself where it has none.
  var claimableEntries: [Value] {
    switch self {
    case .vector(let numbers): numbers.map { .number($0) }
    case .list(let values): values
    case .record(let record): record.values
    case .number, .boolean, .text, .matrix, .function: [self]
    }
  }
}

extension String {
  /// The text with literals replaced, from the last to the first so that the places stay right.
  func applying(_ mendings: [Mending]) -> String {
    var bytes = Array(utf8)
    for mending in mendings.reversed() {
      bytes.replaceSubrange(mending.range, with: mending.replacement.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
