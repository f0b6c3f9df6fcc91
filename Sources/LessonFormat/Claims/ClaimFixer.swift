import Expressions
import SourceText

/// A change of the author's file.
public struct ClaimEdit: Sendable, Hashable {
  /// The bytes to replace.
  public var span: Span
  /// What stands there instead.
  public var replacement: String

  /// Makes a change.
  public init(span: Span, replacement: String) {
    self.span = span
    self.replacement = replacement
  }
}

/// How a claim can be mended.
public enum ClaimFix: Sendable, Hashable {
  /// By these changes, in order of place; after them it holds.
  case edits([ClaimEdit])
  /// Not by a program, for a reason.
  case refused(String)
  /// It holds as it is.
  case unneeded
}

/// Rewrites the numbers of claims that do not hold.
public enum ClaimFixer {
  /// The largest factor by which a number changes unforced.
  private static let factorLimit = 2.0

  /// Finds the changes that make a claim hold, in the style and precision that the author wrote.
  ///
  /// Relations, words and tolerances are never touched.
  /// - Parameters:
  ///   - claim: The claim.
  ///   - value: What was computed.
  ///   - file: The file that the claim stands in.
  ///   - isForced: Whether a number may change its sign, or by more than a factor of 2.
  public static func fix(_ claim: Claim, value: Value, in file: SourceFile, isForced: Bool = false)
    -> ClaimFix
  {
    switch ClaimVerifier.verify(claim, value: value) {
    case .held: return .unneeded
    case .unreadable(let message, _): return .refused(message)
    case .failed: break
    }
    do throws(ClaimTextError) {
      return try edits(of: mendings(of: claim, value: value), claim: claim, file: file, isForced: isForced)
    } catch {
      return .refused(error.message)
    }
  }

  private static func mendings(of claim: Claim, value: Value) throws(ClaimTextError) -> [Mending] {
    let failing: [(statement: Statement, value: Value)]
    switch value {
    case .number: failing = [(try ClaimReader.read(claim), value)]
    case .vector, .list, .record:
      let verifier = TupleVerifier(claim: claim, values: value.claimableEntries)
      let entries = try verifier.entries()
      guard entries.count == verifier.values.count else {
        throw ClaimTextError("the claim and the value differ in their number of entries")
      }
      failing = try verifier.failingEntries(entries).map { (entries[$0].statement, verifier.values[$0]) }
    case .boolean, .text, .matrix, .function: throw ClaimTextError("words are never rewritten")
    }
    var mendings: [Mending] = []
    for (statement, value) in failing { mendings.append(try mending(statement, value)) }
    return mendings
  }

  private static func mending(_ statement: Statement, _ value: Value) throws(ClaimTextError) -> Mending {
    guard case .number(let number) = value else { throw ClaimTextError("words are never rewritten") }
    guard number.isFinite else { throw ClaimTextError("the value is \(ComputedText.nonFinite(number))") }
    switch statement {
    case .about, .almost, .compares, .between: throw ClaimTextError("a relation is never rewritten")
    case .tuple, .words: throw ClaimTextError("words are never rewritten")
    case .rounds, .within: break
    }
    guard let mending = Mending(statement, value: number) else {
      throw ClaimTextError("no number in the style written would hold")
    }
    return mending
  }

  private static func edits(
    of mendings: [Mending], claim: Claim, file: SourceFile, isForced: Bool
  ) throws(ClaimTextError) -> ClaimFix {
    var edits: [ClaimEdit] = []
    let text = Array(claim.text.text.utf8)
    for mending in mendings {
      if !isForced { try refuseLargeChange(mending) }
      let span = claim.text.span(of: mending.range)
      let isInFile = span.start >= 0 && span.end <= file.bytes.count
      guard isInFile, file.bytes[span.start..<span.end].elementsEqual(text[mending.range]) else {
        throw ClaimTextError("the number is written with escapes or emphasis inside it")
      }
      edits.append(ClaimEdit(span: span, replacement: mending.replacement))
    }
    return .edits(edits)
  }

  private static func refuseLargeChange(_ mending: Mending) throws(ClaimTextError) {
    let (old, new) = (mending.oldValue, mending.newValue)
    if !old.isZero, !new.isZero, old.isNegative != new.isNegative {
      throw ClaimTextError("the sign would change; --force rewrites it all the same")
    }
    let (oldSize, newSize) = (old.magnitude.doubleValue, new.magnitude.doubleValue)
    guard newSize <= oldSize * factorLimit, oldSize <= newSize * factorLimit else {
      throw ClaimTextError(
        "the number would change by more than a factor of 2; --force rewrites it all the same")
    }
  }
}
