/// A name with the expression that defines it, as in `y = 2x`.
public struct Definition: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The name's place in the text.
  public let nameRange: Range<Int>
  /// The expression, with ranges in the same text.
  public let expression: Expression

  /// Makes a definition.
  public init(name: String, nameRange: Range<Int>, expression: Expression) {
    self.name = name
    self.nameRange = nameRange
    self.expression = expression
  }

  init(parsing text: String) throws(ExpressionError) {
    var lexer = Lexer(text)
    guard text.utf8.count <= Limits.bytes else {
      throw ExpressionError(0..<1, "this definition is longer than \(Limits.bytes) bytes")
    }
    lexer.skipSpaces()
    let start = lexer.offset
    let end = lexer.wordEnd(from: start)
    let name = lexer.string(start..<end)
    guard end > start, !Keyword.all.contains(name) else {
      let next = try lexer.next()
      throw ExpressionError(next.range, "a definition begins with a name", help: "for example y = 2x")
    }
    lexer.advance(to: end)
    lexer.skipSpaces()
    let isEquals = lexer.byte() == UInt8(ascii: "=") && lexer.byte(ahead: 1) != UInt8(ascii: "=")
    guard isEquals else {
      let found = try lexer.next()
      throw ExpressionError(
        found.range, "= is missing after \(name.prefix(40))",
        help: "a definition is written name = expression")
    }
    self.name = name
    self.nameRange = start..<end
    self.expression = try Expression.parse(text, from: lexer.offset + 1)
  }
}
