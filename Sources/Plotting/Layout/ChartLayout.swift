/// Turns a chart into a scene: first names at line ends are tried, then a legend.
struct ChartLayout {
  let chart: Chart
  let panels: [Panel]
  let xPlan: AxisPlan
  let yPlan: AxisPlan
  let colorScale: ColorScale?

  /// Checks a chart and prepares to lay it out.
  init(_ chart: Chart) throws(ChartError) {
    try chart.validate()
    self.chart = chart
    panels = chart.panels
    xPlan = AxisPlan(chart, .horizontal)
    yPlan = AxisPlan(chart, .vertical)
    colorScale = ColorScale(panels)
  }

  /// The scene.
  func scene() -> Scene {
    let names = DirectLabels.names(panels, width: chart.size.width)
    if let names, let scene = scene(namesBesideLines: names) { return scene }
    return scene(namesBesideLines: nil) ?? Scene(width: chart.size.width, height: chart.size.height)
  }

  /// The scene with names beside lines, or with a legend for nil; nil where names find no place.
  private func scene(namesBesideLines names: [String]?) -> Scene? {
    let plan = SeriesPlan(panels, variesDashes: names == nil)
    var header = Header(chart)
    if names == nil { header.add(Legend(plan.entries, top: header.height, width: chart.size.width)) }
    header.addCaptions(y: yPlan.axis.caption, colors: colorScale?.label, width: chart.size.width)
    let right = names.map { DirectLabels.width(of: $0) + DirectLabels.gap } ?? colorScale?.width ?? 0
    let grid = PanelGrid(self, top: header.height, right: right)
    var scene = Scene(width: grid.width, height: grid.height)
    scene.shapes = header.shapes
    scene.texts = header.texts
    guard draw(grid, plan, namesBesideLines: names != nil, in: &scene) else { return nil }
    return scene
  }

  private func draw(
    _ grid: PanelGrid, _ plan: SeriesPlan, namesBesideLines: Bool, in scene: inout Scene
  ) -> Bool {
    for (index, panel) in panels.enumerated() {
      AxesPainter(layout: self, grid: grid, panel: index).draw(in: &scene)
      let isClipped = chart.x.range != nil || chart.y.range != nil
      if isClipped { scene.clips.append(grid.frames[index].rectangle) }
      var painter = PanelPainter(
        frame: grid.frames[index], styles: plan.styles[index], colorScale: colorScale,
        clip: isClipped ? scene.clips.count - 1 : nil)
      painter.draw(panel)
      scene.shapes += painter.shapes
      scene.texts += painter.texts
      scene.panels.append(grid.frames[index].rectangle)
      guard namesBesideLines else { continue }
      guard let names = DirectLabels.texts(painter.ends, beside: grid.frames[index].rectangle) else {
        return false
      }
      scene.texts += names
    }
    if let colorScale { ColorBar(colorScale, beside: grid).draw(in: &scene) }
    return true
  }
}
