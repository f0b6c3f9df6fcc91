import Engine
import Plotting

extension Context {
  /// The size of a drawing: what the author asked for, otherwise the experiment's own.
  func size(width: Double = 640, height: Double = 360) -> Chart.Size {
    Chart.Size(width: figureWidth ?? width, height: figureHeight ?? height)
  }

  /// Draws a chart.
  func figure(_ chart: Chart) throws -> Figure {
    do throws(ChartError) {
      return Figure(svg: try chart.svg(identifier: identifier), description: chart.description)
    } catch {
      throw LessonError.experiment(error.description)
    }
  }
}
