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
      return Figure(
        svg: try chart.svg(identifier: identifier), description: chart.description, data: chart.data.kept)
    } catch {
      throw LessonError.experiment(error.description)
    }
  }

  /// Draws several charts as one figure.
  public func figure(_ grid: ChartGrid) throws -> Figure {
    do throws(ChartError) {
      return Figure(
        svg: try grid.svg(identifier: identifier), description: grid.description, data: grid.data.kept)
    } catch {
      throw LessonError.experiment(error.description)
    }
  }

  /// Draws images side by side.
  public func figure(_ sheet: ImageSheet) throws -> Figure {
    do throws(ChartError) {
      return Figure(
        svg: try sheet.svg(identifier: identifier), description: sheet.description, data: sheet.data.kept)
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
