/// What a stroke or a filling is painted with: a role, which the style sheet gives its light and dark forms.
package enum Ink: Sendable, Hashable {
  /// Words.
  case ink
  /// Words and marks of lesser weight.
  case muted
  /// Axes and their ticks.
  case axis
  /// Grid lines.
  case grid
  /// What the page looks like behind the chart.
  case paper
  /// A series' colour, counted from 0.
  case series(Int)
  /// A series' colour for words.
  case seriesText(Int)
  /// Bars that step back behind a highlighted one.
  case background
  /// A contour's colour by its rank among the levels, in 64 shades.
  case level(Int)
  /// A colour that is the same in light and dark mode.
  case fixed(RGB)

  /// The name of the custom property that holds it, or nil for a fixed colour.
  var property: String? {
    switch self {
    case .ink: return "--ink"
    case .muted: return "--muted"
    case .axis: return "--axis"
    case .grid: return "--grid"
    case .paper: return "--paper"
    case .series(let index): return "--c\(index % Palette.series.count + 1)"
    case .seriesText(let index): return "--t\(index % Palette.series.count + 1)"
    case .background: return "--back"
    case .level(let rank): return "--l\(rank)"
    case .fixed: return nil
    }
  }

  /// Its two forms.
  package var pigment: Pigment {
    switch self {
    case .ink: return Palette.ink
    case .muted: return Palette.muted
    case .axis: return Palette.axis
    case .grid: return Palette.grid
    case .paper: return Palette.paper
    case .series(let index): return Palette.series[index % Palette.series.count]
    case .seriesText(let index): return Palette.series[index % Palette.series.count].legible
    case .background: return Palette.background
    case .level(let rank): return Palette.level(Double(rank) / Double(ColorMap.shadeCount - 1))
    case .fixed(let color): return Pigment(color, color)
    }
  }

  /// A role of the palette as marks take it.
  init(_ role: ColorRole) {
    switch role {
    case .series(let index): self = .series(Ink.slot(index))
    case .ink: self = .ink
    case .muted: self = .muted
    case .level(let fraction): self = .level(ColorMap.index(at: fraction))
    }
  }

  /// The form of this ink that words can be read in.
  var forWords: Ink {
    if case .series(let index) = self { return .seriesText(index) }
    return self
  }

  /// An index within the palette, whatever the caller counts to.
  private static func slot(_ index: Int) -> Int {
    let count = Palette.series.count
    return (index % count + count) % count
  }
}
