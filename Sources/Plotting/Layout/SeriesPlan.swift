/// How each mark of each panel looks: its colour, dashes and shape, and what the legend says about it.
struct SeriesPlan {
  /// How a series looks.
  struct Style: Hashable {
    var ink = Ink.ink
    var dash = Line.Dash.solid
    var shape = Points.Shape.circle
  }

  /// What a legend shows beside a name.
  enum Swatch: Hashable {
    case line, points, block, area, region
    /// Points that stand on regions of the same name.
    case pointsOnRegion
  }

  /// One name in a legend.
  struct Entry: Hashable {
    let label: String
    var style: Style
    var swatch: Swatch
  }

  /// The styles by panel, mark and series.
  private(set) var styles: [[[Style]]] = []
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
          mark.series.map { series in
            if series.label == nil { nameless += 1 }
            return style(of: series, key: series.label.map(Key.name) ?? .rank(nameless), variesDashes)
          }
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
    if let label = series.label, !label.isEmpty {
      note(Entry(label: label, style: style, swatch: series.swatch))
    }
    return style
  }

  /// Takes a name into the legend; points on a region of their name show both.
  private mutating func note(_ entry: Entry) {
    guard let known = entries.firstIndex(where: { $0.label == entry.label }) else {
      entries.append(entry)
      return
    }
    guard Set([entries[known].swatch, entry.swatch]) == [.region, .points] else { return }
    if entry.swatch == .points { entries[known].style = entry.style }
    entries[known].swatch = .pointsOnRegion
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

  /// The series that the mark shows: one, or one for each class, or none where it takes no colour from the palette.
  var series: [Series] {
    switch self {
    case .line(let line):
      return [Series(label: line.label, color: line.color, dash: line.dash, swatch: .line)]
    case .points(let points):
      return [Series(label: points.label, color: points.color, shape: points.shape, swatch: .points)]
    case .bars(let bars): return [Series(label: bars.label, color: bars.color, swatch: .block)]
    case .area(let area): return [Series(label: area.label, color: area.color, swatch: .area)]
    case .regions(let regions):
      return regions.labels.enumerated().map { index, label in
        let color = regions.colors.flatMap { $0.indices.contains(index) ? $0[index] : nil }
        return Series(label: label, color: color, swatch: .region)
      }
    case .rule, .text, .heatMap, .contour: return []
    }
  }
}
