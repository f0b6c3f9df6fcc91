import Expressions

/// A JSON value, whose keys keep their order.
enum JSON {
  case text(String)
  case integer(Int)
  /// A number to 12 significant digits; null where it is not finite.
  case number(Double)
  case boolean(Bool)
  case none
  case list([JSON])
  case object(KeyValuePairs<String, JSON>)

  /// The value as text, one line an object of a list.
  var serialized: String {
    var result = ""
    write(to: &result)
    return result
  }

  private var isObject: Bool {
    if case .object = self { true } else { false }
  }

  private func write(to result: inout String) {
    switch self {
    case .text(let text): Self.write(text, to: &result)
    case .integer(let integer): result += String(integer)
    case .number(let number): result += Self.text(of: number) ?? "null"
    case .boolean(let truth): result += truth ? "true" : "false"
    case .none: result += "null"
    case .list(let entries):
      let (first, next, last) = entries.contains { $0.isObject } ? ("\n", ",\n", "\n") : ("", ", ", "")
      result += "["
      for (place, entry) in entries.enumerated() {
        result += place == 0 ? first : next
        entry.write(to: &result)
      }
      result += last + "]"
    case .object(let entries):
      result += "{"
      for (place, entry) in entries.enumerated() {
        if place > 0 { result += ", " }
        Self.write(entry.key, to: &result)
        result += ": "
        entry.value.write(to: &result)
      }
      result += "}"
    }
  }

  /// A number without the digits in which processors may differ.
  private static func text(of number: Double) -> String? {
    guard let parts = scientificParts(number.magnitude, 11),
      let rounded = Double("\(number < 0 ? "-" : "")\(parts.mantissa)e\(parts.exponent)")
    else { return nil }
    let text = rounded == 0 ? "0" : "\(rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func write(_ text: String, to result: inout String) {
    result += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    result += "\""
  }
}
