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

  /// Where readers find the names of series.
  private enum Naming {
    case besideLines([String])
    case inLegend
    /// In a legend of the picture that the chart is a part of.
    case outside
  }

  /// The least room above and below the panels.
  struct Margins {
    var top = 0.0
    var bottom = 0.0

    /// The greater of both, above and below.
    func union(_ other: Margins) -> Margins {
      Margins(top: max(top, other.top), bottom: max(bottom, other.bottom))
    }
  }

  /// The scene.
  func scene() -> Scene {
    // The bar of a colour scale stands where the names would.
    let names = colorScale == nil ? DirectLabels.names(panels, width: chart.size.width) : nil
    if let names, let scene = scene(.besideLines(names), SeriesPlan(panels, variesDashes: false).styles) {
      return scene
    }
    return scene(.inLegend, SeriesPlan(panels, variesDashes: true).styles)
      ?? Scene(width: chart.size.width, height: chart.size.height)
  }

  /// The room above and below the panels as a part of a picture whose legend names the series.
  var margins: Margins {
    let (header, grid) = frame(.outside, Margins())
    return Margins(top: header.height, bottom: grid.below)
  }

  /// The scene as a part of a picture whose legend names the series in their styles.
  func part(styles: [[[SeriesPlan.Style]]], margins: Margins) -> Scene {
    scene(.outside, styles, margins) ?? Scene(width: chart.size.width, height: chart.size.height)
  }

  /// The scene; nil where names find no place.
  private func scene(
    _ naming: Naming, _ styles: [[[SeriesPlan.Style]]], _ margins: Margins = Margins()
  ) -> Scene? {
    let (header, grid) = frame(naming, margins)
    var scene = Scene(width: grid.width, height: grid.height)
    scene.shapes = header.shapes
    scene.texts = header.texts
    guard draw(grid, styles, naming, in: &scene) else { return nil }
    return scene
  }

  /// What stands around the data, and the places of the panels.
  private func frame(_ naming: Naming, _ margins: Margins) -> (Header, PanelGrid) {
    let width = chart.size.width
    var (isPart, right) = (false, colorScale?.width ?? 0)
    if case .outside = naming { isPart = true }
    if case .besideLines(let names) = naming { right = DirectLabels.width(of: names) + DirectLabels.gap }
    var header = Header(title: chart.title, subtitle: chart.subtitle, width: width, isPart: isPart)
    if case .inLegend = naming {
      let entries = SeriesPlan(panels, variesDashes: true).entries
      header.add(Legend(entries, top: header.height, width: width))
    }
    header.addCaptions(y: yPlan.axis.caption, colors: colorScale?.label, width: width)
    let top = max(header.height, margins.top)
    return (header, PanelGrid(self, top: top, right: right, bottom: margins.bottom))
  }

  private func draw(
    _ grid: PanelGrid, _ styles: [[[SeriesPlan.Style]]], _ naming: Naming, in scene: inout Scene
  ) -> Bool {
    for (index, panel) in panels.enumerated() {
      AxesPainter(layout: self, grid: grid, panel: index).draw(in: &scene)
      let isClipped = chart.x.range != nil || chart.y.range != nil
      if isClipped { scene.clips.append(grid.frames[index].rectangle) }
      var painter = PanelPainter(
        frame: grid.frames[index], styles: styles[index], colorScale: colorScale,
        clip: isClipped ? scene.clips.count - 1 : nil)
      painter.draw(panel)
      scene.shapes += painter.shapes
      scene.texts += painter.texts
      scene.panels.append(grid.frames[index].rectangle)
      guard case .besideLines = naming else { continue }
      guard let names = DirectLabels.texts(painter.ends, beside: grid.frames[index].rectangle) else {
        return false
      }
      scene.texts += names
    }
    if let colorScale { ColorBar(colorScale, beside: grid).draw(in: &scene) }
    return true
  }
}
