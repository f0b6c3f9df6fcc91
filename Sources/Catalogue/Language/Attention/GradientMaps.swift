import Engine
import Expressions
import Mathematics
import Plotting

/// Gradients as pictures: each weight matrix pooled to few cells, of which only the largest are lit.
struct GradientMaps {
  /// The derivative, by its size, that lit cells reach.
  let threshold: Double
  private let maps: [WeightGradients.Map]
  private let pool: Int
  private let shades: ClosedRange<Double>

  /// Chooses the matrices that are drawn, and the threshold from all of their entries together.
  init(_ gradients: WeightGradients, layers: [Int], percentile: Double, pool: Int) {
    self.pool = pool
    let ordered = layers.flatMap { layer in WeightKind.drawn.map { WeightPlace(kind: $0, layer: layer) } }
    let places = ordered + WeightKind.tables.map { WeightPlace(kind: $0, layer: nil) }
    maps = places.compactMap { place in gradients.maps.first { $0.place == place } }
    let entries = maps.flatMap(\.matrix.entries)
    threshold = (try? quantile(entries, percentile / 100)) ?? 0
    shades = Self.shades(from: threshold, to: entries.max() ?? 0)
  }

  /// A panel for each matrix, those of a layer in a row.
  func figure(in context: Context) throws -> Figure {
    let panels = maps.map { map in
      Panel(title: title(map.place), marks: [.heatMap(heatMap(map.matrix))])
    }
    let columns = WeightKind.drawn.count
    let rows = (panels.count + columns - 1) / columns
    let chart = Chart(
      x: Axis(range: 0...1, showsTicks: false), y: Axis(range: 0...1, showsTicks: false),
      facets: Facets(columns: columns, panels: panels),
      size: context.size(height: min(Double(rows) * 118 + 30, 3000)))
    return try context.figure(chart)
  }

  private func title(_ place: WeightPlace) -> String {
    place.layer.map { "\($0) \(place.kind.title)" } ?? place.kind.title
  }

  /// The first row on top; the sides of every matrix are as long as those of every other.
  private func heatMap(_ matrix: Matrix) -> HeatMap {
    let pooled = matrix.maximumPooled(to: pool)
    let rows = (0..<pooled.rows).reversed()
    let values = rows.flatMap { row in
      (0..<pooled.columns).map { column in
        let entry = pooled[row, column]
        return entry >= threshold && entry > 0 ? Double.log10(entry) : shades.lowerBound
      }
    }
    func edges(_ count: Int) -> Positions { .numbers((0...count).map { Double($0) / Double(count) }) }
    return HeatMap(
      x: edges(pooled.columns), y: edges(pooled.rows), values: values, label: "log₁₀ of the derivative",
      range: shades)
  }

  /// The logarithms from the darkest to the brightest shade: lit cells begin well above the darkest.
  private static func shades(from threshold: Double, to largest: Double) -> ClosedRange<Double> {
    guard largest > 0 else { return 0...1 }
    let top = Double.log10(largest)
    // Where all are drawn, those beyond eight powers of ten are as dark as none.
    let bottom = max(threshold > 0 ? Double.log10(threshold) : top - 8, top - 8)
    return bottom - max((top - bottom) / 3, 0.1)...top
  }
}

extension WeightGradients {
  /// The shares of all places in the gradient's square: a row for each kind, a column for each layer.
  var table: DisplayTable {
    let kinds = WeightKind.allCases
    func column(_ name: String, _ layer: Int?) -> DisplayTable.Column {
      DisplayTable.Column(
        name: name, .numbers,
        cells: kinds.map { kind in
          let place = WeightPlace(kind: kind, layer: layer)
          return squares[place] == nil ? "" : percentText(share { $0 == place })
        })
    }
    let names = DisplayTable.Column(name: "weights", .words, cells: kinds.map(\.title))
    let columns = (1...layers).map { column("layer \($0)", $0) }
    return DisplayTable(columns: [names] + columns + [column("outside", nil)])
  }
}
