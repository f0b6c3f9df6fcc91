import LessonFormat

/// Which cells of a lesson run as one program.
///
/// All do, unless a cell asks for a result that is given between an earlier cell and itself, perhaps from that cell's
/// values: then a second program repeats the cells before it and goes on with what is known by then.
struct CellSegments {
  /// One run of cells.
  struct Segment: Hashable {
    /// The directives of all cells that run, those of earlier segments first.
    var cells: [Int]
    /// How many of them are repeated.
    var repeated: Int
  }

  /// The segments, in order.
  private(set) var segments: [Segment] = []

  /// Of a lesson without cells.
  init() {}

  /// Divides a lesson's cells.
  ///
  /// - Parameter lastDefinition: the directive before a cell that gives a result the cell asks for, the last if there
  ///   are several; nil where it asks for none.
  init(of lesson: Lesson, lastDefinition: (_ cell: Int) -> Int?) {
    let cells = lesson.directives.indices.filter { lesson.directives[$0].code != nil }
    var first = 0
    for index in cells.indices {
      // A result above the segment's first cell is there in time.
      guard index > first, let definition = lastDefinition(cells[index]), definition > cells[first] else {
        continue
      }
      segments.append(Segment(cells: Array(cells[..<index]), repeated: first))
      first = index
    }
    if first < cells.count { segments.append(Segment(cells: cells, repeated: first)) }
  }

  /// The segment whose first new cell a directive is.
  func segment(beginningAt directive: Int) -> Segment? {
    segments.first { $0.cells[$0.repeated] == directive }
  }
}
