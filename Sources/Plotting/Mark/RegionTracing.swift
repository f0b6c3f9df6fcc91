/// Traces where the values on a grid reach a level, as closed outlines.
///
/// Marching squares, cell by cell: an outline runs through each cell with what is reached on one and the same side, and
/// along the sides that have no neighbour: those at the grid's edge and those beside cells with a corner that is not
/// finite. Outlines about holes therefore run the other way round than those about what holds them, so that both rules
/// of filling give the same picture.
package struct RegionTracing {
  /// A corner of an outline: a grid point, or a place between two neighbours.
  package struct Corner: Sendable, Hashable {
    package let first: Int
    package let second: Int
    /// How far the place is from the first to the second.
    package let share: Double
  }

  private let columns: Int
  private let rows: Int
  private let values: [Double]
  private let level: Double

  /// The next end of a piece after each of its starts; where outlines touch in a grid point, it starts two.
  private var next: [Int: [Int]] = [:]
  /// The starts of pieces in the order of the cells.
  private var starts: [Int] = []

  /// Prepares to trace a grid, whose values stand row by row, at a level.
  package init(columns: Int, rows: Int, values: [Double], level: Double) {
    self.columns = columns
    self.rows = rows
    self.values = values
    self.level = level
  }

  /// The outlines, each without its first corner at the end.
  package static func outlines(
    columns: Int, rows: Int, values: [Double], level: Double
  ) -> [[Corner]] {
    guard columns > 1, rows > 1, values.count == columns * rows else { return [] }
    var tracing = RegionTracing(columns: columns, rows: rows, values: values, level: level)
    for row in 0..<(rows - 1) {
      for column in 0..<(columns - 1) where tracing.isWhole(column, row) { tracing.addCell(column, row) }
    }
    return tracing.joined()
  }

  // MARK: Cells

  /// Whether there is such a cell, with four finite corners.
  private func isWhole(_ column: Int, _ row: Int) -> Bool {
    guard column >= 0, row >= 0, column < columns - 1, row < rows - 1 else { return false }
    let corner = row * columns + column
    return values[corner].isFinite && values[corner + 1].isFinite && values[corner + columns].isFinite
      && values[corner + columns + 1].isFinite
  }

  private mutating func addCell(_ column: Int, _ row: Int) {
    let corner = row * columns + column
    let corners = [corner, corner + 1, corner + columns + 1, corner + columns]
    let isReached = corners.map { values[$0] >= level }
    guard isReached.contains(true) else { return }
    let sides = [
      Self.across(corner), Self.down(corner + 1), Self.across(corner + columns), Self.down(corner),
    ]
    addCuts(through: sides, isReached, middle: corners.reduce(0) { $0 + values[$1] / 4 })
    let neighbours = [(column, row - 1), (column + 1, row), (column, row + 1), (column - 1, row)]
    for side in 0..<4 where !isWhole(neighbours[side].0, neighbours[side].1) {
      let (start, end) = (side, (side + 1) % 4)
      switch (isReached[start], isReached[end]) {
      case (true, true): add(Self.point(corners[start]), Self.point(corners[end]))
      case (true, false): add(Self.point(corners[start]), sides[side])
      case (false, true): add(sides[side], Self.point(corners[end]))
      case (false, false): break
      }
    }
  }

  /// Adds the pieces through a cell: from where a walk around it leaves what is reached to where it enters it again.
  private mutating func addCuts(through sides: [Int], _ isReached: [Bool], middle: Double) {
    let leaves = (0..<4).filter { isReached[$0] && !isReached[($0 + 1) % 4] }
    let enters = (0..<4).filter { !isReached[$0] && isReached[($0 + 1) % 4] }
    if leaves.count == 1 { add(sides[leaves[0]], sides[enters[0]]) }
    guard leaves.count == 2 else { return }
    // A saddle: its middle decides which corners belong together.
    let turn = middle >= level ? 1 : 3
    for side in leaves { add(sides[side], sides[(side + turn) % 4]) }
  }

  private mutating func add(_ start: Int, _ end: Int) {
    next[start, default: []].append(end)
    starts.append(start)
  }

  // MARK: Outlines

  private mutating func joined() -> [[Corner]] {
    var outlines: [[Corner]] = []
    for start in starts {
      var outline: [Corner] = []
      var place = start
      while let end = next[place]?.popLast() {
        outline.append(corner(place))
        place = end
      }
      if !outline.isEmpty { outlines.append(outline) }
    }
    return outlines
  }

  // A grid point, the side to the right of it and the side below it have numbers of their own.
  private static func point(_ place: Int) -> Int { place * 3 }
  private static func across(_ place: Int) -> Int { place * 3 + 1 }
  private static func down(_ place: Int) -> Int { place * 3 + 2 }

  private func corner(_ number: Int) -> Corner {
    let (first, kind) = number.quotientAndRemainder(dividingBy: 3)
    let second = kind == 0 ? first : kind == 1 ? first + 1 : first + columns
    // Halves keep differences of the greatest numbers from overflowing.
    let rise = values[second] / 2 - values[first] / 2
    let share = rise == 0 ? 0 : (level / 2 - values[first] / 2) / rise
    return Corner(first: first, second: second, share: min(max(share, 0), 1))
  }
}
