/// What a weight of a transformer is for.
enum WeightKind: String, CaseIterable {
  case embeddings, positions, query, key, value, output
  case mlpIn = "mlp_in"
  case mlpOut = "mlp_out"
  case norms, unembedding

  /// The kinds whose gradient is drawn for each layer.
  static let drawn: [WeightKind] = [.query, .key, .value, .output, .mlpIn, .mlpOut]
  /// Those of the tables before and behind the layers.
  static let tables: [WeightKind] = [.embeddings, .positions, .unembedding]

  /// The name for readers.
  var title: String {
    switch self {
    case .mlpIn: "MLP in"
    case .mlpOut: "MLP out"
    default: rawValue
    }
  }
}

/// Where a weight of a transformer belongs: its kind, and its layer from 1 where it is in one.
struct WeightPlace: Hashable {
  let kind: WeightKind
  let layer: Int?

  /// The place of a parameter, by its name in the model.
  init(parameter name: String) {
    let parts = name.split(separator: ".").map(String.init)
    guard parts[0] == "blocks", parts.count > 2 else {
      layer = nil
      kind =
        switch parts[0] {
        case "tokens": .embeddings
        case "positions": .positions
        case "unembedding": .unembedding
        default: .norms
        }
      return
    }
    layer = Int(parts[1]).map { $0 + 1 }
    kind =
      switch (parts[2], parts[3]) {
      case ("attention", "queries"): .query
      case ("attention", "keys"): .key
      case ("attention", "values"): .value
      case ("attention", _): .output
      case ("perceptron", _): parts[4] == "0" ? .mlpIn : .mlpOut
      default: .norms
      }
  }
}
