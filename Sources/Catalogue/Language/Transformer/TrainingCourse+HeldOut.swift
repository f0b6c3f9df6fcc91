import Expressions

extension TransformerTraining.Course {
  /// What held-out sentences say of the model at the end, and at every checkpoint before it.
  func heldOut(at end: TransformerScore) -> Record {
    func course(_ measure: (TransformerScore) -> Double) -> Value {
      .vector(checkpoints.map { measure($0.score) })
    }
    var record = end.record
    record["losses"] = course(\.loss)
    record["word_accuracies"] = course(\.wordAccuracy)
    record["exact_matches"] = course(\.exactMatch)
    record["place_accuracies"] = .list(end.places.indices.map { place in course { $0.places[place] } })
    record["steps"] = .vector(checkpoints.map { Double($0.step) })
    return record
  }
}
