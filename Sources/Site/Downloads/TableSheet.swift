import Engine
import Plotting

extension DisplayTable {
  /// The table as readers take it away: with all rows where the experiment gave them, otherwise as it is shown.
  var sheet: DataSheet {
    if let data { return data }
    var sheet = DataSheet(
      headings: columns.map { column in column.unit.map { "\(column.name) (\($0))" } ?? column.name })
    sheet.add(
      columns.map { column in
        .texts(column.content == .numbers ? column.cells.map(plainNumber) : column.cells)
      })
    return sheet
  }
}

/// A number that was set for people, as programs read it; what is none stays as it is.
func plainNumber(_ text: String) -> String {
  var plain = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "−": plain += "-"
    case ",", "\u{2009}", "\u{202F}", "\u{00A0}": continue
    default: plain.unicodeScalars.append(scalar)
    }
  }
  let parts = plain.split(separator: "×", maxSplits: 1).map(String.init)
  if let power = parts.last.flatMap(exponent) {
    plain = (parts.count == 2 ? parts[0] : plain.hasPrefix("-") ? "-1" : "1") + "e\(power)"
  }
  return Double(plain) == nil ? text : plain
}

/// The exponent of a power of ten with a raised exponent; nil for anything else.
private func exponent(_ text: String) -> Int? {
  let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
  guard digits.hasPrefix("10"), digits.count > 2 else { return nil }
  let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
  var plain = ""
  for character in digits.dropFirst(2) {
    if character == "⁻" {
      plain += "-"
    } else if let digit = raised.firstIndex(of: character) {
      plain += String(digit)
    } else {
      return nil
    }
  }
  return Int(plain)
}
