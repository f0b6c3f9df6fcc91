extension PivotedQR {
  /// How many columns are independent of those before them, to the given part of the longest.
  func rank(tolerance: Double) -> Int {
    guard count > 0 else { return 0 }
    let largest = triangle[0].magnitude
    var rank = 0
    while rank < count, triangle[rank * capacity + rank].magnitude > tolerance * largest { rank += 1 }
    return rank
  }

  /// The columns of the matrix that depend on each other: all that have a part in a combination that vanishes.
  ///
  /// Each column past the rank is a combination R₁₁⁻¹ R₁₂ of those before it.
  func dependentColumns(rank: Int) -> [Int] {
    var dependent = Set<Int>()
    for column in rank..<max(count, rank) {
      dependent.insert(order[column])
      var parts = (0..<rank).map { triangle[column * capacity + $0] }
      for row in stride(from: rank - 1, through: 0, by: -1) {
        parts[row] /= triangle[row * capacity + row]
        for above in 0..<row { parts[above] -= triangle[row * capacity + above] * parts[row] }
      }
      for row in 0..<rank where parts[row].magnitude > 1e-6 { dependent.insert(order[row]) }
    }
    return dependent.sorted()
  }

  /// The inverse of the columns' products with each other, (AᵀA)⁻¹ = R⁻¹ R⁻ᵀ, row by row in the matrix's order.
  ///
  /// The rank is full.
  func inverseOfProducts() -> [Double] {
    var inverse = [Double](repeating: 0, count: count * count)
    for column in 0..<count {
      inverse[column * count + column] = 1
      for row in stride(from: column, through: 0, by: -1) {
        var entry = inverse[row * count + column]
        for later in row + 1..<max(column + 1, row + 1) {
          entry -= triangle[later * capacity + row] * inverse[later * count + column]
        }
        inverse[row * count + column] = entry / triangle[row * capacity + row]
      }
    }
    var products = [Double](repeating: 0, count: count * count)
    for left in 0..<count {
      for right in 0..<count {
        var sum = 0.0
        for column in max(left, right)..<count {
          sum += inverse[left * count + column] * inverse[right * count + column]
        }
        products[order[left] * count + order[right]] = sum
      }
    }
    return products
  }

  /// Solves R x = the first entries of the right side; in the matrix's order.
  ///
  /// The rank is full.
  func solution() -> [Double] {
    var solved = [Double](repeating: 0, count: count)
    var ordered = solved
    for row in stride(from: count - 1, through: 0, by: -1) {
      var entry = side[row]
      for column in row + 1..<max(count, row + 1) {
        entry -= triangle[column * capacity + row] * solved[column]
      }
      solved[row] = entry / triangle[row * capacity + row]
      ordered[order[row]] = solved[row]
    }
    return ordered
  }
}
