extension Tensor {
  /// Where along an axis the largest number is, counted from 0, for each place of the other axes in their order.
  ///
  /// The first of equals; NaN counts as the largest. It has no derivative.
  public func argmax(along axis: Int) throws -> [Int] {
    let layout = try AxisLayout(shape, along: axis, keepingAxis: false, in: "argmax")
    guard layout.reduced > 0 else { throw ShapeError("argmax", shape, "axis \(axis) has no entries") }
    return withNumbers { numbers in
      (0..<layout.outer * layout.inner).map { place in
        let start = numbers + place / layout.inner * layout.reduced * layout.inner + place % layout.inner
        var best = 0
        for index in 1..<layout.reduced {
          let candidate = start[index * layout.inner]
          let top = start[best * layout.inner]
          if candidate > top || (candidate.isNaN && !top.isNaN) { best = index }
        }
        return best
      }
    }
  }
}
