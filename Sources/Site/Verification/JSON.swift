/// A JSON value, whose keys keep their order.
enum JSON {
  case text(String)
  case integer(Int)
  case none
  case list([JSON])
  case object(KeyValuePairs<String, JSON>)

  /// The value as text, one line an entry of a list.
  var serialized: String {
    var result = ""
    write(to: &result)
    return result
  }

  private func write(to result: inout String) {
    switch self {
    case .text(let text): Self.write(text, to: &result)
    case .integer(let integer): result += String(integer)
    case .none: result += "null"
    case .list(let entries):
      result += "["
      for (place, entry) in entries.enumerated() {
        result += place == 0 ? "\n" : ",\n"
        entry.write(to: &result)
      }
      result += entries.isEmpty ? "]" : "\n]"
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
