/// Every combination of one value from each list, the last list changing fastest.
///
/// ```swift
/// print(try startGrid([[0, 5], [1, 2]]))  // [[0.0, 1.0], [0.0, 2.0], [5.0, 1.0], [5.0, 2.0]]
/// ```
/// - Parameters:
///   - values: The values to try for each coefficient.
///   - limit: The most combinations.
/// - Throws: ``LeastSquaresError/noStarts`` for an empty list, ``LeastSquaresError/tooManyStarts(limit:)`` past the
///   limit.
public func startGrid(_ values: [[Double]], limit: Int = 1_000_000) throws -> [[Double]] {
  guard !values.isEmpty, values.allSatisfy({ !$0.isEmpty }) else { throw LeastSquaresError.noStarts }
  var count = 1
  for list in values {
    let (product, overflow) = count.multipliedReportingOverflow(by: list.count)
    guard !overflow, product <= limit else { throw LeastSquaresError.tooManyStarts(limit: limit) }
    count = product
  }
  var starts: [[Double]] = [[]]
  starts.reserveCapacity(count)
  for list in values { starts = starts.flatMap { start in list.map { start + [$0] } } }
  return starts
}
