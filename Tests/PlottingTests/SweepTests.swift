import Plotting
import Testing

/// Charts of random kinds and data, among it everything that data should not contain.
private struct ChartSource {
  var numbers: SeededNumbers

  private static let oddities = [
    Double.nan, .infinity, -.infinity, 0, -0.0, 1e300, -1e300, .greatestFiniteMagnitude,
    .leastNonzeroMagnitude, 1e-300, 1,
    1 + .ulpOfOne,
  ]

  mutating func value(isPositive: Bool) -> Double {
    let isOdd = numbers.next(below: 6) == 0
    let value = isOdd ? Self.oddities[numbers.next(below: Self.oddities.count)] : numbers.next() * 20 - 10
    guard isPositive else { return value }
    return value.magnitude > 0 ? value.magnitude : 1
  }

  mutating func values(_ count: Int, isPositive: Bool) -> [Double] {
    (0..<count).map { _ in value(isPositive: isPositive) }
  }

  mutating func growing(_ count: Int) -> [Double] {
    var place = 0.1 + numbers.next()
    return (0..<count).map { _ in
      place += 0.01 + numbers.next()
      return place
    }
  }

  mutating func label() -> String? {
    [nil, "a", "a name that is rather long for its line", "", "b"][numbers.next(below: 5)]
  }

  mutating func mark(_ isPositiveX: Bool, _ isPositiveY: Bool) -> Mark {
    let count = numbers.next(below: 40)
    let (x, y) = (values(count, isPositive: isPositiveX), values(count, isPositive: isPositiveY))
    switch numbers.next(below: 8) {
    case 0: return .line(Line(x: x, y: y, label: label(), width: value(isPositive: false)))
    case 1: return .points(Points(x: x, y: y, label: label(), radius: value(isPositive: false)))
    case 2:
      return .area(Area(x: x, lower: y, upper: values(count, isPositive: isPositiveY), label: label()))
    case 3: return .rule(Rule(x: value(isPositive: isPositiveX), label: label()))
    case 4:
      return .text(
        Text(x: value(isPositive: isPositiveX), y: value(isPositive: isPositiveY), label() ?? "note"))
    case 5: return .bars(Bars(at: .numbers(x), values: y, label: label(), highlighted: count / 2))
    default:
      let (columns, rows) = (numbers.next(below: 6), numbers.next(below: 6))
      let (gridX, gridY) = (growing(columns), growing(rows))
      let cells = values(columns * rows, isPositive: false)
      if count.isMultiple(of: 3) {
        let shares = cells.map { $0.isFinite ? min(max($0.magnitude / 10, 0), 1) : $0 }
        return .regions(
          Regions(x: gridX, y: gridY, probabilities: [shares, shares.map { 1 - $0 }], labels: ["a", "b"]))
      }
      if count.isMultiple(of: 2) {
        return .heatMap(HeatMap(x: .numbers(gridX), y: .numbers(gridY), values: cells, label: label()))
      }
      return .contour(Contour(x: gridX, y: gridY, values: cells, label: label()))
    }
  }

  mutating func chart() -> Chart {
    let kinds: [Axis.ScaleKind] = [.linear, .logarithmic, .steps]
    let (x, y) = (kinds[numbers.next(below: 3)], kinds[numbers.next(below: 3)])
    let marks = (0..<numbers.next(below: 6)).map { _ in mark(x == .logarithmic, y == .logarithmic) }
    let size = Chart.Size(width: 120 + numbers.next() * 900, height: 120 + numbers.next() * 500)
    return Chart(
      title: label(), x: Axis(label(), scale: x), y: Axis(label(), scale: y, includesZero: true),
      marks: marks, size: size)
  }
}

@Suite struct SweepTests {
  @Test(arguments: 0..<20)
  func noDataBreaksAPicture(_ seed: Int) throws {
    var source = ChartSource(numbers: SeededNumbers(seed: UInt64(seed) &* 7_919 &+ 1))
    for _ in 0..<20 {
      let chart = source.chart()
      let picture = try chart.svg(identifier: "f")
      let lowercased = picture.lowercased()
      #expect(!lowercased.contains("nan") && !lowercased.contains("inf"), "\(chart)")
      #expect(flaws(inXML: picture) == [])
      let found = faults(in: try chart.scene())
      #expect(found.isEmpty, "\(found) in \(chart)")
    }
  }
}
