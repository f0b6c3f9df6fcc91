/// A decimal number of any length, so that the ends of an interval are computed without rounding.
public struct ExactDecimal: Sendable, Hashable {
  /// Whether it is below zero; a zero may carry the sign that was written.
  public var isNegative: Bool
  /// The digits, the most significant first, without zeros in front; none for zero.
  public private(set) var digits: [UInt8]
  /// The power of ten of the last digit, whether or not that digit is zero.
  public var exponent: Int

  /// Makes a number of digits and the power of ten of the last one.
  init(isNegative: Bool = false, digits: some Sequence<UInt8>, exponent: Int) {
    self.isNegative = isNegative
    self.digits = Array(digits.drop { $0 == 0 })
    self.exponent = exponent
  }

  /// Whether it is zero.
  var isZero: Bool { digits.isEmpty }

  /// The power of ten of the first digit; nil for zero.
  var leadingExponent: Int? { isZero ? nil : exponent + digits.count - 1 }

  /// The nearest double; infinite beyond the largest.
  var doubleValue: Double {
    let written =
      digits.isEmpty ? "0" : String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    return Double("\(isNegative ? "-" : "")\(written)e\(exponent)") ?? .infinity
  }

  /// The number times a power of ten.
  func scaled(by power: Int) -> ExactDecimal {
    ExactDecimal(isNegative: isNegative, digits: digits, exponent: exponent + power)
  }

  /// The same number with its last digit at a lower power of ten.
  func extended(to lower: Int) -> ExactDecimal {
    guard lower < exponent else { return self }
    let zeros = [UInt8](repeating: 0, count: exponent - lower)
    return ExactDecimal(isNegative: isNegative, digits: digits + zeros, exponent: lower)
  }

  /// The number with its last digit at a power of ten, halves rounded away from zero as on paper.
  func rounded(to last: Int) -> ExactDecimal {
    guard last > exponent else { return extended(to: last) }
    let dropped = last - exponent
    guard dropped <= digits.count else {
      return ExactDecimal(isNegative: isNegative, digits: [], exponent: last)
    }
    let kept = ExactDecimal(isNegative: isNegative, digits: digits.dropLast(dropped), exponent: last)
    guard digits[digits.count - dropped] >= 5 else { return kept }
    let sum = Self.add(kept.digits, [1])
    return ExactDecimal(isNegative: isNegative, digits: sum, exponent: last)
  }

  /// The number with so many digits, zeros at the end dropped.
  func shortened(toSignificant count: Int) -> ExactDecimal {
    guard let leadingExponent else { return self }
    var result = rounded(to: leadingExponent - count + 1)
    while result.digits.last == 0 {
      result.digits.removeLast()
      result.exponent += 1
    }
    return result
  }
}

// MARK: - Arithmetic

extension ExactDecimal {
  /// The number with the other sign.
  static prefix func - (number: ExactDecimal) -> ExactDecimal {
    ExactDecimal(isNegative: !number.isNegative, digits: number.digits, exponent: number.exponent)
  }

  /// The exact sum.
  static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    let exponent = min(left.exponent, right.exponent)
    let (first, second) = (left.extended(to: exponent).digits, right.extended(to: exponent).digits)
    if left.isNegative == right.isNegative {
      return ExactDecimal(isNegative: left.isNegative, digits: add(first, second), exponent: exponent)
    }
    let isSwapped = isLess(first, second)
    let difference = isSwapped ? subtract(first, from: second) : subtract(second, from: first)
    let isNegative = isSwapped ? right.isNegative : left.isNegative
    return ExactDecimal(isNegative: isNegative, digits: difference, exponent: exponent)
  }

  /// The exact difference.
  static func - (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal { left + -right }

  /// The exact product.
  static func * (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    // Lowest digits first; a column sums at most 81 times the shorter length, far from overflow.
    var columns = [Int](repeating: 0, count: left.digits.count + right.digits.count + 1)
    for (row, factor) in left.digits.reversed().enumerated() {
      for (column, digit) in right.digits.reversed().enumerated() {
        columns[row + column] += Int(factor) * Int(digit)
      }
    }
    for index in columns.indices.dropLast() {
      columns[index + 1] += columns[index] / 10
      columns[index] %= 10
    }
    return ExactDecimal(
      isNegative: left.isNegative != right.isNegative, digits: columns.reversed().map { UInt8($0) },
      exponent: left.exponent + right.exponent)
  }

  /// The number without its sign.
  var magnitude: ExactDecimal { isNegative ? -self : self }

  private static func isLess(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
  }

  private static func add(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var carry: UInt8 = 0
    for place in 0..<max(left.count, right.count) {
      let sum = digit(left, place) + digit(right, place) + carry
      result.append(sum % 10)
      carry = sum / 10
    }
    result.append(carry)
    return result.reversed()
  }

  private static func subtract(_ smaller: [UInt8], from larger: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var borrow: UInt8 = 0
    for place in larger.indices {
      let taken = digit(smaller, place) + borrow
      let from = digit(larger, place)
      borrow = from < taken ? 1 : 0
      result.append(from + borrow * 10 - taken)
    }
    return result.reversed()
  }

  /// The digit at a place counted from the last one.
  private static func digit(_ digits: [UInt8], _ place: Int) -> UInt8 {
    place < digits.count ? digits[digits.count - 1 - place] : 0
  }
}
