/// Something that a chart draws.
public enum Mark: Sendable, Hashable {
  /// Points joined by straight lines.
  case line(Line)
  /// Single points.
  case points(Points)
  /// Bars from zero.
  case bars(Bars)
  /// A band between two curves.
  case area(Area)
  /// A line across the panel at one value.
  case rule(Rule)
  /// Words at a place.
  case text(Text)
  /// A grid of cells coloured by their values.
  case heatMap(HeatMap)
  /// Lines of equal value over a grid.
  case contour(Contour)
  /// Where each of several classes is probable.
  case regions(Regions)
}

/// Where along an axis things stand: at numbers, or at names.
public enum Positions: Sendable, Hashable {
  /// Places on a number axis.
  case numbers([Double])
  /// Names on a category axis.
  case categories([String])

  /// How many there are.
  public var count: Int {
    switch self {
    case .numbers(let numbers): return numbers.count
    case .categories(let names): return names.count
    }
  }
}

/// Which colour of the palette a mark takes; every one is legible in light and dark mode.
public enum ColorRole: Sendable, Hashable {
  /// One of the eight colours for series, counted from 0 and again from the first after the last.
  case series(Int)
  /// The colour of text.
  case ink
  /// A grey for what stands in the background.
  case muted
  /// A shade of the scale from low to high, from 0 to 1: further from the page as it rises.
  case level(Double)
}
