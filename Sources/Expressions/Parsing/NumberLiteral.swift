/// Numbers outside expressions, read as the expression language reads them.
public enum NumberLiteral {
  /// The number that a text is, with an optional sign before it; nil where it is anything else.
  ///
  /// `1_000` and `-2.5e-3` are numbers; `010`, `12:30`, `0x10`, `1e`, `.5`, `5.` and `inf` are not.
  public static func read(_ text: String) -> Double? {
    guard text.utf8.count <= Limits.bytes, let first = text.unicodeScalars.first else { return nil }
    let isNegative = first == "-" || first == "\u{2212}"
    let isSigned = isNegative || first == "+"
    var lexer = Lexer(text, from: isSigned ? UTF8.width(first) : 0)
    guard lexer.isDigit(lexer.byte()), let token = try? lexer.number() else { return nil }
    guard case .number(let number) = token.kind, lexer.offset == lexer.bytes.count else { return nil }
    return isNegative ? -number : number
  }
}
