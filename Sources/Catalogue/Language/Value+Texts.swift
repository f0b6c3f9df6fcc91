import Engine
import Expressions

extension Value {
  /// The entries of a column as texts, numbers as they are spelled; nil for anything else.
  var texts: [String]? {
    switch self {
    case .vector(let numbers): return numbers.map(spelled)
    case .list(let entries):
      var texts: [String] = []
      for entry in entries {
        switch entry {
        case .text(let text): texts.append(text)
        case .number(let number): texts.append(spelled(number))
        default: return nil
        }
      }
      return texts
    default: return nil
    }
  }

  /// A column of texts.
  static func texts(_ texts: [String]) -> Value { .list(texts.map(Value.text)) }
}
