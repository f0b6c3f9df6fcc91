/// A piece of an expression's text.
struct Token: Equatable {
  enum Kind: Equatable {
    case number(Double)
    case text(String)
    case word(String)
    /// `_2`, as its digits.
    case subscriptDigits(String)
    /// `_{`
    case subscriptBrace
    case symbol(Symbol)
    case end
  }

  enum Symbol: String {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case power = "^"
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
    case equal = "=="
    case unequal = "!="
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    case closeBrace = "}"
    case comma = ","
    case dot = "."
  }

  var kind: Kind
  var range: Range<Int>
}

/// The words that are no names.
enum Keyword {
  static let all: Set<String> = ["and", "or", "not", "if", "true", "false"]
}
