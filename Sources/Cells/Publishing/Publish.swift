import CellChannel
import Expressions
import Plotting

/// Makes a value the cell's result under a name, or shows a figure or a table.
///
/// Numbers, booleans, text, arrays, dictionaries with text as keys, tensors, and structs and tuples of these become
/// values that the lesson can make claims about. What is published again under a name takes its place.
public func publish<Published>(_ name: String, _ value: Published) {
  guard !name.isEmpty else { refuse("publish needs a name") }
  if showsPicture(value) { return }
  if let table = value as? Table { show(table) }
  switch Publication(of: value, under: name) {
  case .value(let value): send(.value(name: name, value))
  case .refused(let reason): refuse(reason)
  }
}

/// Shows what a cell ends in.
func show(_ value: some Any) {
  guard !(value is Void), !showsPicture(value) else { return }
  if let table = value as? Table { return show(table) }
  let published: Value? =
    if case .value(let value) = Publication(of: value, under: "the value") { value } else { nil }
  send(.shown(published, text: String(String(describing: value).prefix(mostShown))))
}

private func show(_ table: Table) {
  _ = CellSession.shared.nextDisplayIdentifier()
  send(table.message)
}

/// Of a longer text, readers see the beginning.
private let mostShown = 10_000

/// Shows a chart, or charts, where the value is one.
private func showsPicture(_ value: some Any) -> Bool {
  let size = CellSession.shared.figureSize
  do {
    switch value {
    case var chart as Chart:
      chart.size.width = size.width ?? chart.size.width
      chart.size.height = size.height ?? chart.size.height
      let identifier = CellSession.shared.nextDisplayIdentifier()
      send(
        .figure(
          svg: try chart.svg(identifier: identifier), description: chart.description,
          data: chart.data.kept?.text ?? ""))
    case var grid as ChartGrid:
      grid.width = size.width ?? grid.width
      let identifier = CellSession.shared.nextDisplayIdentifier()
      send(
        .figure(
          svg: try grid.svg(identifier: identifier), description: grid.description,
          data: grid.data.kept?.text ?? ""))
    default: return false
    }
    return true
  } catch {
    refuse("the chart cannot be drawn: \(error)")
  }
}
