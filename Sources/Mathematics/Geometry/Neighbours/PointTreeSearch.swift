/// A search in a tree of points, with memory that many searches share.
struct PointTreeSearch {
  private let tree: PointTree
  /// The squared distances of the nearest points of the last search, in increasing order.
  private(set) var squares: [Double]
  /// Where these points are in the tree; −1 where there are fewer.
  private(set) var places: [Int]
  /// On a torus the place from which the search goes out, within the unit cube.
  private var centre: [Double]

  init(_ tree: PointTree, count: Int) {
    self.tree = tree
    squares = Array(repeating: .infinity, count: count)
    places = Array(repeating: -1, count: count)
    centre = Array(repeating: 0, count: tree.dimension)
  }

  /// Finds the nearest points, one place of the tree left out.
  ///
  /// Of equal distances the one that comes first in the tree stays.
  mutating func run(from start: UnsafePointer<Double>, excluding excluded: Int = -1) {
    for index in squares.indices { (squares[index], places[index]) = (.infinity, -1) }
    for axis in 0..<tree.dimension {
      centre[axis] = tree.isPeriodic ? start[axis] - start[axis].rounded(.down) : start[axis]
    }
    visit(0, excluding: excluded)
  }

  private mutating func visit(_ node: Int, excluding excluded: Int) {
    guard let second = tree.nodes[node].second else {
      return look(at: tree.nodes[node].points, excluding: excluded)
    }
    let (near, far) = (square(toBox: node + 1), square(toBox: second))
    let isFirstNearer = near <= far
    if min(near, far) < squares[squares.count - 1] {
      visit(isFirstNearer ? node + 1 : second, excluding: excluded)
    }
    if max(near, far) < squares[squares.count - 1] {
      visit(isFirstNearer ? second : node + 1, excluding: excluded)
    }
  }

  private mutating func look(at points: Range<Int>, excluding excluded: Int) {
    for place in points where place != excluded {
      let square = square(toPoint: place)
      if square < squares[squares.count - 1] { insert(place, square) }
    }
  }

  private mutating func insert(_ place: Int, _ square: Double) {
    var rank = squares.count - 1
    while rank > 0, squares[rank - 1] > square {
      squares[rank] = squares[rank - 1]
      places[rank] = places[rank - 1]
      rank -= 1
    }
    (squares[rank], places[rank]) = (square, place)
  }

  private func square(toPoint place: Int) -> Double {
    let numbers = tree.coordinates.numbers + place * tree.dimension
    var sum = 0.0
    for axis in 0..<tree.dimension {
      var difference = (numbers[axis] - centre[axis]).magnitude
      if tree.isPeriodic, difference > 0.5 { difference = 1 - difference }
      sum += difference * difference
    }
    return sum
  }

  private func square(toBox node: Int) -> Double {
    let least = tree.boxes.numbers + node * 2 * tree.dimension
    let greatest = least + tree.dimension
    var sum = 0.0
    for axis in 0..<tree.dimension {
      let (below, above) = (least[axis] - centre[axis], centre[axis] - greatest[axis])
      var difference = max(below, above)
      guard difference > 0 else { continue }
      // On a circle the box can also be reached the other way round.
      if tree.isPeriodic { difference = min(difference, 1 + (below > 0 ? above : below)) }
      sum += difference * difference
    }
    return sum
  }
}
