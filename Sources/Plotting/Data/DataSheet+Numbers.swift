extension DataSheet {
  /// A number as programs read it: a point, a plain minus sign, 12 significant digits at most; nothing where it is not
  /// finite.
  public static func number(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    guard value != 0 else { return "0" }
    let plain = value.description
    // Most numbers are short as they are.
    if plain.utf8.count <= 13, !plain.utf8.contains(UInt8(ascii: "e")) {
      return plain.hasSuffix(".0") ? String(plain.dropLast(2)) : plain
    }
    let digits = DecimalDigits(value).rounded(toSignificant: 12)
    let sign = value < 0 ? "-" : ""
    guard (-5...14).contains(digits.exponent) else { return sign + scientific(digits) }
    return sign + digits.whole + (digits.decimals > 0 ? "." + digits.fraction(digits.decimals) : "")
  }

  private static func scientific(_ digits: DecimalDigits) -> String {
    let rest = digits.digits.dropFirst().map(String.init).joined()
    let first = digits.digits.first.map(String.init) ?? "0"
    return first + (rest.isEmpty ? "" : ".\(rest)") + "e\(digits.exponent)"
  }

  /// Whether a cell is nothing but a number, which no spreadsheet takes for a formula.
  static func isNumber(_ cell: Substring) -> Bool {
    let digits = cell.hasPrefix("-") ? cell.dropFirst() : cell
    guard let first = digits.utf8.first, (0x30...0x39).contains(first) else { return false }
    return digits.utf8.allSatisfy { (0x30...0x39).contains($0) || ".e-".utf8.contains($0) }
      && Double(cell) != nil
  }
}
