/// Several charts in one picture, row by row, each with axes of its own.
///
/// Marks of the same name look alike in all of them, and one legend above names them.
public struct ChartGrid: Sendable, Hashable {
  /// What the whole shows, above it.
  public var title: String?
  /// The charts from the top left on.
  ///
  /// The charts of a row share the width of the picture in proportion to their own, and are as high as the highest.
  public var rows: [[Chart]]
  /// The width of the picture in CSS pixels.
  public var width: Double

  /// Makes a picture of several charts.
  public init(title: String? = nil, rows: [[Chart]], width: Double = 640) {
    self.title = title
    self.rows = rows
    self.width = width
  }

  /// The charts as one inline SVG, as `Chart.svg(identifier:)` writes one.
  public func svg(identifier: String) throws(ChartError) -> String {
    guard Chart.isUsable(identifier) else { throw .unusableIdentifier(PlainText.clean(identifier)) }
    let scene = try scene()
    var writer = SVGWriter(scene, identifier: identifier)
    return writer.write(title: title.nonEmpty.map(PlainText.clean) ?? summary, description: description)
  }

  /// The places of everything in the picture.
  package func scene() throws(ChartError) -> Scene {
    try ChartGridLayout(self).scene()
  }
}

extension ChartGrid: CustomStringConvertible {
  /// What the picture is, in a few words; it stands in for a missing title.
  public var summary: String { Words.count(rows.joined().count, "chart") }

  /// What each chart shows, in sentences made from its data, for readers who do not see it.
  public var description: String {
    let charts = Array(rows.joined())
    var telling = Telling(noun: "chart")
    telling.sentences = [.init("\(summary).", .subject)]
    // Each chart has a share of the words, of which its heading takes two.
    let share = max(Telling.mostWords / max(charts.count, 1) - 2, 8)
    telling.sentences += charts.enumerated().map { index, chart in
      let title = chart.title.nonEmpty.map { ", “\(PlainText.clean($0))”" } ?? ""
      let start = "Chart \(index + 1)\(title):"
      return .init(
        "\(start) \(chart.description)",
        brief: "\(start) \(chart.telling(hasSubject: title.isEmpty).text(mostWords: share, isPart: true))",
        index < Self.mostChartsTold ? .first : .further)
    }
    return telling.text()
  }

  /// Of more charts than these, a listener would remember none.
  private static let mostChartsTold = 6
}
