/// A copy between two arrangements of the same numbers: nested axes, along each of which source and target have steps.
struct StridedCopy: Sendable {
  private struct Axis {
    let length: Int
    let sourceStep: Int
    let targetStep: Int
  }
  // The outermost first; neighbours that both sides walk through evenly are merged.
  private let axes: [Axis]
  private let isEmpty: Bool

  /// Describes a copy by the lengths of the axes and the steps along each.
  init(lengths: [Int], sourceSteps: [Int], targetSteps: [Int]) {
    isEmpty = lengths.contains(0)
    var axes: [Axis] = []
    for (index, length) in lengths.enumerated() where length != 1 {
      let next = Axis(length: length, sourceStep: sourceSteps[index], targetStep: targetSteps[index])
      if let outer = axes.last, outer.sourceStep == next.sourceStep * length,
        outer.targetStep == next.targetStep * length
      {
        axes[axes.count - 1] = Axis(
          length: outer.length * length, sourceStep: next.sourceStep, targetStep: next.targetStep)
      } else {
        axes.append(next)
      }
    }
    self.axes = StridedCopy.withPlaneLast(axes)
  }

  /// Moves the axis along which the source is contiguous next to the last, so that the two are copied tile by tile.
  private static func withPlaneLast(_ axes: [Axis]) -> [Axis] {
    guard let last = axes.last, last.sourceStep != 1,
      let contiguous = axes.firstIndex(where: { $0.sourceStep == 1 })
    else { return axes }
    var moved = axes
    let axis = moved.remove(at: contiguous)
    moved.insert(axis, at: moved.count - 1)
    return moved
  }

  /// Copies the numbers.
  func run(from source: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>) {
    if !isEmpty { walk(0, source, target) }
  }

  private func walk(_ depth: Int, _ source: UnsafePointer<Double>, _ target: UnsafeMutablePointer<Double>) {
    switch axes.count - depth {
    case 0: target[0] = source[0]
    case 1: copyRun(axes[depth], source, target)
    case 2 where axes[depth].sourceStep == 1:
      copyPlane(axes[depth], axes[depth + 1], source, target)
    default:
      let axis = axes[depth]
      for index in 0..<axis.length {
        walk(depth + 1, source + index * axis.sourceStep, target + index * axis.targetStep)
      }
    }
  }

  private func copyRun(_ axis: Axis, _ source: UnsafePointer<Double>, _ target: UnsafeMutablePointer<Double>)
  {
    if axis.sourceStep == 1 && axis.targetStep == 1 {
      target.update(from: source, count: axis.length)
      return
    }
    for index in 0..<axis.length { target[index * axis.targetStep] = source[index * axis.sourceStep] }
  }

  /// Copies a transposed plane in square tiles, which stay in the nearest memory from both sides.
  private func copyPlane(
    _ rows: Axis, _ columns: Axis, _ source: UnsafePointer<Double>, _ target: UnsafeMutablePointer<Double>
  ) {
    let tile = 16
    for rowStart in stride(from: 0, to: rows.length, by: tile) {
      let rowEnd = min(rowStart + tile, rows.length)
      for columnStart in stride(from: 0, to: columns.length, by: tile) {
        let columnEnd = min(columnStart + tile, columns.length)
        for row in rowStart..<rowEnd {
          for column in columnStart..<columnEnd {
            target[row * rows.targetStep + column * columns.targetStep] =
              source[row * rows.sourceStep + column * columns.sourceStep]
          }
        }
      }
    }
  }
}
