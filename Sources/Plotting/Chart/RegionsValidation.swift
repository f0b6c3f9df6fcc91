extension MarkValidation {
  /// Throws what keeps regions from being drawn.
  func check(_ regions: Regions) throws(ChartError) {
    try limit("classes in \(name)", regions.probabilities.count, Limits.classes)
    try limit("levels", regions.levels.count, Limits.levels)
    try checkClasses(regions)
    try limit("columns in \(name)", regions.x.count, Limits.cells)
    try limit("rows in \(name)", regions.y.count, Limits.cells)
    let places = regions.x.count * regions.y.count
    try limit("cells", places * regions.probabilities.count, Limits.cells)
    for (label, values) in zip(regions.labels, regions.probabilities) where values.count != places {
      throw .mismatchedLengths(
        series: name,
        lengths:
          "\(regions.x.count) x and \(regions.y.count) y positions but \(values.count) probabilities of "
          + "“\(label)”; their product must be the number of probabilities")
    }
    try positions(.numbers(regions.x), "horizontal", isLogarithmicX)
    try positions(.numbers(regions.y), "vertical", isLogarithmicY)
    for place in 0..<places { try checkProbabilities(regions.probabilities.map { $0[place] }, place) }
  }

  private func checkClasses(_ regions: Regions) throws(ChartError) {
    let count = regions.probabilities.count
    guard count == regions.labels.count else {
      throw .unusableClasses(
        series: name, reason: "has \(count) classes but \(regions.labels.count) labels; each class needs one")
    }
    var seen: Set<String> = []
    for label in regions.labels where !seen.insert(label).inserted {
      throw .unusableClasses(series: name, reason: "has the class “\(label)” twice")
    }
    guard let colors = regions.colors, colors.count != count else { return }
    throw .unusableClasses(
      series: name, reason: "has \(count) classes but \(colors.count) colours; there must be as many of both")
  }

  /// How far sums of probabilities may be from 1, as rounding leaves them.
  private static let slack = 1e-6

  private func checkProbabilities(_ values: [Double], _ place: Int) throws(ChartError) {
    // Where a class has no probability, nothing is drawn.
    guard values.allSatisfy(\.isFinite) else { return }
    let sum = values.reduce(0, +)
    if let wrong = values.first(where: { $0 < -Self.slack }) {
      throw .unusableClasses(
        series: name, reason: "has the probability \(NumberText.short(wrong)) at grid point \(place + 1)")
    }
    guard (sum - 1).magnitude > Self.slack else { return }
    throw .unusableClasses(
      series: name,
      reason: "has probabilities that add to \(NumberText.short(sum)) at grid point \(place + 1); "
        + "those of all classes must add to 1")
  }
}
