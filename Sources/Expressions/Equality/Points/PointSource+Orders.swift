extension PointSource {
  /// Points for vectors of many entries, which chance hardly meets: all of one sign, in order, equal, or with one entry
  /// beyond all others.
  func orderedPoints(atMost most: Int) -> [[NodeID: Rational]] {
    let count = symbols.count
    guard count > 1 else { return [] }
    var points: [[NodeID: Rational]] = []
    for scale in [1, 10, 1000] {
      for sign in [scale, -scale] {
        points.append(point { Rational(sign * ($0 + 1)) })
        points.append(point { Rational(sign * (count - $0)) })
        points.append(point { _ in Rational(sign) })
      }
    }
    points.append(point { Rational(2 * $0 - count) })
    points.append(point { Rational(count - 2 * $0) })
    for own in 0..<count {
      // The others have different numbers of both signs, so that none of them ties with another.
      points.append(point { Rational($0 == own ? 10 * count : 2 * $0 - count) })
      points.append(point { Rational($0 == own ? -10 * count : 2 * $0 - count) })
    }
    return Array(points.prefix(most))
  }

  /// A number for each unknown by its place; what is out of its bounds becomes a simple number within them.
  private func point(_ number: (Int) -> Rational) -> [NodeID: Rational] {
    var point: [NodeID: Rational] = [:]
    for (index, symbol) in symbols.enumerated() {
      let wanted = number(index)
      let isAllowed = bounds[symbol]?.contains(wanted) ?? true
      point[symbol] = isAllowed ? wanted : simple[symbol].flatMap { $0.isEmpty ? nil : $0[index % $0.count] }
    }
    return point
  }
}
