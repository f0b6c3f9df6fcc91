import Glibc

extension ExactDecimal {
  /// The exact value of a double; nil for an infinity or what is no number.
  ///
  /// glibc prints as many digits as it is asked for, all of them right. Only the digits are taken from what it
  /// prints, so that the locale's decimal mark does not matter.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    guard value != 0 else {
      self.init(isNegative: value.sign == .minus, digits: [], exponent: 0)
      return
    }
    var buffer = [CChar](repeating: 0, count: Int(Self.mostDigits) + 40)
    let written = withVaList([Self.lastDigit(of: value), value.magnitude]) {
      vsnprintf(&buffer, buffer.count, "%.*e", $0)
    }
    let bytes = buffer.prefix(max(0, min(Int(written), buffer.count - 1))).map { UInt8(bitPattern: $0) }
    guard let mark = bytes.firstIndex(of: UInt8(ascii: "e")),
      let power = Int(String(decoding: bytes[(mark + 1)...], as: UTF8.self))
    else { return nil }
    let all = bytes[..<mark].filter { (0x30...0x39).contains($0) }.map { $0 - UInt8(ascii: "0") }
    let zeros = all.reversed().prefix { $0 == 0 }.count
    self.init(
      isNegative: value.sign == .minus, digits: all.dropLast(zeros), exponent: power - all.count + 1 + zeros)
  }

  /// No double has more digits.
  private static let mostDigits: Int32 = 767

  /// How many digits behind the first one hold all of a double.
  ///
  /// A lowest bit of 2⁻ⁿ has its last digit n places behind the point.
  private static func lastDigit(of value: Double) -> Int32 {
    let lowestBit = Int(value.exponent) - value.significandWidth
    let lead = (Double(value.exponent) * 0.30103).rounded(.down) + 1
    return min(mostDigits, Int32(max(0, lead + Double(max(0, -lowestBit)))))
  }
}
