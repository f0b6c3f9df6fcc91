import Expressions
import LessonFormat

/// Whether a text opens more parentheses and brackets than it closes, as one does that YAML ended at a comma.
func isCutOff(_ text: String) -> Bool {
  let open = text.utf8.count { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }
  let closed = text.utf8.count { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "]") }
  return open > closed
}

extension Datum {
  /// Whether the piece is an expression that YAML ended at a comma: what follows it in its list or mapping is the
  /// rest of it, and would only be misread.
  var isCutOffExpression: Bool {
    guard let text = expressionText ?? formulaText, (try? Expression.parse(text.text)) == nil else {
      return false
    }
    return isCutOff(text.text)
  }
}
