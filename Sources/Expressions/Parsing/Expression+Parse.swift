extension Expression {
  /// Reads an expression; ranges and errors are in UTF-8 offsets of the text.
  public static func parse(_ text: String) throws(ExpressionError) -> Expression {
    try parse(text, from: 0)
  }

  /// Reads the expression that the rest of a text is, with ranges in the whole text.
  public static func parse(_ text: String, from offset: Int) throws(ExpressionError) -> Expression {
    var parser = try Parser(text, from: offset)
    return try parser.wholeExpression()
  }

  /// Reads `name = expression`.
  public static func parseDefinition(_ text: String) throws(ExpressionError) -> Definition {
    try Definition(parsing: text)
  }
}
