/// Evenly spaced numbers from `start` to `end`, both included exactly; `start` alone for a count of 1, none below.
///
/// Each number is counted from the nearer end, so that a range around 0 is symmetric and its end exact.
@inlinable
public func linspace<Scalar: RealScalar>(_ start: Scalar, _ end: Scalar, count: Int) -> [Scalar] {
  guard count > 1 else { return count == 1 ? [start] : [] }
  let last = count - 1
  // The halves keep the step finite where end − start is not.
  let half = end * Scalar(0.5) - start * Scalar(0.5)
  return (0..<count).map { index in
    let isNearStart = index <= last / 2
    let steps = isNearStart ? index : last - index
    let distance = half * Scalar(2 * Double(steps) / Double(last))
    return isNearStart ? start + distance : end - distance
  }
}

/// Numbers from `start` to `end`, both included exactly and above 0, evenly spaced in their logarithm.
///
/// Powers of ten between powers of ten come out exact, which base e would not give.
@inlinable
public func logspace<Scalar: RealScalar>(_ start: Scalar, _ end: Scalar, count: Int) -> [Scalar] {
  guard count > 1 else { return count == 1 ? [start] : [] }
  let exponents = linspace(Scalar.log10(start), Scalar.log10(end), count: count)
  var numbers = exponents.map { Scalar.pow(Scalar(10), $0) }
  numbers[0] = start
  numbers[count - 1] = end
  return numbers
}
