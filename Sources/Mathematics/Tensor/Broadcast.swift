/// How two operands are stretched to a common shape: runs along the last axes, within loops over the others.
struct Broadcast: Sendable {
  typealias Kernel = (
    UnsafePointer<Double>?, Int, UnsafePointer<Double>?, Int, UnsafeMutablePointer<Double>?, Int
  ) -> Void

  /// The common shape.
  let shape: Shape
  // Axes that both operands walk through evenly are merged; of what remains, the last is the run.
  private let axes: [Axis]
  private let run: Axis

  private struct Axis {
    var length: Int
    // How far each operand moves along; 0 where it is stretched.
    var leftStep: Int
    var rightStep: Int
  }

  /// Matches the shapes; `operation` is named in the error where they do not fit.
  init(_ left: Shape, _ right: Shape, in operation: String) throws {
    if left == right {
      shape = left
      axes = []
      run = Axis(length: left.count, leftStep: 1, rightStep: 1)
      return
    }
    shape = try left.broadcast(with: right, in: operation)
    var axes: [Axis] = []
    let leftSteps = left.steps(in: shape)
    let rightSteps = right.steps(in: shape)
    for axis in 0..<shape.rank where shape[axis] != 1 {
      let next = Axis(length: shape[axis], leftStep: leftSteps[axis], rightStep: rightSteps[axis])
      if let outer = axes.last, outer.leftStep == next.leftStep * next.length,
        outer.rightStep == next.rightStep * next.length
      {
        axes[axes.count - 1] = Axis(
          length: outer.length * next.length, leftStep: next.leftStep, rightStep: next.rightStep)
      } else {
        axes.append(next)
      }
    }
    run = axes.popLast() ?? Axis(length: 1, leftStep: 0, rightStep: 0)
    self.axes = axes
  }

  /// Runs a kernel over all entries of the common shape.
  func forEachRun(
    _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>,
    _ kernel: Kernel
  ) {
    guard shape.count > 0 else { return }
    var next = result
    walk(0, left, right, &next, kernel)
  }

  private func walk(
    _ depth: Int, _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>,
    _ result: inout UnsafeMutablePointer<Double>, _ kernel: Kernel
  ) {
    guard depth < axes.count else {
      kernel(left, run.leftStep, right, run.rightStep, result, run.length)
      result += run.length
      return
    }
    let axis = axes[depth]
    for index in 0..<axis.length {
      walk(depth + 1, left + index * axis.leftStep, right + index * axis.rightStep, &result, kernel)
    }
  }
}

extension Shape {
  /// How far apart neighbours are along each axis of a shape to which this one is stretched: 0 where it is.
  fileprivate func steps(in stretched: Shape) -> [Int] {
    let own = strides
    let missing = stretched.rank - rank
    return stretched.dimensions.indices.map { axis in
      axis < missing || dimensions[axis - missing] == 1 ? 0 : own[axis - missing]
    }
  }
}
