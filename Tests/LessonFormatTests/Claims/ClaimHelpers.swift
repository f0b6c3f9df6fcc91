import Expressions
import LessonFormat
import SourceText

/// The middle entry of softmax(1, 2, 1): e / (e + 2).
let paris = 0.576_116_884_765_829_2

/// A claim whose text stands in a file at an offset.
func claim(_ text: String, title: String? = nil, at offset: Int = 0, isMathematics: Bool = false) -> Claim {
  let mapped = MappedText(text, at: offset)
  return Claim(
    text: mapped, content: [], expression: MappedText("x", at: 0), title: title.map { MappedText($0, at: 0) },
    isMathematics: isMathematics, textSpan: mapped.span, span: mapped.span)
}

/// What became of a claim, in one word.
func outcome(_ text: String, _ value: Value, title: String? = nil, isMathematics: Bool = false) -> String {
  switch ClaimVerifier.verify(claim(text, title: title, isMathematics: isMathematics), value: value) {
  case .held: "held"
  case .failed: "failed"
  case .unreadable: "unreadable"
  }
}

/// The message of a claim that does not hold.
func message(_ text: String, _ value: Value, title: String? = nil) -> String {
  switch ClaimVerifier.verify(claim(text, title: title), value: value) {
  case .held: "held"
  case .failed(let message, _): message
  case .unreadable(let message, _): "unreadable: \(message)"
  }
}
