import Expressions
import Mathematics

/// The gradient of a loss by all weights of a transformer, sorted by what they are for.
struct WeightGradients {
  /// The gradient of one weight matrix.
  struct Map {
    let place: WeightPlace
    let matrix: Matrix
  }

  /// The weight matrices, in the order of the model.
  private(set) var maps: [Map] = []
  /// The sum of the squares of each place, biases included.
  private(set) var squares: [WeightPlace: Double] = [:]
  /// How many layers there are.
  let layers: Int

  init(_ gradient: Transformer) {
    layers = gradient.blocks.count
    for (name, tensor) in gradient.namedParameters {
      let place = WeightPlace(parameter: name)
      squares[place, default: 0] += tensor.values.reduce(0) { $0 + $1 * $1 }
      guard place.kind != .norms, tensor.rank == 2 else { continue }
      let values = tensor.values.map(\.magnitude)
      if let matrix = Matrix(rows: tensor.shape[0], columns: tensor.shape[1], entries: values) {
        maps.append(Map(place: place, matrix: matrix))
      }
    }
  }

  /// The sum of the squares of all derivatives.
  var squaredNorm: Double { sum { _ in true } }

  /// The sum of the squares of some derivatives, in a fixed order.
  private func sum(where isIncluded: (WeightPlace) -> Bool) -> Double {
    var sum = 0.0
    for layer in [nil] + (1...max(1, layers)).map(Optional.some) {
      for kind in WeightKind.allCases {
        let place = WeightPlace(kind: kind, layer: layer)
        if isIncluded(place) { sum += squares[place] ?? 0 }
      }
    }
    return sum
  }

  /// The share of a place in the squares of all derivatives.
  func share(where isIncluded: (WeightPlace) -> Bool) -> Double {
    squaredNorm > 0 ? sum(where: isIncluded) / squaredNorm : 0
  }

  /// What is known of one layer, by kind: the length of its part of the gradient, its share, and how many weights are
  /// above a threshold.
  func record(ofLayer layer: Int, threshold: Double) -> Record {
    Record(
      (WeightKind.drawn + [.norms]).map { kind in
        let norm = sum { $0.kind == kind && $0.layer == layer }.squareRoot()
        let share = share { $0.kind == kind && $0.layer == layer }
        var entries: [(String, Value)] = [("norm", .number(norm)), ("share", .number(share))]
        if let map = maps.first(where: { $0.place == WeightPlace(kind: kind, layer: layer) }) {
          entries.append(("above", .number(Double(map.matrix.entries.count { $0 >= threshold }))))
        }
        return (kind.rawValue, .record(Record(entries)))
      })
  }
}

extension WeightPlace {
  init(kind: WeightKind, layer: Int?) {
    (self.kind, self.layer) = (kind, layer)
  }
}
