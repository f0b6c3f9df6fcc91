import CKernels

/// The search for the nearest points: blocks of queries against blocks of tiles, a heap of the best for each query.
struct NeighbourSearch: Sendable {
  /// How many queries share a pass over the points, and how many tiles a pass takes at a time.
  private static let blockRows = 32
  private static let blockTiles = 8

  private let queries: Tensor
  private let tiles: PointTiles
  private let count: Int
  private let excludingSelf: Bool

  init(_ queries: Tensor, among points: Tensor, count: Int, excludingSelf: Bool) throws {
    guard queries.shape[1] == points.shape[1] else {
      throw ShapeError(
        "nearest neighbours", queries.shape, points.shape, "points need as many coordinates as the others")
    }
    guard count > 0 else {
      throw GeometryError.parameter(
        operation: "nearest neighbours", name: "the number of neighbours", found: "\(count)",
        allowed: "1 or more")
    }
    guard !queries.shape[0].multipliedReportingOverflow(by: count).overflow else {
      throw ShapeError("nearest neighbours", queries.shape, "there are too many neighbours to keep")
    }
    let unit = max(queries.distanceUnit(), points.distanceUnit())
    self.queries = queries.scaled(by: unit)
    self.tiles = PointTiles(points, unit: unit)
    self.count = count
    self.excludingSelf = excludingSelf
  }

  func run(cores: Int) -> NearestNeighbours {
    let rows = queries.shape[0]
    var distances = Tensor(uninitialized: [rows, count])
    var indices = [Int](repeating: 0, count: rows * count)
    distances.withMutableNumbers { distances in
      indices.withUnsafeMutableBufferPointer { indices in
        nonisolated(unsafe) let distances = distances
        nonisolated(unsafe) let indices = indices
        let blocks = (rows + Self.blockRows - 1) / Self.blockRows
        forEachIndex(count: blocks, cores: cores) { block in
          let first = block * Self.blockRows
          let heaps = nearest(to: first..<min(first + Self.blockRows, rows))
          for (row, heap) in heaps.enumerated() {
            for (rank, neighbour) in heap.sorted().enumerated() {
              indices[(first + row) * count + rank] = neighbour.index
              distances[(first + row) * count + rank] = neighbour.square.squareRoot() * tiles.unit
            }
          }
        }
      }
    }
    return NearestNeighbours(neighbourCount: count, indices: indices, distances: distances)
  }

  private func nearest(to rows: Range<Int>) -> [NeighbourHeap] {
    var heaps = [NeighbourHeap](repeating: NeighbourHeap(capacity: count), count: rows.count)
    let stride = Self.blockTiles * PointTiles.tileLength
    withUnsafeTemporaryAllocation(of: Double.self, capacity: rows.count * stride) { buffer in
      guard let squares = buffer.baseAddress else { return }
      for firstTile in Swift.stride(from: 0, to: tiles.tileCount, by: Self.blockTiles) {
        let range = firstTile..<min(firstTile + Self.blockTiles, tiles.tileCount)
        queries.withNumbers {
          tiles.squaredDistances(
            of: $0 + rows.lowerBound * tiles.width, count: rows.count, tiles: range, into: squares,
            stride: stride)
        }
        let firstPoint = firstTile * PointTiles.tileLength
        let length = min(stride, tiles.count - firstPoint)
        for row in 0..<rows.count {
          heaps[row].insert(
            squares + row * stride, count: length, firstIndex: firstPoint,
            except: excludingSelf ? rows.lowerBound + row : nil)
        }
      }
    }
    return heaps
  }
}

/// The nearest points seen so far, the farthest of them at the root.
private struct NeighbourHeap {
  struct Neighbour: Comparable {
    var square: Double
    var index: Int

    static func < (left: Neighbour, right: Neighbour) -> Bool {
      left.square < right.square || (left.square == right.square && left.index < right.index)
    }
  }

  private let capacity: Int
  private var entries: [Neighbour] = []

  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Takes in points whose indices are above those of all before.
  ///
  /// Of equal distances the earlier point stays, so that nothing at the limit itself need be looked at.
  mutating func insert(
    _ squares: UnsafePointer<Double>, count: Int, firstIndex: Int, except excluded: Int?
  ) {
    var place = 0
    while place < count {
      if entries.count == capacity {
        place = vector_find_below(squares, place, count, entries[0].square)
        if place == count { return }
      }
      if firstIndex + place != excluded {
        insert(Neighbour(square: squares[place], index: firstIndex + place))
      }
      place += 1
    }
  }

  private mutating func insert(_ neighbour: Neighbour) {
    if entries.count < capacity {
      entries.append(neighbour)
      rise()
    } else {
      sink(neighbour)
    }
  }

  private mutating func rise() {
    var child = entries.count - 1
    let neighbour = entries[child]
    while child > 0, entries[(child - 1) / 2] < neighbour {
      entries[child] = entries[(child - 1) / 2]
      child = (child - 1) / 2
    }
    entries[child] = neighbour
  }

  /// Puts a neighbour in the place of the root.
  private mutating func sink(_ neighbour: Neighbour) {
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < entries.count else { break }
      if child + 1 < entries.count, entries[child] < entries[child + 1] { child += 1 }
      guard neighbour < entries[child] else { break }
      entries[parent] = entries[child]
      parent = child
    }
    entries[parent] = neighbour
  }

  /// All neighbours, the nearest first.
  func sorted() -> [Neighbour] { entries.sorted() }
}
