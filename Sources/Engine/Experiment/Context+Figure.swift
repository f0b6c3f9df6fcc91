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
    do throws(ChartError) {
      return Figure(svg: try chart.svg(identifier: identifier), description: chart.description)
    } catch {
      throw LessonError.experiment(error.description)
    }
  }

  /// Draws several charts as one figure.
  public func figure(_ grid: ChartGrid) throws -> Figure {
    do throws(ChartError) {
      return Figure(svg: try grid.svg(identifier: identifier), description: grid.description)
    } catch {
      throw LessonError.experiment(error.description)
    }
  }

  /// Draws several charts frame by frame; the last frame is the still, and its description that of the figure.
  public func figure(frames: [(grid: ChartGrid, caption: String)]) throws -> Figure {
    let pictures = try frames.map { Figure.Frame(svg: try figure($0.grid).svg, caption: $0.caption) }
    return try Figure(frames: pictures, description: frames.last?.grid.description ?? "")
  }
}
