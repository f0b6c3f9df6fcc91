/// Several panels side by side that share both axes, so that they can be compared at a glance.
public struct Facets: Sendable, Hashable {
  /// How many panels stand in a row; nil chooses.
  public var columns: Int?
  /// The panels, row by row.
  public var panels: [Panel]

  /// Makes facets.
  public init(columns: Int? = nil, panels: [Panel]) {
    self.columns = columns
    self.panels = panels
  }

  /// A narrower panel has no room for its labels.
  private static let leastWidth = 100.0

  /// The number of columns in a picture of a width: the one asked for, or a nearly square grid of at most four.
  func columnCount(width: Double) -> Int {
    let count = max(1, panels.count)
    let square = count == 3 ? 3 : (1...4).first { $0 * $0 >= count } ?? 4
    let most = min(count, max(1, Int(width / Self.leastWidth)))
    return min(max(1, columns ?? square), most)
  }
}

/// One panel of a chart.
public struct Panel: Sendable, Hashable {
  /// What sets this panel apart, above it.
  public var title: String?
  /// What is drawn in it.
  public var marks: [Mark]

  /// Makes a panel.
  public init(title: String? = nil, marks: [Mark]) {
    self.title = title
    self.marks = marks
  }
}
