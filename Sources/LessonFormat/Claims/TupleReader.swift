/// Reads a claim about several numbers, `(0.91, −0.91, 0.01)`.
enum TupleReader {
  /// Reads the whole text, whose parenthesis comes next.
  static func read(_ scanner: inout ClaimScanner) throws(ClaimTextError) -> Statement {
    guard scanner.take("(") else { return .tuple([]) }
    var entries: [Statement.Entry] = []
    while true {
      scanner.skipSpace()
      entries.append(try entry(&scanner))
      scanner.skipSpace()
      if scanner.take(")") { break }
      // What ends an entry is one of the two, or the text has ended.
      guard scanner.take(",") || scanner.take(";") else {
        throw ClaimTextError(
          "the parenthesis is not closed", help: "write the entries as (0.91, −0.91, 0.01)")
      }
    }
    scanner.skipSpace()
    guard scanner.isAtEnd else { throw ClaimTextError("text stands behind the parenthesis") }
    return .tuple(entries)
  }

  /// A number where one is readable up to the next comma, else words.
  private static func entry(_ scanner: inout ClaimScanner) throws(ClaimTextError) -> Statement.Entry {
    let start = scanner.position
    if let statement = try ClaimReader.read(&scanner) {
      let text = scanner.text(from: start)
      scanner.skipSpace()
      if endsEntry(scanner.next) { return Statement.Entry(statement: statement, text: text) }
    }
    scanner.position = start
    while let next = scanner.next, !endsEntry(next) { scanner.position += 1 }
    let words = scanner.text(from: start)
    guard words.contains(where: { !$0.isWhitespace }) else {
      throw ClaimTextError("an entry is missing", help: "write the entries as (0.91, −0.91, 0.01)")
    }
    return Statement.Entry(statement: .words, text: words)
  }

  private static func endsEntry(_ scalar: Unicode.Scalar?) -> Bool {
    scalar == nil || scalar == "," || scalar == ";" || scalar == ")"
  }
}
