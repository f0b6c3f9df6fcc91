/// The decimal digits of a number, 0.d₁d₂d₃… × 10^point, for rounding as a person does on paper.
///
/// They come from the shortest text that reads back as the number, so that 0.1 + 0.2 at two places is 0.30 and
/// 0.575 at two places is 0.58, whatever their binary neighbours are.
struct DecimalDigits {
  /// The digits from the first that is not 0; empty for zero.
  private(set) var digits: [UInt8]
  /// How far the first digit stands to the left of the decimal point.
  private(set) var point: Int

  /// Reads the digits of a finite number, without its sign.
  init(_ value: Double) {
    digits = []
    point = 0
    var exponent = 0
    var pastPoint = false
    let parts = value.magnitude.description.split(separator: "e")
    for byte in (parts.first ?? "").utf8 {
      if byte == UInt8(ascii: ".") { pastPoint = true }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { continue }
      if !pastPoint { exponent += 1 }
      digits.append(byte - UInt8(ascii: "0"))
    }
    if parts.count == 2 { exponent += Int(parts[1]) ?? 0 }
    let leadingZeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leadingZeros)
    point = digits.isEmpty ? 0 : exponent - leadingZeros
    removeTrailingZeros()
  }

  /// The power of ten of the first digit; 0 for zero.
  var exponent: Int { digits.isEmpty ? 0 : point - 1 }

  /// How many digits after the decimal point are not 0 at their end.
  var decimals: Int { max(0, digits.count - point) }

  /// The same number with at most so many digits.
  func rounded(toSignificant count: Int) -> DecimalDigits {
    rounded(keeping: count)
  }

  /// The same number with at most so many digits after the decimal point.
  func rounded(toDecimals decimals: Int) -> DecimalDigits {
    rounded(keeping: point + decimals)
  }

  private func rounded(keeping count: Int) -> DecimalDigits {
    guard count < digits.count else { return self }
    var result = self
    let roundsUp = count >= 0 && digits[count] >= 5
    result.digits = Array(digits.prefix(max(0, count)))
    if roundsUp { result.increment() }
    result.removeTrailingZeros()
    if result.digits.isEmpty { result.point = 0 }
    return result
  }

  private mutating func increment() {
    while let last = digits.popLast() {
      if last < 9 {
        digits.append(last + 1)
        return
      }
    }
    digits = [1]
    point += 1
  }

  private mutating func removeTrailingZeros() {
    while digits.last == 0 { digits.removeLast() }
  }

  /// The digits before the decimal point, at least one.
  var whole: String {
    guard point > 0 else { return "0" }
    return text(0..<point)
  }

  /// So many digits after the decimal point.
  func fraction(_ decimals: Int) -> String {
    text(point..<(point + max(0, decimals)))
  }

  /// Digits by their places; places outside the known digits hold 0.
  private func text(_ places: Range<Int>) -> String {
    String(places.map { Character(Unicode.Scalar(48 + (digits.indices.contains($0) ? digits[$0] : 0))) })
  }
}
