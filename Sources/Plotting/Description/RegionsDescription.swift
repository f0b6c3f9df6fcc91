/// Regions in words: which share of the area is whose.
struct RegionsDescription {
  private let regions: Regions
  private let scales: SeriesStatistics.Scales

  init(_ regions: Regions, scales: SeriesStatistics.Scales) {
    self.regions = regions
    self.scales = scales
  }

  /// The shares alone.
  var briefSentence: String {
    guard let shares else { return sentence }
    let parts = zip(regions.labels, shares.classes).map { label, share in
      "“\(PlainText.clean(label))” \(Self.percent(share))"
    }
    return "Regions: \(Words.list(parts))."
  }

  /// The sentence.
  var sentence: String {
    let start =
      "Regions of \(Words.count(regions.labels.count, "class")) "
      + "over \(regions.x.count) by \(regions.y.count) points"
    guard let shares else { return "\(start): no data." }
    var parts = zip(regions.labels, shares.classes).map { label, share in
      "“\(PlainText.clean(label))” on \(Self.percent(share))"
    }
    if shares.undecided > 0 { parts.append("none on \(Self.percent(shares.undecided))") }
    return "\(start), by the share of the area where a class is the most probable: \(Words.list(parts))."
  }

  private struct Shares {
    var classes: [Double]
    var undecided: Double
  }

  /// The share of the area in which each class is the most probable one; nil where there is no area.
  private var shares: Shares? {
    let (columns, rows) = (regions.x.count, regions.y.count)
    guard columns > 0, rows > 0, regions.probabilities.allSatisfy({ $0.count == columns * rows }) else {
      return nil
    }
    let across = Self.extents(regions.x, isLogarithmic: scales.isLogarithmicX)
    let down = Self.extents(regions.y, isLogarithmic: scales.isLogarithmicY)
    var (areas, undecided) = (Array(repeating: 0.0, count: regions.probabilities.count), 0.0)
    for place in 0..<(columns * rows) where regions.probabilities.allSatisfy({ $0[place].isFinite }) {
      let area = across[place % columns] * down[place / columns]
      if let winner = regions.winner(at: place) { areas[winner] += area } else { undecided += area }
    }
    let total = areas.reduce(undecided, +)
    guard total > 0, total.isFinite else { return nil }
    return Shares(classes: areas.map { $0 / total }, undecided: undecided / total)
  }

  /// How much of an axis is nearest to each position, as a share of it.
  private static func extents(_ positions: [Double], isLogarithmic: Bool) -> [Double] {
    guard let first = positions.first, let last = positions.last, first < last else {
      return positions.map { _ in 0 }
    }
    let scale: Scale =
      isLogarithmic && first > 0
      ? .logarithmic(Interval(spanningPositive: first, last)) : .linear(Interval(spanning: first, last))
    let places = positions.map { scale.fraction($0) ?? 0 }
    return places.indices.map { index in
      (places[min(index + 1, places.count - 1)] - places[max(index - 1, 0)]) / 2
    }
  }

  private static func percent(_ share: Double) -> String {
    let percent = (share * 100).rounded()
    if percent == 0, share > 0 { return "less than 1%" }
    if percent == 100, share < 1 { return "more than 99%" }
    return "\(Int(min(max(percent, 0), 100)))%"
  }
}
