/// Traces lines of equal value over a grid by marching squares: each cell is crossed by straight pieces, and pieces
/// that end on the same side of two cells are joined.
package struct ContourTracing {
  let columns: Int
  let rows: Int
  let values: [Double]

  /// Prepares to trace a grid; the values stand row by row.
  package init(columns: Int, rows: Int, values: [Double]) {
    self.columns = columns
    self.rows = rows
    self.values = values
  }

  /// A place on a side of a cell: between two neighbouring grid points, a share of the way.
  package struct Crossing: Sendable {
    package let first: Int
    package let second: Int
    package let share: Double
  }

  /// The lines at a level, each a list of crossings; a closed one ends where it begins.
  package func lines(at level: Double) -> [[Crossing]] {
    Chains(pieces: pieces(at: level)).lines.map { line in line.map { crossing($0, level) } }
  }

  /// The pieces of all cells, each from side to side.
  private func pieces(at level: Double) -> [(Int, Int)] {
    guard columns > 1, rows > 1 else { return [] }
    var pieces: [(Int, Int)] = []
    for row in 0..<(rows - 1) {
      for column in 0..<(columns - 1) {
        addPieces(of: row * columns + column, at: level, to: &pieces)
      }
    }
    return pieces
  }

  private func addPieces(of corner: Int, at level: Double, to pieces: inout [(Int, Int)]) {
    let corners = [corner, corner + 1, corner + 1 + columns, corner + columns]
    let heights = corners.map { values[$0] }
    guard heights.allSatisfy(\.isFinite) else { return }
    let isAbove = heights.map { $0 >= level }
    // A side is known by its first grid point: across counts even, down counts odd.
    let sides = [corner * 2, (corner + 1) * 2 + 1, (corner + columns) * 2, corner * 2 + 1]
    let crossed = (0..<4).filter { isAbove[$0] != isAbove[($0 + 1) % 4] }.map { sides[$0] }
    if crossed.count == 2 { pieces.append((crossed[0], crossed[1])) }
    guard crossed.count == 4 else { return }
    // A saddle: its middle decides which corners belong together.
    let middle = heights.reduce(0) { $0 + $1 / 4 }
    let joinsFirst = (middle >= level) == isAbove[0]
    pieces.append(joinsFirst ? (crossed[0], crossed[1]) : (crossed[3], crossed[0]))
    pieces.append(joinsFirst ? (crossed[2], crossed[3]) : (crossed[1], crossed[2]))
  }

  private func crossing(_ side: Int, _ level: Double) -> Crossing {
    let first = side / 2
    let second = side.isMultiple(of: 2) ? first + 1 : first + columns
    // Halves keep differences of the greatest numbers from overflowing.
    let rise = values[second] / 2 - values[first] / 2
    let share = rise == 0 ? 0.5 : (level / 2 - values[first] / 2) / rise
    return Crossing(first: first, second: second, share: min(max(share, 0), 1))
  }
}

/// Joins pieces that share an end into lines, always in the same order.
private struct Chains {
  private(set) var lines: [[Int]] = []
  private let pieces: [(Int, Int)]
  private var piecesAtEnd: [Int: [Int]] = [:]
  private var isUsed: [Bool]

  init(pieces: [(Int, Int)]) {
    self.pieces = pieces
    isUsed = Array(repeating: false, count: pieces.count)
    for (index, piece) in pieces.enumerated() {
      piecesAtEnd[piece.0, default: []].append(index)
      piecesAtEnd[piece.1, default: []].append(index)
    }
    // Open lines first, from their ends; what is left are loops.
    for index in pieces.indices where !isUsed[index] {
      if piecesAtEnd[pieces[index].0]?.count == 1 { follow(index, from: pieces[index].0) }
      if !isUsed[index], piecesAtEnd[pieces[index].1]?.count == 1 { follow(index, from: pieces[index].1) }
    }
    for index in pieces.indices where !isUsed[index] { follow(index, from: pieces[index].0) }
  }

  private mutating func follow(_ start: Int, from end: Int) {
    var line = [end]
    var next: Int? = start
    while let piece = next {
      isUsed[piece] = true
      let other = pieces[piece].0 == line[line.count - 1] ? pieces[piece].1 : pieces[piece].0
      line.append(other)
      next = piecesAtEnd[other]?.first { !isUsed[$0] }
    }
    lines.append(line)
  }
}
