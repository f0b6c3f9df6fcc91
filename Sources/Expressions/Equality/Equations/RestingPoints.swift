/// Points whose numbers mean nothing to any formula: odd parts of a whole, all different, and exact in every arithmetic.
struct RestingPoints {
  private let symbols: [NodeID]
  private let bounds: [NodeID: Bounds]
  private var generator = SeededGenerator(seed: 0x736f_6c76)
  private var count = 0

  init(symbols: [NodeID], bounds: [NodeID: Bounds]) {
    (self.symbols, self.bounds) = (symbols, bounds)
  }

  mutating func next() -> [NodeID: Rational] {
    defer { count += 1 }
    var point: [NodeID: Rational] = [:]
    var used: Set<Int> = []
    // A few unknowns have short numbers, which read well; the scale changes from point to point.
    let parts = symbols.count <= 6 ? 16.0 : 1024
    let scale = [1.0, 1, 8, 0.125, 64][count % 5]
    for symbol in symbols {
      var odd = 1
      repeat { odd = 2 * generator.integer(in: 1...Int(parts) * 2) + 1 } while !used.insert(odd).inserted
      // The first point is above 0 wherever it can be.
      let isNegative = count > 0 && generator.next() & 1 == 0
      point[symbol] = number(Double(odd) / parts, scale, isNegative, bounds[symbol] ?? Bounds())
    }
    return point
  }

  /// A number that belongs to a share from 0 to 5.
  private func number(_ share: Double, _ scale: Double, _ isNegative: Bool, _ bounds: Bounds) -> Rational {
    let size = share * scale
    let number =
      switch (bounds.lower?.double, bounds.upper?.double) {
      case (let lower?, let upper?): lower + (upper - lower) * share / 8
      case (let lower?, nil): lower + size
      case (nil, let upper?): upper - size
      default: isNegative ? -size : size
      }
    return Rational(grid: number) ?? .one
  }
}
