import Plotting

extension Context {
  /// The size of a drawing: what the author asked for, otherwise the experiment's own.
  public func size(width: Double = 640, height: Double = 360) -> Chart.Size {
    Chart.Size(width: figureWidth ?? width, height: figureHeight ?? height)
  }

  /// Draws a chart.
  ///
  /// - Throws: `LessonError` where the chart cannot be drawn.
  public func figure(_ chart: Chart) throws -> Figure {
    try figure(chart.svg(identifier:), chart.description, chart.data)
  }

  /// Draws several charts as one figure.
  public func figure(_ grid: ChartGrid) throws -> Figure {
    try figure(grid.svg(identifier:), grid.description, grid.data)
  }

  /// Draws images side by side.
  public func figure(_ sheet: ImageSheet) throws -> Figure {
    try figure(sheet.svg(identifier:), sheet.description, sheet.data)
  }

  private func figure(
    _ svg: (String) throws(ChartError) -> String, _ description: String, _ data: DataSheet
  ) throws -> Figure {
    do throws(ChartError) {
      return Figure(svg: try svg(identifier), description: description, data: data.kept)
    } catch {
      throw LessonError.experiment(error.description)
    }
  }

  /// Draws several charts frame by frame; the last frame is the still, and its description and data are the figure's.
  public func figure(frames: [(grid: ChartGrid, caption: String)]) throws -> Figure {
    let drawn = try frames.map { try self.figure($0.grid) }
    let pictures = zip(drawn, frames).map { Figure.Frame(svg: $0.svg, caption: $1.caption) }
    var figure = try Figure(frames: pictures, description: drawn.last?.description ?? "")
    figure.data = drawn.last?.data
    return figure
  }
}
