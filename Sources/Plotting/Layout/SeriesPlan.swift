/// How each mark of each panel looks: its colour, dashes and shape, and what the legend says about it.
struct SeriesPlan {
  /// How a series looks.
  struct Style: Hashable {
    let ink: Ink
    let dash: Line.Dash
    let shape: Points.Shape
  }

  /// What a legend shows beside a name.
  enum Swatch: Hashable {
    case line, points, block
  }

  /// One name in a legend.
  struct Entry: Hashable {
    let label: String
    let style: Style
    let swatch: Swatch
  }

  /// The styles by panel and mark.
  private(set) var styles: [[Style]] = []
  /// The names, each once, in the order in which they first appear.
  private(set) var entries: [Entry] = []
  /// The colours taken so far, and of lines and of points the outlines taken so far.
  private var slots: [Key: Int] = [:]
  private var ranks: [Swatch: [Key: Int]] = [:]

  /// Marks of the same name look alike, and so do nameless marks at the same rank of different panels.
  private enum Key: Hashable {
    case name(String)
    case rank(Int)
  }

  /// Plans the marks of all panels; where a legend and not a place tells lines apart, their dashes differ too.
  init(_ panels: [Panel], variesDashes: Bool) {
    for panel in panels {
      var nameless = 0
      styles.append(
        panel.marks.map { mark in
          guard let series = mark.series else { return Style(ink: .ink, dash: .solid, shape: .circle) }
          if series.label == nil { nameless += 1 }
          return style(of: series, key: series.label.map(Key.name) ?? .rank(nameless), variesDashes)
        })
    }
  }

  private mutating func style(of series: Mark.Series, key: Key, _ variesDashes: Bool) -> Style {
    let slot = slots[key] ?? slots.count
    if series.color == nil || series.label != nil { slots[key] = slot }
    let rank = ranks[series.swatch, default: [:]][key] ?? ranks[series.swatch, default: [:]].count
    ranks[series.swatch, default: [:]][key] = rank
    let (dashes, shapes) = (Line.Dash.allCases, Points.Shape.allCases)
    let dash = series.dash ?? dashes[(variesDashes ? rank : slot / Palette.series.count) % dashes.count]
    let style = Style(
      ink: series.color.map { Ink($0) } ?? .series(slot), dash: dash,
      shape: series.shape ?? shapes[rank % shapes.count])
    if let label = series.label, !label.isEmpty, !entries.contains(where: { $0.label == label }) {
      entries.append(Entry(label: label, style: style, swatch: series.swatch))
    }
    return style
  }
}

extension Mark {
  /// What marks that belong to a series have in common.
  struct Series {
    let label: String?
    let color: ColorRole?
    var dash: Line.Dash?
    var shape: Points.Shape?
    let swatch: SeriesPlan.Swatch
  }

  /// The series that the mark shows; nil for marks that take no colour from the palette.
  var series: Series? {
    switch self {
    case .line(let line):
      return Series(label: line.label, color: line.color, dash: line.dash, swatch: .line)
    case .points(let points):
      return Series(label: points.label, color: points.color, shape: points.shape, swatch: .points)
    case .bars(let bars): return Series(label: bars.label, color: bars.color, swatch: .block)
    case .area(let area): return Series(label: area.label, color: area.color, swatch: .block)
    case .rule, .text, .heatMap, .contour: return nil
    }
  }
}
