import Mathematics

extension Tensor {
  /// The two columns of a map, a tensor of a row for each point and of 2 columns.
  var planeColumns: (x: [Double], y: [Double]) {
    let values = values
    return (
      stride(from: 0, to: values.count, by: 2).map { values[$0] },
      stride(from: 1, to: values.count, by: 2).map { values[$0] }
    )
  }
}
