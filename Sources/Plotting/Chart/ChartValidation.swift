extension Chart {
  /// Throws what keeps the chart from being drawn, the first mistake in the order of the marks.
  func validate() throws(ChartError) {
    let sides = [size.width, size.height]
    guard sides.allSatisfy({ $0 >= Double(Limits.shortestSide) && $0 <= Double(Limits.longestSide) }) else {
      throw .unusableSize(width: size.width, height: size.height)
    }
    try limit("panels", panels.count, Limits.panels)
    try limit("marks", panels.reduce(0) { $0 + $1.marks.count }, Limits.marks)
    try limit("text marks", panels.reduce(0) { $0 + $1.marks.count(where: \.isText) }, Limits.textMarks)
    for panel in panels {
      for (index, mark) in panel.marks.enumerated() { try MarkValidation(self, mark, at: index).run() }
    }
    try validate(x, AxisPlan(self, .horizontal))
    try validate(y, AxisPlan(self, .vertical))
  }

  private func validate(_ axis: Axis, _ plan: AxisPlan) throws(ChartError) {
    let name = plan.direction.name
    let hasNames = !plan.content.names.isEmpty
    if hasNames && axis.scale == .logarithmic {
      throw .conflictingAxes(axis: name, reason: "holds names and cannot be logarithmic")
    }
    if axis.scale == .category && !hasNames && plan.content.lower != nil {
      throw .conflictingAxes(axis: name, reason: "is one of names, but its marks stand at numbers")
    }
    guard let range = axis.range else { return }
    let (low, high) = (range.lowerBound, range.upperBound)
    guard low.isFinite, high.isFinite else {
      throw .unusableRange(axis: "\(name) axis", reason: "has no end; both ends must be finite")
    }
    guard low < high else {
      throw .unusableRange(axis: "\(name) axis", reason: "is empty; its ends must differ")
    }
    if axis.scale == .logarithmic && low <= 0 {
      throw .unusableRange(
        axis: "\(name) axis",
        reason: "starts at \(NumberText.short(low)), but a logarithmic axis needs a start above 0")
    }
  }
}

/// Throws when there is more of something than a picture can hold.
func limit(_ what: String, _ count: Int, _ limit: Int) throws(ChartError) {
  guard count <= limit else { throw .tooMany(what: what, count: count, limit: limit) }
}

extension Mark {
  /// Whether the mark is words at a place.
  var isText: Bool {
    guard case .text = self else { return false }
    return true
  }
}
