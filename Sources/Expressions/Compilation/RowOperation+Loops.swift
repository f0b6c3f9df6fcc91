import Mathematics

/// Where an instruction's operands are; an instruction of fewer operands has the first again in their place.
struct RowOperands {
  var first: LoopOperand
  var second: LoopOperand
  var third: LoopOperand
  var fourth: LoopOperand
}

extension RowOperation {
  /// Computes so many rows.
  func run(_ operands: RowOperands, into result: VectorLoops.Result, count: Int) {
    let (x, y, z, w) = (operands.first, operands.second, operands.third, operands.fourth)
    switch self {
    case .map(let map): map.run(x.base, into: result, count: count)
    case .join(let join): join.run(x, y, into: result, count: count)
    case .select:
      for row in 0..<count {
        let condition = x[row]
        result[row] = condition == 1 ? y[row] : condition == 0 ? z[row] : .nan
      }
    case .slopeOfLarger:
      for row in 0..<count {
        let (slope, other) = (z[row], w[row])
        result[row] = x[row] > y[row] ? slope : x[row] < y[row] || slope == other ? other : .nan
      }
    case .slopeByExponent:
      for row in 0..<count {
        // 0^b is 0 for every b above 0, although log 0 is infinite.
        result[row] = y[row] == 0 && z[row] > 0 ? 0 : x[row] * w[row]
      }
    }
  }
}

extension RowOperation.Map {
  fileprivate func run(_ x: UnsafePointer<Double>, into result: VectorLoops.Result, count: Int) {
    switch self {
    case .negate: VectorLoops.negate(x, into: result, count: count)
    case .absolute: VectorLoops.absolute(x, into: result, count: count)
    case .square: VectorLoops.square(x, into: result, count: count)
    case .squareRoot: VectorLoops.squareRoot(x, into: result, count: count)
    case .exponential: VectorLoops.exponential(x, into: result, count: count)
    case .logarithm: VectorLoops.logarithm(x, into: result, count: count)
    case .hyperbolicTangent: VectorLoops.hyperbolicTangent(x, into: result, count: count)
    case .sigmoid: VectorLoops.sigmoid(x, into: result, count: count)
    case .rectify: VectorLoops.rectify(x, into: result, count: count)
    default: for row in 0..<count { result[row] = value(of: x[row]) }
    }
  }

  /// The value for one number, of the functions that have no loop of their own.
  private func value(of x: Double) -> Double {
    switch self {
    case .reciprocal: 1 / x
    case .exponentialMinusOne: Double.expMinusOne(x)
    case .logarithm10: Double.log10(x)
    case .logarithm2: Double.log2(x)
    case .sine: Double.sin(x)
    case .cosine: Double.cos(x)
    case .tangent: Double.tan(x)
    case .arcsine: Double.asin(x)
    case .arccosine: Double.acos(x)
    case .arctangent: Double.atan(x)
    case .hyperbolicSine: Double.sinh(x)
    case .hyperbolicCosine: Double.cosh(x)
    default: steppedValue(of: x)
    }
  }

  private func steppedValue(of x: Double) -> Double {
    switch self {
    case .sign: x > 0 ? 1 : x < 0 ? -1 : x
    case .floor: x.rounded(.down)
    case .ceiling: x.rounded(.up)
    case .round(let digits): roundedHalfAway(x, digits: digits)
    case .entropyTerm: x == 0 ? 0 : -x * Double.log(x)
    case .binaryScale:
      x.isNaN ? .nan : x == 0 || x.isInfinite ? 1 : Double(sign: .plus, exponent: x.exponent, significand: 1)
    case .slopeOfAbsolute: x > 0 ? 1 : x < 0 ? -1 : .nan
    case .slopeOfRectify: x > 0 ? 1 : x < 0 ? 0 : .nan
    case .not: 1 - x
    default: .nan
    }
  }
}

extension RowOperation.Join {
  fileprivate func run(_ x: LoopOperand, _ y: LoopOperand, into result: VectorLoops.Result, count: Int) {
    switch self {
    case .add: VectorLoops.add(x, y, into: result, count: count)
    case .subtract: VectorLoops.subtract(x, y, into: result, count: count)
    case .multiply: VectorLoops.multiply(x, y, into: result, count: count)
    case .divide: VectorLoops.divide(x, y, into: result, count: count)
    case .lostBySum:
      pairs(x, y, into: result, count) { x, y in
        let sum = x + y
        let added = sum - x
        return (x - (sum - added)) + (y - added)
      }
    case .lostByProduct: pairs(x, y, into: result, count) { (-($0 * $1)).addingProduct($0, $1) }
    case .larger: pairs(x, y, into: result, count) { $0 > $1 || $0.isNaN ? $0 : $1 }
    case .smaller: pairs(x, y, into: result, count) { $0 < $1 || $0.isNaN ? $0 : $1 }
    case .guardedMultiply: pairs(x, y, into: result, count) { $1 == 0 ? 0 : $0 * $1 }
    case .guardedDivide: pairs(x, y, into: result, count) { $0 == 0 ? 0 : $0 / $1 }
    case .power:
      // C has 1 for NaN to the power of 0, and for 1 to the power of NaN.
      pairs(x, y, into: result, count) { $0.isNaN || $1.isNaN ? .nan : Double.pow($0, $1) }
    case .slopeByBase: pairs(x, y, into: result, count) { $1 == 0 ? 0 : $1 * Double.pow($0, $1 - 1) }
    case .angle: pairs(x, y, into: result, count) { Double.atan2($0, $1) }
    // The second condition is not asked where the first decides.
    case .and: pairs(x, y, into: result, count) { $0 == 1 ? $1 : $0 }
    case .or: pairs(x, y, into: result, count) { $0 == 0 ? $1 : $0 }
    case .compare(let relation):
      pairs(x, y, into: result, count) {
        $0.isNaN || $1.isNaN ? .nan : relation.holds($0, $1) ? 1 : 0
      }
    }
  }

  @inline(__always)
  private func pairs(
    _ x: LoopOperand, _ y: LoopOperand, into result: VectorLoops.Result, _ count: Int,
    _ rule: (Double, Double) -> Double
  ) {
    // The compiler can vectorise where neither operand is a single number.
    if x.step == 1, y.step == 1 {
      for row in 0..<count { result[row] = rule(x.base[row], y.base[row]) }
    } else {
      for row in 0..<count { result[row] = rule(x[row], y[row]) }
    }
  }
}
