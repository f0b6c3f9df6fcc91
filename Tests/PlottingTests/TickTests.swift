import Plotting
import Testing

@Suite struct TickTests {
  struct Row: CustomTestStringConvertible {
    let scale: Scale
    let pieces: Int
    let labels: [String]

    var testDescription: String { labels.joined(separator: " ") }
  }

  // Each row: what a person would write along the axis.
  static let rows = [
    Row(scale: linear(0, 1), pieces: 5, labels: ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    Row(scale: linear(0, 1), pieces: 4, labels: ["0.00", "0.25", "0.50", "0.75", "1.00"]),
    Row(scale: linear(0, 100), pieces: 4, labels: ["0", "25", "50", "75", "100"]),
    Row(scale: linear(-1, 1), pieces: 4, labels: ["−1.0", "−0.5", "0.0", "0.5", "1.0"]),
    Row(scale: linear(0.1, 0.35), pieces: 6, labels: ["0.10", "0.15", "0.20", "0.25", "0.30", "0.35"]),
    Row(scale: linear(0, 40_000), pieces: 4, labels: ["0", "10,000", "20,000", "30,000", "40,000"]),
    Row(scale: linear(1990, 2020), pieces: 3, labels: ["1990", "2000", "2010", "2020"]),
    Row(scale: linear(0, 2e9), pieces: 4, labels: ["0", "5.0×10⁸", "1.0×10⁹", "1.5×10⁹", "2.0×10⁹"]),
    Row(scale: linear(0, 3e-7), pieces: 3, labels: ["0", "10⁻⁷", "2×10⁻⁷", "3×10⁻⁷"]),
    Row(scale: linear(-1.7e308, 1.7e308), pieces: 4, labels: ["−10³⁰⁸", "0", "10³⁰⁸"]),
    Row(scale: .steps(Interval(spanning: 0, 3)), pieces: 8, labels: ["0", "1", "2", "3"]),
    Row(scale: .steps(Interval(spanning: 0, 50)), pieces: 2, labels: ["0", "25", "50"]),
    Row(scale: logarithmic(1, 1000), pieces: 5, labels: ["1", "10", "100", "1000"]),
    Row(scale: logarithmic(1e18, 1e21), pieces: 5, labels: ["10¹⁸", "10¹⁹", "10²⁰", "10²¹"]),
    Row(scale: logarithmic(1e-12, 1), pieces: 4, labels: ["10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "10⁰"]),
    Row(scale: logarithmic(2, 50), pieces: 5, labels: ["2", "5", "10", "20", "50"]),
    Row(scale: logarithmic(20, 40), pieces: 4, labels: ["20", "25", "30", "35", "40"]),
  ]

  @Test(arguments: rows) func ticksAreRound(_ row: Row) {
    #expect(row.scale.ticks(atMost: row.pieces).filter(\.isMajor).map(\.label) == row.labels)
  }

  @Test func logarithmicAxesHaveMinorTicksBetweenPowers() {
    let minor = TickTests.logarithmic(1, 100).ticks(atMost: 5).filter { !$0.isMajor }.map(\.value)
    #expect(minor == [2, 3, 4, 5, 6, 7, 8, 9, 20, 30, 40, 50, 60, 70, 80, 90])
  }

  @Test func ticksStayInsideAndGrow() {
    var numbers = SeededNumbers(seed: 3)
    for _ in 0..<2_000 {
      let exponent = numbers.next(below: 600) - 300
      let factor = Double(sign: .plus, exponent: exponent, significand: 1)
      let (start, length) = (numbers.next() - 0.5, numbers.next())
      let interval = Interval(spanning: start * factor, (start + length) * factor)
      let ticks = Scale.linear(interval).ticks(atMost: 1 + numbers.next(below: 9))
      #expect(!ticks.isEmpty && ticks.count <= 11, "\(interval)")
      #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.value < $1.value }, "\(interval)")
      #expect(Set(ticks.map(\.label)).count == ticks.count, "\(interval) \(ticks)")
    }
  }

  @Test func wholeDataGetsWholeTicks() throws {
    let line = Line(x: [2018, 2019, 2020, 2021], y: [1, 4, 2, 3])
    let ticks = try Chart(marks: [.line(line)]).scene().texts.filter { $0.role == .tick }
    #expect(ticks.map(\.string) == ["2018", "2019", "2020", "2021", "1", "2", "3", "4"])
  }

  private static func linear(_ lower: Double, _ upper: Double) -> Scale {
    .linear(Interval(spanning: lower, upper))
  }

  private static func logarithmic(_ lower: Double, _ upper: Double) -> Scale {
    .logarithmic(Interval(spanningPositive: lower, upper))
  }
}
