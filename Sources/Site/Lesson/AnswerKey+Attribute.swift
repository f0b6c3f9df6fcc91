import LessonFormat

extension AnswerKey {
  /// The key as the script of the pages reads it, so that nobody reads the answer in passing.
  ///
  /// A number is the interval that is accepted, `[7.5,8.5]`; a text its bytes in hexadecimal digits behind an `x`;
  /// several stand behind each other.
  var attribute: String {
    switch self {
    case .number(let interval): interval.attribute
    case .text(let text): "x" + text.utf8.map { $0.hexadecimal }.joined()
    case .truth(let truth): truth ? "true" : "false"
    case .entries(let keys): keys.map(\.attribute).joined(separator: " ")
    }
  }

  /// What the field for the answer is called.
  var prompt: String {
    switch self {
    case .number, .text, .truth: "Your answer"
    case .entries(let keys): "Your answer, \(keys.count) entries with commas between them"
    }
  }
}

extension Interval {
  fileprivate var attribute: String {
    let open = isClosed.lower ? "[" : "("
    let close = isClosed.upper ? "]" : ")"
    return "\(open)\(Self.text(lower)),\(Self.text(upper))\(close)"
  }

  private static func text(_ end: Double?) -> String {
    guard let end, end.isFinite else { return "" }
    return "\(end)"
  }
}

extension UInt8 {
  fileprivate var hexadecimal: String {
    let digits = String(self, radix: 16)
    return digits.utf8.count == 1 ? "0\(digits)" : digits
  }
}

/// A number made of a text (FNV-1a of 32 bits), by which a page knows the right choice without naming it.
func checksum(_ text: String) -> UInt32 {
  text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
}
