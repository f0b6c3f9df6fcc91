import Engine
import LessonFormat
import Mathematics

extension TrainExperiment {
  /// What the network is given of the rows that frames watch, if any.
  func watched(by network: Network) throws -> Tensor? {
    guard let watch, let datum = $watch else { return nil }
    guard frames != nil else {
      throw LessonError.parameter(datum, "rows are watched at the frames", help: "add frames: 20")
    }
    guard network.lastHiddenWidth > 0 else {
      throw LessonError.parameter(datum, "there is no hidden layer to watch", help: "add hidden: [16]")
    }
    let rows = try InputRows(inputs, of: watch).rows
    guard rows.shape[1] == network.inputs.count else {
      throw LessonError.parameter(
        datum, "the vectors have \(rows.shape[1]) entries, and those of data \(network.inputs.count)")
    }
    return rows
  }
}
