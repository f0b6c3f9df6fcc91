/// One axis in words: what it measures, from where to where, and how.
struct AxisDescription {
  private let plan: AxisPlan

  init(_ chart: Chart, _ direction: Direction) {
    plan = AxisPlan(chart, direction)
  }

  /// The sentence; nil for an axis that has nothing on it.
  var sentence: String? {
    let caption = plan.axis.caption.map { ": " + PlainText.clean($0) } ?? ""
    if !plan.content.names.isEmpty {
      let names = plan.content.names.count
      return "\(start)\(caption), \(names == 1 ? "1 category" : "\(NumberText.grouped(names)) categories")."
    }
    guard plan.axis.showsTicks else { return caption.isEmpty ? nil : "\(start)\(caption)." }
    let startsAtZero = plan.content.hasBars && plan.axis.scale != .logarithmic
    let lower = plan.axis.range?.lowerBound ?? plan.content.lower.map { startsAtZero ? min($0, 0) : $0 }
    let upper = plan.axis.range?.upperBound ?? plan.content.upper.map { startsAtZero ? max($0, 0) : $0 }
    guard let lower, let upper else { return caption.isEmpty ? nil : "\(start)\(caption)." }
    let scale = plan.axis.scale == .logarithmic ? ", on a logarithmic scale" : ""
    let span = "from \(Words.number(lower)) to \(Words.number(upper))"
    return "\(start)\(caption.isEmpty ? ":" : caption + ",") \(span)\(scale)."
  }

  private var start: String { "\(Words.capitalized(plan.direction.name)) axis" }
}
