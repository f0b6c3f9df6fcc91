/// Which plain scalars are numbers: those that the expression language reads as one.
enum PlainNumber {
  /// The number that a spelling stands for, infinite where it is too large; nil where it is no number.
  ///
  /// Digits may have single underscores between them. A leading zero makes a text, so that `010` and
  /// dates such as `08` stay what they look like.
  static func read(_ spelling: String) -> Double? {
    var rest = Array(spelling.utf8)[...]
    var plain: [UInt8] = []
    if rest.first == UInt8(ascii: "-") { plain.append(rest.removeFirst()) }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    guard let whole = takeDigits(&rest, into: &plain), whole == 1 || !startsWithZero else { return nil }
    if rest.first == UInt8(ascii: ".") {
      plain.append(rest.removeFirst())
      guard takeDigits(&rest, into: &plain) != nil else { return nil }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      plain.append(rest.removeFirst())
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        plain.append(rest.removeFirst())
      }
      guard takeDigits(&rest, into: &plain) != nil else { return nil }
    }
    return rest.isEmpty ? Double(String(decoding: plain, as: UTF8.self)) : nil
  }

  /// Takes digits with single underscores between them; their number, or nil where there are none.
  private static func takeDigits(_ rest: inout ArraySlice<UInt8>, into plain: inout [UInt8]) -> Int? {
    var count = 0
    while let byte = rest.first {
      if isDigit(byte) {
        plain.append(byte)
        count += 1
      } else {
        let joins = byte == UInt8(ascii: "_") && count > 0
        guard joins, let next = rest.dropFirst().first, isDigit(next) else { break }
      }
      rest.removeFirst()
    }
    return count == 0 ? nil : count
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
