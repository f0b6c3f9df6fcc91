/// Exponents: fonts draw raised digits unevenly or not at all, so ordinary ones are set smaller and higher.
enum RaisedDigits {
  private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9",
    "⁻": "\u{2212}",
  ]

  /// Escaped text in which runs of raised digits are elements of their own.
  static func markup(_ text: String, size: Double) -> String {
    let rise = shortDecimal(size * 0.36)
    var (result, run, drop) = ("", "", "")
    func flush() {
      guard !run.isEmpty else { return }
      result += "<tspan dy=\"-\(rise)\" font-size=\"\(shortDecimal(size * 0.7))\">\(run)</tspan>"
      run = ""
      drop = rise
    }
    for scalar in text.unicodeScalars {
      if let digit = plain[scalar] {
        run.unicodeScalars.append(digit)
        continue
      }
      flush()
      if !drop.isEmpty {
        result += "<tspan dy=\"\(drop)\">\(PlainText.escaped(String(scalar)))</tspan>"
        drop = ""
      } else {
        result += PlainText.escaped(String(scalar))
      }
    }
    flush()
    return result
  }
}
