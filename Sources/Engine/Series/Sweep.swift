import LessonFormat
import SourceText

/// What a `{sweep}` asks for, as it was written: runs of one directive over a grid of its parameters.
struct Sweep: Sendable {
  /// The word between the braces.
  static let name = "sweep"
  /// A grid has so many points at most.
  static let mostPoints = 5_000

  /// A result that becomes a column: its name, or names with dots between them.
  struct Path: Sendable {
    var names: [String]
    var span: Span

    var text: String { names.joined(separator: ".") }
  }

  /// The directive that runs.
  var run: Spanned<String>
  /// The grid.
  var over: Datum
  /// The parameters that are the same at every point.
  var with: [Datum.Entry] = []
  /// The results that become columns; nil for all that are single numbers.
  var keep: [Path]?
  /// How many seeds there are at every point.
  var seeds: Spanned<Int>?

  /// Everything that was written for parameters, whatever point it belongs to.
  var entries: [Datum.Entry] {
    with + over.written.flatMap { entry in entry.value.listValue.map { entry.each($0) } ?? [entry] }
  }

  /// Those of the entries that are values of parameters, and no lists of such values.
  var values: [Datum.Entry] {
    with + over.written.flatMap { entry in entry.value.listValue.map { entry.each($0) } ?? [] }
  }

  /// How many points there are, as far as the text alone says it; 1 where it does not.
  var writtenCount: Int {
    if let points = over.listValue { return points.count }
    let counts = over.written.map { $0.value.listValue?.count ?? 1 }
    let count = counts.reduce(1) { min($0, Self.mostPoints) * min($1, Self.mostPoints) }
    return min(count * (seeds?.value ?? 1), Self.mostPoints)
  }
}

extension Datum {
  /// The names of a grid with what stands behind them, each point's own where points are listed.
  fileprivate var written: [Entry] {
    if let points = listValue {
      return points.flatMap { point in
        (point.mappingValue ?? []).map {
          Entry(key: $0.key, value: Datum(.list([$0.value]), span: $0.value.span))
        }
      }
    }
    return mappingValue ?? []
  }
}

extension Datum.Entry {
  fileprivate func each(_ values: [Datum]) -> [Datum.Entry] {
    values.map { Datum.Entry(key: key, value: $0) }
  }
}
