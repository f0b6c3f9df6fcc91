import SourceText

/// Reads what a claim's text says.
public enum ClaimReader {
  static let formsHelp =
    "write a number such as 58%, 3,640 or 5.5e-4, or “about 42”, “more than 3”, “between 2 and 3”"

  /// Reads a claim as one about numbers, with the tolerance in its title.
  ///
  /// A claim about a text or a condition is in words: those are read with the value, by `ClaimVerifier`.
  public static func read(_ claim: Claim) throws(ClaimTextError) -> Statement {
    let statement = try read(claim.text.text, isTeX: claim.isMathematics)
    guard let title = claim.title else { return statement }
    return try statement.applying(ToleranceReader.read(title.text))
  }

  /// Reads a text as a claim about numbers.
  static func read(_ text: String, isTeX: Bool) throws(ClaimTextError) -> Statement {
    var scanner = try ClaimScanner(text, isTeX: isTeX)
    guard !scanner.isAtEnd else { throw ClaimTextError("the claim says nothing", help: formsHelp) }
    if scanner.next == "(" { return try TupleReader.read(&scanner) }
    guard let statement = try read(&scanner) else {
      throw ClaimTextError("“\(excerpt(text))” is no claim about a number", help: formsHelp)
    }
    scanner.skipSpace()
    guard scanner.isAtEnd else { throw unread(&scanner, text) }
    return statement
  }

  /// Reads one statement from where the scanner stands; nil where none begins.
  static func read(_ scanner: inout ClaimScanner) throws(ClaimTextError) -> Statement? {
    guard let relation = scanner.takeRelation() else {
      return try scanner.takeLiteral().map { .rounds($0) }
    }
    guard let first = try scanner.takeLiteral() else { return nil }
    switch relation {
    case .about: return .about(first)
    case .almost: return .almost(first)
    case .compares(let comparison): return .compares(comparison, first)
    case .between:
      let hasSpace = scanner.skipSpace()
      guard hasSpace, scanner.takeWord("and"), scanner.skipSpace(), let second = try scanner.takeLiteral()
      else {
        return nil
      }
      return try between(first, second)
    }
  }

  private static func between(
    _ first: NumericLiteral, _ second: NumericLiteral
  ) throws(ClaimTextError) -> Statement {
    guard (first.style.unit == nil) == (second.style.unit == nil) else {
      throw ClaimTextError(
        "one of the two numbers has a percent sign or a word and the other has none",
        help: "write it behind both: between 2% and 3%")
    }
    guard first.value.doubleValue <= second.value.doubleValue else {
      throw ClaimTextError("the larger of the two numbers comes first", help: "write “between 2 and 3”")
    }
    return .between(first, second)
  }

  private static func unread(_ scanner: inout ClaimScanner, _ text: String) -> ClaimTextError {
    let next = scanner.next.map { String(Character($0)) } ?? ""
    let rest = excerpt(scanner.rest)
    let isSeparator = next == "," || next == "\u{2009}" || next == "\u{202F}" || next == "{" || next == "\\"
    let help = isSeparator ? "a separator stands before exactly three digits: 3,640" : formsHelp
    return ClaimTextError("“\(excerpt(text))” cannot be read: “\(rest)” belongs to no number", help: help)
  }
}

extension Statement {
  /// The statement with a tolerance in the place of its digits.
  fileprivate func applying(_ tolerance: Tolerance) throws(ClaimTextError) -> Statement {
    switch self {
    case .rounds(let literal), .about(let literal): return .within(tolerance, literal)
    case .tuple(let entries):
      var result: [Entry] = []
      for entry in entries {
        result.append(Entry(statement: try entry.statement.applying(tolerance), text: entry.text))
      }
      return .tuple(result)
    case .almost, .compares, .between, .within, .words:
      throw ClaimTextError(
        "a tolerance means nothing here", help: "it stands with a number alone: [42](=x \"±0.5\")")
    }
  }
}
