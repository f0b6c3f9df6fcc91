import Engine

/// What is learned of each row: from which inputs, and who says what is right.
struct TrainTask {
  /// Who says what is right.
  enum Aim {
    /// A column, or an expression in columns.
    case column(Formula)
    /// A network.
    case teacher(Network)
  }

  let inputs: TrainInputs
  let aim: Aim

  /// The rows of a table, as tensors.
  ///
  /// - Parameter classes: The classes that a model knows already; nil to take those of the table.
  func set(_ table: DataTable, classes: [String]? = nil) throws -> TrainingSet {
    switch aim {
    case .column(let target):
      try TrainingSet(table, inputs: inputs, target: target, classes: classes)
    case .teacher(let network):
      try TrainingSet(table, inputs: inputs, teacher: network)
    }
  }

  /// The network that says what is right, if any.
  var teacher: Network? {
    if case .teacher(let network) = aim { network } else { nil }
  }
}
