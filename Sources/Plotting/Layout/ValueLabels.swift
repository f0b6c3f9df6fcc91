/// The words at the ends of bars.
enum ValueLabels {
  private static let role = PlacedText.Role.value
  /// More bars than these are read off the axis.
  private static let most = 40

  /// The words for bars, or nil where there are none.
  static func texts(_ bars: Bars) -> [String]? {
    switch bars.valueLabels {
    case .hidden: return nil
    case .texts(let texts): return texts.map(PlainText.clean)
    case .automatic:
      guard bars.values.count <= most else { return nil }
      return bars.values.map { $0.isFinite ? NumberText.short($0, digits: 3) : "" }
    }
  }

  /// The room that words above vertical bars need.
  static func height(_ panels: [Panel]) -> Double {
    labelled(panels, .vertical).isEmpty ? 0 : role.lineHeight + 4
  }

  /// The room that words beside horizontal bars need.
  static func width(_ panels: [Panel]) -> Double {
    let words = labelled(panels, .horizontal).flatMap { texts($0) ?? [] }
    let widest = words.map { TextMetrics.width($0, size: role.size) }.max() ?? 0
    return widest > 0 ? widest + 8 : 0
  }

  private static func labelled(_ panels: [Panel], _ orientation: Bars.Orientation) -> [Bars] {
    panels.flatMap(\.marks).compactMap { mark in
      guard case .bars(let bars) = mark, bars.orientation == orientation, texts(bars) != nil else {
        return nil
      }
      return bars
    }
  }
}
