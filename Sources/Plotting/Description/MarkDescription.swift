/// One mark in words.
struct MarkDescription {
  private let mark: Mark
  /// The names on the horizontal axis, if it has names.
  private let names: [String]
  private let scales: SeriesStatistics.Scales

  init(_ mark: Mark, names: [String], scales: SeriesStatistics.Scales) {
    self.mark = mark
    self.names = names
    self.scales = scales
  }

  /// Bars up to this number are read out one by one.
  private static let mostBars = 12
  /// Levels up to this number are named one by one.
  private static let mostLevels = 8

  /// The sentence.
  var sentence: String {
    switch mark {
    case .line(let line): return describe(line)
    case .points(let points): return series("points", points.label, points.x, points.y, tellsTrend: false)
    case .bars(let bars): return describe(bars)
    case .area(let area): return describe(area)
    case .rule(let rule): return describe(rule)
    case .text(let text): return "Note: “\(PlainText.clean(text.string))”."
    case .heatMap(let map): return describe(map)
    case .contour(let contour): return describe(contour)
    case .regions(let regions): return RegionsDescription(regions, scales: scales).sentence
    }
  }

  /// The sentence where there are many to be told: the ends of a series, and between what its values lie.
  var briefSentence: String {
    switch mark {
    case .line(let line): return briefly("line", line.label, line.x, line.y, tellsEnds: true)
    case .points(let points): return briefly("points", points.label, points.x, points.y, tellsEnds: false)
    case .bars(let bars) where bars.values.count > Self.mostBarsInBrief: return extremes(of: bars)
    case .area(let area): return briefly(area)
    case .regions(let regions): return RegionsDescription(regions, scales: scales).briefSentence
    default: return sentence
    }
  }

  private func briefly(_ area: Area) -> String {
    let values = (area.lower + area.upper).filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else { return sentence }
    return "\(name("area", area.label)): from \(value(low)) to \(value(high))."
  }

  private static let mostBarsInBrief = 6

  private func briefly(
    _ kind: String, _ label: String?, _ x: [Double], _ y: [Double], tellsEnds: Bool
  ) -> String {
    let statistics = SeriesStatistics(x, y, scales: scales)
    guard let first = statistics.first, let last = statistics.last, let low = statistics.lowest,
      let high = statistics.highest, statistics.count > 1
    else { return sentence }
    let range = "\(value(low.y)) to \(value(high.y))"
    guard tellsEnds else {
      return "\(name(kind, label)): \(Words.count(statistics.count, "point")), from \(range)."
    }
    let isMonotonic = [low, high].allSatisfy { $0.y == first.y || $0.y == last.y }
    return "\(name(kind, label)): from \(value(first.y)) to \(value(last.y))"
      + (isMonotonic ? "." : ", within \(range).")
  }

  private func name(_ kind: String, _ label: String?) -> String {
    label.nonEmpty.map { "\(Words.capitalized(kind)) “\(PlainText.clean($0))”" } ?? Words.capitalized(kind)
  }

  private func series(
    _ kind: String, _ label: String?, _ x: [Double], _ y: [Double], tellsTrend: Bool
  ) -> String {
    let statistics = SeriesStatistics(x, y, scales: scales)
    let name = name(kind, label)
    guard let first = statistics.first, let last = statistics.last, let low = statistics.lowest,
      let high = statistics.highest
    else { return "\(name): no data\(missing(statistics.missing))." }
    var parts: [String] = []
    if statistics.count == 1 {
      parts.append("1 point, \(value(first.y)) at \(position(first.x))")
    } else {
      parts.append(Words.count(statistics.count, "point"))
      if tellsTrend {
        parts.append(
          "from \(value(first.y)) at \(position(first.x)) to \(value(last.y)) at \(position(last.x))")
      }
      parts.append("lowest \(value(low.y)) at \(position(low.x))")
      parts.append("highest \(value(high.y)) at \(position(high.x))")
      if tellsTrend, let trend = statistics.trend { parts.append(trend) }
      if !tellsTrend, let relation = relation(statistics) { parts.append(relation) }
    }
    return "\(name): \(parts.joined(separator: ", "))\(missing(statistics.missing))."
  }

  private func relation(_ statistics: SeriesStatistics) -> String? {
    guard statistics.count > 2 else { return nil }
    let correlation = statistics.correlation
    guard correlation.magnitude >= 0.5 else { return "no clear trend" }
    return correlation > 0 ? "rising to the right" : "falling to the right"
  }

  private func missing(_ count: Int) -> String {
    count == 0 ? "" : ", \(Words.count(count, "value")) not finite and left out"
  }

  private func value(_ value: Double) -> String { Words.number(value) }

  /// A place on the horizontal axis: a number, or a name.
  private func position(_ x: Double) -> String {
    guard !names.isEmpty, x == x.rounded(), x >= 1, x <= Double(names.count) else { return Words.number(x) }
    return PlainText.clean(names[Int(x) - 1])
  }

  private func describe(_ line: Line) -> String {
    let sentence = series("line", line.label, line.x, line.y, tellsTrend: true)
    guard let reached = line.progress?.reached, line.x.contains(where: { $0 > reached }) else {
      return sentence
    }
    return sentence.dropLast() + ", highlighted up to \(position(reached))."
  }

  private func describe(_ bars: Bars) -> String {
    let (name, labels) = (name("bars", bars.label), labels(of: bars))
    let pairs = Array(zip(labels, bars.values))
    guard !pairs.isEmpty else { return "\(name): no data." }
    if pairs.count <= Self.mostBars {
      let tail = standingOut(in: bars, labels)
      return "\(name): \(Words.list(pairs.map { "\($0) \(value($1))" }))\(tail)."
    }
    return extremes(of: bars)
  }

  private func extremes(of bars: Bars) -> String {
    let (name, labels) = (name("bars", bars.label), labels(of: bars))
    let pairs = Array(zip(labels, bars.values))
    let finite = pairs.filter { $0.1.isFinite }
    guard let low = finite.min(by: { $0.1 < $1.1 }), let high = finite.max(by: { $0.1 < $1.1 }) else {
      return "\(name): no data\(missing(pairs.count))."
    }
    return "\(name): \(Words.count(pairs.count, "bar")), lowest \(value(low.1)) at \(low.0), "
      + "highest \(value(high.1)) at \(high.0)\(missing(pairs.count - finite.count))"
      + "\(standingOut(in: bars, labels))."
  }

  private func labels(of bars: Bars) -> [String] {
    switch bars.positions {
    case .numbers(let numbers): numbers.map(Words.number)
    case .categories(let names): names.map(PlainText.clean)
    }
  }

  private func standingOut(in bars: Bars, _ labels: [String]) -> String {
    let highlighted = bars.highlighted.flatMap { labels.indices.contains($0) ? labels[$0] : nil }
    return highlighted.map { "; \($0) stands out" } ?? ""
  }

  private func describe(_ area: Area) -> String {
    let (low, high) = (SeriesStatistics(area.x, area.lower), SeriesStatistics(area.x, area.upper))
    let name = name("area", area.label)
    guard let lowStart = low.first, let lowEnd = low.last, let highStart = high.first, let highEnd = high.last
    else { return "\(name): no data\(missing(max(low.missing, high.missing)))." }
    return "\(name): from \(value(lowStart.y)) to \(value(highStart.y)) at \(position(lowStart.x)), "
      + "from \(value(lowEnd.y)) to \(value(highEnd.y)) at \(position(lowEnd.x))"
      + "\(missing(max(low.missing, high.missing)))."
  }

  private func describe(_ rule: Rule) -> String {
    let label = rule.label.nonEmpty.map { " “\(PlainText.clean($0))”" } ?? ""
    switch rule.place {
    case .x(let x): return "Vertical line\(label) at \(position(x))."
    case .y(let y): return "Horizontal line\(label) at \(value(y))."
    }
  }

  private func describe(_ map: HeatMap) -> String {
    let size = "\(Words.count(map.rowCount, "row")) by \(Words.count(map.columnCount, "column"))"
    return "\(name("heat map", map.label)): \(size)\(range(map.values))."
  }

  private func describe(_ contour: Contour) -> String {
    let levels = contour.drawnLevels.map(Words.number)
    let drawn =
      if let first = levels.first, let last = levels.last, levels.count > Self.mostLevels {
        ", \(levels.count) levels from \(first) to \(last)"
      } else if levels.isEmpty {
        ", no levels"
      } else {
        ", \(levels.count == 1 ? "level" : "levels") \(Words.list(levels))"
      }
    return "\(name("contour plot", contour.label)) over \(contour.x.count) by \(contour.y.count) points"
      + "\(range(contour.values))\(drawn)."
  }

  private func range(_ values: [Double]) -> String {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else {
      return ", no data\(missing(values.count))"
    }
    return
      ", values from \(Words.number(low)) to \(Words.number(high))\(missing(values.count - finite.count))"
  }
}
