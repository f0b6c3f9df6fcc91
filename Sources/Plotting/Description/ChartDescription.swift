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
  public var description: String { telling().text() }

  /// What there is to tell about the chart.
  ///
  /// - Parameter hasSubject: whether it is said what the chart is; a title may have done so.
  func telling(hasSubject: Bool = true) -> Telling {
    var telling = Telling(noun: facets == nil ? "mark" : "panel")
    telling.sentences = (remarks + (hasSubject ? [summary + "."] : [])).map {
      Telling.Sentence(clean($0), .subject)
    }
    if let subtitle = subtitle.nonEmpty { telling.sentences.append(.init(clean(subtitle) + ".", .frame)) }
    if facets != nil {
      telling.sentences.append(.init("\(Words.count(panels.count, "panel")).", .subject))
    }
    for direction in [Direction.horizontal, .vertical] {
      guard let sentence = AxisDescription(self, direction).sentence else { continue }
      telling.sentences.append(.init(sentence, .frame))
    }
    let names = AxisPlan(self, .horizontal).content.names
    for (index, panel) in panels.enumerated() {
      let marks = sentences(of: panel, names)
      guard facets != nil else {
        telling.sentences += marks
        continue
      }
      let start = "Panel \(index + 1)\(panel.title.map { ", “\(clean($0))”" } ?? ""):"
      let full = ([start] + marks.map(\.full)).joined(separator: " ")
      telling.sentences.append(
        .init(full, brief: "\(start) \(marks.first?.brief ?? "")", index == 0 ? .first : .further))
    }
    return telling
  }

  /// The marks of a panel; the first one is told in any case.
  private func sentences(of panel: Panel, _ names: [String]) -> [Telling.Sentence] {
    guard !panel.marks.isEmpty else { return [.init("No data.", .first)] }
    let scales = SeriesStatistics.Scales(
      isLogarithmicX: x.scale == .logarithmic, isLogarithmicY: y.scale == .logarithmic)
    return panel.marks.enumerated().map { index, mark in
      let description = MarkDescription(mark, names: names, scales: scales)
      return Telling.Sentence(
        description.sentence, brief: description.briefSentence, index == 0 ? .first : .further)
    }
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
