import Mathematics

/// Points for unknowns: first simple numbers, then random ones over several scales, within known bounds.
struct PointSource {
  let symbols: [NodeID]
  let bounds: [NodeID: Bounds]
  /// Numbers for each symbol that read simply, within its bounds.
  private(set) var simple: [NodeID: [Rational]] = [:]
  private var generator = SeededGenerator(seed: 0x6772_6164_7573)
  private var count = 0

  /// Points that the simple numbers of every unknown need to have their turn, with as many random ones between them.
  var turns: Int { min(160, 2 * (simple.values.map(\.count).max() ?? 0)) }

  /// `landmarks` are the numbers in the formulas: where something changes, it often changes there.
  init(symbols: [NodeID], bounds: [NodeID: Bounds], landmarks: [Rational]) {
    self.symbols = symbols
    self.bounds = bounds
    for symbol in symbols {
      simple[symbol] = Self.simpleNumbers(within: bounds[symbol] ?? Bounds(), landmarks)
    }
  }

  mutating func next() -> [NodeID: Rational] {
    defer { count += 1 }
    var point: [NodeID: Rational] = [:]
    if count == 5 {
      // Roots and logarithms of products lose their values where both factors are negative.
      for (index, symbol) in symbols.enumerated() {
        let negative = (simple[symbol] ?? []).filter(\.isNegative)
        if !negative.isEmpty { point[symbol] = negative[index % negative.count] }
      }
    }
    let turn = count < 8 ? count : 4 + count / 2
    for (index, symbol) in symbols.enumerated() where point[symbol] == nil {
      let numbers = simple[symbol] ?? []
      if count < 8 || count % 2 == 0, !numbers.isEmpty {
        // Each unknown has another number, from the simplest on; in the second round the distance between them changes.
        point[symbol] = numbers[(turn + index * (1 + turn / numbers.count)) % numbers.count]
      } else {
        point[symbol] = randomNumber(within: bounds[symbol] ?? Bounds())
      }
    }
    return point
  }

  /// A point beside another in every direction, by less than 2 to the power of minus so many.
  mutating func neighbour(of point: [NodeID: Rational], withinBits bits: Int) -> [NodeID: Rational] {
    var result = point
    for symbol in symbols {
      let step = generator.integer(in: 1...8191)
      let isDown = generator.next() & 1 == 0
      guard let shift = try? Rational(Int128(isDown ? -step : step), over: 1 << (13 + bits)),
        let value = point[symbol], let moved = try? value + shift
      else { continue }
      result[symbol] = moved
    }
    return result
  }

  private static func simpleNumbers(within bounds: Bounds, _ landmarks: [Rational]) -> [Rational] {
    let tenths = [20, 30, 50, 10, -10, 5, -20, 40, -30, 15, 70, -5, 0, 1, 9, 2, 8, 100, -50, 25, 3, 7]
    var numbers = tenths.compactMap { try? Rational(Int128($0), over: 10) }
    for landmark in landmarks {
      for shift in [0, 10, -10, 5, -5] {
        if let step = try? Rational(Int128(shift), over: 10), let sum = try? landmark + step {
          numbers += [sum, -sum]
        }
      }
    }
    numbers = numbers.uniqued.filter(bounds.contains)
    if let lower = bounds.lower, numbers.count < 4 {
      // A narrow or far range has its own simple numbers.
      let width = bounds.upper.flatMap { try? $0 - lower } ?? .one
      for part in [5, 2, 8, 1, 9, 4, 6] {
        if let share = try? Rational(Int128(part), over: 10), let step = try? width * share,
          let sum = try? lower + step
        {
          numbers.append(sum)
        }
      }
    } else if let upper = bounds.upper, numbers.count < 4 {
      numbers += [1, 2, 5].compactMap { try? upper - Rational($0) }
    }
    return numbers.uniqued.filter(bounds.contains)
  }

  /// A number k/8192 of its scale, a power of 2, so that it is exact; one in four is k/8191, whose digits never end.
  private mutating func randomNumber(within bounds: Bounds) -> Rational {
    let isEndless = generator.next() & 3 == 0
    let part = Int128(generator.integer(in: 1...8190))
    // The largest number of each scale: 1 and around it more often than the others.
    let largest: [Double] = [1, 1, 4, 4, 16, 64, 1024, 0x1p-4, 0x1p17]
    let parts: Double = isEndless ? 8191 : 8192
    let scale = Int128(parts * 1024 / largest[generator.integer(in: 0...largest.count - 1)])
    let isNegative = generator.next() & 1 == 0
    let size = (try? Rational(part * 1024, over: scale)) ?? .one
    switch (bounds.lower, bounds.upper) {
    case (let lower?, let upper?):
      let share = (try? Rational(part, over: Int128(parts))) ?? .one
      return (try? lower + (try upper - lower) * share) ?? lower
    case (let lower?, nil): return (try? lower + size) ?? lower
    case (nil, let upper?): return (try? upper - size) ?? upper
    default: return isNegative ? -size : size
    }
  }
}

extension Bounds {
  func contains(_ number: Rational) -> Bool {
    if let lower, Rational.isLess(number, lower) || (isAbove && number == lower) { return false }
    if let upper, Rational.isLess(upper, number) || (isBelow && number == upper) { return false }
    return true
  }
}

extension Rational {
  /// The number to so many digits; nil where that is out of range.
  func rounded(toSignificant digits: Int) -> Rational? {
    if isZero { return self }
    var scale = 1.0
    let top = Double.pow(10, Double(digits))
    while double.magnitude * scale >= top, scale > 1e-20 { scale /= 10 }
    while double.magnitude * scale * 10 < top, scale < 1e20 { scale *= 10 }
    return Rational(decimal: (double * scale).rounded() / scale)
  }
}
