import Engine
import Expressions
import Mathematics
import Plotting

/// What a method says of the dimension of points.
protocol DimensionEstimate {
  var dimension: Double { get }
  var standardError: Double { get }
  var duplicates: Int { get }
  /// The results that only this method has.
  var record: Record { get }
  /// How the estimate comes about; `known` is the true dimension where it is known.
  func chart(known: Int?, size: Chart.Size) -> Chart
}

extension DimensionEstimate {
  /// The estimate in words.
  var remark: String {
    "The estimated dimension is \(formatSignificant(dimension, 4)) ± \(formatSignificant(standardError, 2))."
  }
}
