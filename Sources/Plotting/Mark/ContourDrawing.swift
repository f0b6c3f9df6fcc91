extension PanelPainter {
  /// Draws the lines of all levels.
  mutating func draw(_ contour: Contour) {
    let levels = contour.drawnLevels
    for (rank, level) in levels.enumerated() {
      var path = PathData()
      for line in lines(contour, at: level) { path.polyline(line) }
      add(.stroked(path, ink(rank, of: levels.count), width: 1.5))
    }
  }

  /// Writes the value of each level on its longest line, where there is room.
  mutating func label(_ contour: Contour) {
    guard contour.labelsLevels else { return }
    let levels = contour.drawnLevels
    for (rank, level) in levels.enumerated() {
      let longest = lines(contour, at: level).max { length($0) < length($1) } ?? []
      // Starting at different places keeps the labels of neighbouring levels apart.
      let shares = [0.5, 0.25, 0.75, 0.35, 0.65, 0.1, 0.9, 0.42, 0.58]
      let candidates = shares.compactMap { place(along: longest, $0) }.map { point in
        PlacedText(
          NumberText.short(level), .level,
          at: Point(point.x, point.y + PlacedText.Role.level.size * PlacedText.middle),
          anchor: .middle, ink: ink(rank, of: levels.count).forWords, hasHalo: true)
      }
      if let placed = placer.place(candidates, within: frame.rectangle) { add(placed) }
    }
  }

  private func ink(_ rank: Int, of count: Int) -> Ink {
    .level(count > 1 ? rank * (ColorMap.shadeCount - 1) / (count - 1) : ColorMap.shadeCount / 2)
  }

  private func lines(_ contour: Contour, at level: Double) -> [[Point]] {
    let (xs, ys) = (contour.x.map { frame.x($0) }, contour.y.map { frame.y($0) })
    let tracing = ContourTracing(columns: xs.count, rows: ys.count, values: contour.values)
    let simplification = LineSimplification(tolerance: 0.1)
    func point(_ index: Int) -> Point? {
      guard let x = xs[index % xs.count], let y = ys[index / xs.count] else { return nil }
      return Point(x, y)
    }
    return tracing.lines(at: level).map { line in
      let points = line.compactMap { crossing -> Point? in
        guard let first = point(crossing.first), let second = point(crossing.second) else { return nil }
        return Point(
          first.x + (second.x - first.x) * crossing.share, first.y + (second.y - first.y) * crossing.share)
      }
      return simplification.simplified(points)
    }
  }

  private func length(_ line: [Point]) -> Double {
    zip(line, line.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
  }

  /// The place a share of the way along a line; nil for lines too short to carry words.
  private func place(along line: [Point], _ share: Double) -> Point? {
    let total = length(line)
    guard total > 60 else { return nil }
    var rest = total * share
    for (start, end) in zip(line, line.dropFirst()) {
      let step = start.distance(to: end)
      if step >= rest, step > 0 {
        return Point(start.x + (end.x - start.x) * rest / step, start.y + (end.y - start.y) * rest / step)
      }
      rest -= step
    }
    return line.last
  }
}

extension Contour {
  /// The levels to draw in order: those asked for, or round ones between the least and the greatest value.
  var drawnLevels: [Double] {
    if let levels { return Array(Set(levels.filter(\.isFinite))).sorted() }
    let finite = values.filter(\.isFinite)
    guard let lower = finite.min(), let upper = finite.max(), lower < upper else { return [] }
    let interval = Interval(spanning: lower, upper)
    let step = RoundStep(cutting: interval, atMost: 10)
    return step.multiples(within: interval).filter { $0 > lower && $0 < upper }
  }
}
