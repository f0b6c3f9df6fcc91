import Expressions
import Mathematics

/// The named values that training gives.
struct TrainResults {
  let run: TrainingRun
  let data: TrainingSet
  /// What the network is given of the rows that frames watch.
  var watched: Tensor? = nil
  let teacher: Network?

  /// The values.
  ///
  /// - Throws: where the network cannot be applied to what is watched.
  func record() throws -> Record {
    var record = Record([
      ("step", .vector(run.moments.map { Double($0.step) })),
      ("loss", .vector(run.moments.map(\.score.loss))),
      ("batch_loss", .vector(run.batchLosses)),
      ("start", .record(start)),
      ("end", .record(end)),
    ])
    if run.network.isClassifier {
      record["accuracy"] = .vector(run.moments.map(\.score.accuracy))
      record["accuracy_by_class"] = .record(accuracyByClass)
      if let settled { record["settled_at"] = .number(Double(settled)) }
    }
    if run.moments.contains(where: { $0.testScore != nil }) {
      let scores = run.moments.compactMap(\.testScore)
      record["test_loss"] = .vector(scores.map(\.loss))
      if run.network.isClassifier { record["test_accuracy"] = .vector(scores.map(\.accuracy)) }
    }
    addHistory(to: &record)
    if !run.snapshots.isEmpty { record["frames"] = .record(try frames()) }
    record["parameters"] = .number(Double(run.network.parameterCount))
    let seen = run.moments.map { Double($0.step) * Double(run.settings.batch) }
    record["samples"] = .vector(seen)
    record["compute"] = .vector(seen.map { $0 * run.network.perceptron.trainingOperations })
    if let teacher { record["teacher"] = teacher.value }
    record["model"] = run.network.value
    record["predict"] = .function(run.network.prediction)
    return record
  }

  private var start: Record { Record(score("", run.startScore)) }

  /// What the last recorded step came to.
  private var end: Record {
    guard let last = run.moments.last else { return Record() }
    return Record(score("", last.score) + (last.testScore.map { score("test_", $0) } ?? []))
  }

  private func score(_ prefix: String, _ score: Score) -> [(String, Value)] {
    [(prefix + "loss", .number(score.loss))]
      + (run.network.isClassifier ? [(prefix + "accuracy", .number(score.accuracy))] : [])
  }

  /// For each class the share of its rows that are right, over the recorded steps.
  private var accuracyByClass: Record {
    let labels = data.targets.values
    return Record(
      run.network.outputs.enumerated().map { index, name in
        let rows = labels.indices.filter { labels[$0] == Double(index) }
        let shares = run.moments.map { moment in
          Double(rows.count { moment.score.isRight[$0] }) / Double(max(rows.count, 1))
        }
        return (name, .vector(shares))
      })
  }

  /// The recorded step from which on the accuracy is what it is at the end.
  private var settled: Int? {
    guard let last = run.moments.last else { return nil }
    let place = run.moments.lastIndex { $0.score.accuracy != last.score.accuracy }
    return run.moments[place.map { $0 + 1 } ?? 0].step
  }

  /// What is known of the networks at the frames.
  private func frames() throws -> Record {
    var record = Record([
      ("step", .vector(run.snapshots.map { Double($0.step) })),
      ("loss", .vector(run.snapshots.map(\.score.loss))),
    ])
    if run.network.isClassifier { record["accuracy"] = .vector(run.snapshots.map(\.score.accuracy)) }
    if let watched {
      record["hidden"] = .list(
        try run.snapshots.map { try $0.network.perceptron.lastHidden(watched).matrixValue })
    }
    return record
  }

  // MARK: Parameters over the steps

  /// Adds the parameters and gradients over the recorded steps, each under its layer and the names of what it connects.
  private func addHistory(to record: inout Record) {
    guard run.moments.contains(where: { !$0.parameters.isEmpty }) else { return }
    for (name, value) in layers(of: \.parameters).entries { record[name] = value }
    record["gradient"] = .record(layers(of: \.gradient))
  }

  private func layers(of tensors: KeyPath<TrainingRun.Moment, [Tensor]>) -> Record {
    let layers = run.network.perceptron.layers
    let records = layers.indices.map { index in
      Record([
        ("weights", weights(layer: index, tensors)),
        ("biases", biases(layer: index, tensors)),
      ])
    }
    if let only = records.first, records.count == 1 { return only }
    return Record(records.enumerated().map { ("layer\($0 + 1)", .record($1)) })
  }

  private func weights(layer: Int, _ tensors: KeyPath<TrainingRun.Moment, [Tensor]>) -> Value {
    let inputs = names(before: layer)
    return .record(
      Record(
        names(after: layer).enumerated().map { row, output in
          let entries = inputs.enumerated().map { column, input in
            (input, series(tensors, tensor: 2 * layer, place: row * inputs.count + column))
          }
          return (output, .record(Record(entries)))
        }))
  }

  private func biases(layer: Int, _ tensors: KeyPath<TrainingRun.Moment, [Tensor]>) -> Value {
    .record(
      Record(
        names(after: layer).enumerated().map { row, output in
          (output, series(tensors, tensor: 2 * layer + 1, place: row))
        }))
  }

  private func series(_ tensors: KeyPath<TrainingRun.Moment, [Tensor]>, tensor: Int, place: Int) -> Value {
    .vector(run.moments.map { moment in moment[keyPath: tensors][tensor].withNumbers { $0[place] } })
  }

  private func names(before layer: Int) -> [String] {
    layer == 0 ? run.network.inputs : names(after: layer - 1)
  }

  /// The names of a layer's outputs: those of the network, or `unit1` and so on.
  private func names(after layer: Int) -> [String] {
    let layers = run.network.perceptron.layers
    if layer == layers.count - 1 { return run.network.outputs }
    return (0..<layers[layer].weights.shape[0]).map { "unit\($0 + 1)" }
  }
}
