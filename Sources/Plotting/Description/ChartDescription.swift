extension Chart: CustomStringConvertible {
  /// What the chart is, in a few words; it stands in for a missing title.
  public var summary: String {
    let all = distinct(panels.flatMap(\.marks).compactMap(\.chartKind))
    // An area among other marks is their margin.
    let kinds = all.count > 1 ? all.filter { $0 != "area chart" } : all
    let kind = kinds.isEmpty ? "Empty chart" : Words.capitalized(Words.list(kinds))
    switch (x.label.nonEmpty, y.label.nonEmpty) {
    case (let x?, let y?): return clean("\(kind) of \(y) against \(x)")
    case (let x?, nil): return clean("\(kind) over \(x)")
    case (nil, let y?): return clean("\(kind) of \(y)")
    case (nil, nil): return kind
    }
  }

  /// What the chart shows, in sentences made from its data, for readers who do not see it.
  public var description: String {
    var sentences = [summary + "."]
    if let subtitle = subtitle.nonEmpty { sentences.append(clean(subtitle) + ".") }
    if facets != nil { sentences.append("\(Words.count(panels.count, "panel")).") }
    for direction in [Direction.horizontal, .vertical] {
      if let sentence = AxisDescription(self, direction).sentence { sentences.append(sentence) }
    }
    let names = AxisPlan(self, .horizontal).content.names
    for (index, panel) in panels.prefix(Self.mostPanels).enumerated() {
      if facets != nil {
        sentences.append("Panel \(index + 1)\(panel.title.map { ", “\(clean($0))”" } ?? ""):")
      }
      sentences += describe(panel, names)
    }
    if panels.count > Self.mostPanels {
      sentences.append("\(Words.count(panels.count - Self.mostPanels, "more panel")).")
    }
    return sentences.joined(separator: " ")
  }

  /// A screen reader reads everything out; beyond these, a description hides more than it tells.
  private static let mostPanels = 12
  private static let mostMarks = 24

  private func describe(_ panel: Panel, _ names: [String]) -> [String] {
    guard !panel.marks.isEmpty else { return ["No data."] }
    let scales = SeriesStatistics.Scales(
      isLogarithmicX: x.scale == .logarithmic, isLogarithmicY: y.scale == .logarithmic)
    var sentences = panel.marks.prefix(Self.mostMarks).map {
      MarkDescription($0, names: names, scales: scales).sentence
    }
    let rest = panel.marks.count - Self.mostMarks
    if rest > 0 { sentences.append("\(Words.count(rest, "more mark")).") }
    return sentences
  }

  private func distinct(_ strings: [String]) -> [String] {
    var seen: Set<String> = []
    return strings.filter { seen.insert($0).inserted }
  }

  private func clean(_ text: String) -> String { PlainText.clean(text) }
}

extension Mark {
  /// What a chart of such marks is called; nil for marks that only accompany others.
  fileprivate var chartKind: String? {
    switch self {
    case .line: return "line chart"
    case .points: return "scatter plot"
    case .bars: return "bar chart"
    case .area: return "area chart"
    case .heatMap: return "heat map"
    case .contour: return "contour plot"
    case .regions: return "map of classes"
    case .rule, .text: return nil
    }
  }
}
