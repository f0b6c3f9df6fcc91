/// Places in one block of memory for all results, so that results which are not needed at the same time share a place.
struct WorkspaceLayout {
  /// Where each node's result begins.
  private(set) var offsets: [Int: Int] = [:]
  /// The size of the block.
  var count: Int { free.end }

  private var free = FreeRanges()

  init(schedule: Schedule, nodes: [RecordedNode]) {
    var sizes: [Int: Int] = [:]
    for (step, index) in schedule.steps.enumerated() {
      let size = Self.aligned(nodes[index].value.count)
      let dying = Set(
        nodes[index].operands.compactMap { operand in
          operand.source(in: nodes).node.flatMap { schedule.lastUse[$0] == step ? $0 : nil }
        }.filter { offsets[$0] != nil })
      var rest = dying
      if let reused = nodes[index].overwritten(among: dying, in: nodes) {
        offsets[index] = offsets[reused]
        rest.remove(reused)
      } else {
        offsets[index] = free.take(size)
      }
      sizes[index] = size
      for node in rest.sorted() {
        if let offset = offsets[node], let size = sizes[node] { free.give(offset, size) }
      }
    }
  }

  /// Blocks begin at multiples of 64 bytes, the width of the widest vectors.
  private static func aligned(_ count: Int) -> Int { (max(count, 1) + 7) / 8 * 8 }
}

extension RecordedNode {
  /// An operand that is needed no more and whose place the result may take.
  fileprivate func overwritten(among dying: Set<Int>, in nodes: [RecordedNode]) -> Int? {
    guard let operation, operation.worksInPlace else { return nil }
    for operand in operands {
      guard let node = operand.source(in: nodes).node, dying.contains(node) else { continue }
      if nodes[node].value.count == value.count { return node }
    }
    return nil
  }
}

/// The unused ranges of a growing block, in order and never touching.
private struct FreeRanges {
  private var ranges: [Range<Int>] = []
  private(set) var end = 0

  /// The smallest free range that is large enough, else new room at the end.
  mutating func take(_ size: Int) -> Int {
    let fitting = ranges.indices.filter { ranges[$0].count >= size }
    if let best = fitting.min(by: { ranges[$0].count < ranges[$1].count }) {
      let start = ranges[best].lowerBound
      ranges[best] = start + size..<ranges[best].upperBound
      if ranges[best].isEmpty { ranges.remove(at: best) }
      return start
    }
    let start = ranges.last.map { $0.upperBound == end ? $0.lowerBound : end } ?? end
    if start < end { ranges.removeLast() }
    end = start + size
    return start
  }

  mutating func give(_ start: Int, _ size: Int) {
    let index = ranges.firstIndex { $0.lowerBound > start } ?? ranges.count
    ranges.insert(start..<start + size, at: index)
    if index + 1 < ranges.count, ranges[index].upperBound == ranges[index + 1].lowerBound {
      ranges[index] = ranges[index].lowerBound..<ranges[index + 1].upperBound
      ranges.remove(at: index + 1)
    }
    if index > 0, ranges[index - 1].upperBound == ranges[index].lowerBound {
      ranges[index - 1] = ranges[index - 1].lowerBound..<ranges[index].upperBound
      ranges.remove(at: index)
    }
  }
}
