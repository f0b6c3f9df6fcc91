import Engine
import LessonFormat
import Mathematics

extension TrainExperiment {
  /// Rows come from one place, and so does what is right.
  func checkSources() throws {
    var errors: [LessonError] = []
    if data == nil, draw == nil {
      errors.append(
        LessonError(
          .parameter, at: .directive, "data is missing",
          help: "\(DataTable.typeDescription), or draw: with columns that are drawn anew for every step"))
    }
    if data != nil, draw != nil, let datum = $data {
      errors.append(
        .parameter(datum, "rows are drawn, and here is a table as well", help: "leave data or draw out"))
    }
    if target == nil, teacher == nil {
      errors.append(
        LessonError(
          .parameter, at: .directive, "target is missing",
          help: "a column or an expression in columns, or teacher: with a network that says what is right"))
    }
    if target != nil, teacher != nil, let datum = $target {
      errors.append(
        .parameter(datum, "the teacher says what is right, and so does target", help: "leave one out"))
    }
    if draw == nil, let datum = $heldOut {
      errors.append(
        .parameter(datum, "only of drawn rows some are held out", help: "test: takes a table to test on"))
    }
    if draw != nil, let datum = $order {
      errors.append(.parameter(datum, "drawn rows have no order: each is seen once", help: "leave order out"))
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
  }

  /// Who says what is right.
  func aim() throws -> TrainTask.Aim {
    guard let teacher else {
      guard let target else { throw LessonError(.parameter, at: .directive, "target is missing") }
      return .column(target)
    }
    let names = data.map(inputs.names) ?? inputs.names
    let network = try teacher.network(inputs: names, seed: seed) { generator in
      let table =
        if let draw { try draw.draw(Teacher.scalingRows, using: &generator) } else {
          data ?? DataTable(columns: [])
        }
      return try InputRows(inputs, of: table).rows
    }
    return .teacher(network)
  }
}

/// The rows on which a loss is measured, and what further rows are drawn from.
struct TrainRows {
  let measured: DataTable
  let generator: Xoshiro256StarStar

  private static let heldOutRows = 4_096

  init(data: DataTable?, draw: SampleColumns?, heldOut: Int?, seed: Seed) throws {
    // Another stream than that of the weights, so that networks of all sizes see the same rows.
    var seeder = SplitMix64(seed: seed.value)
    var generator = Xoshiro256StarStar(seed: seeder.next())
    if let draw {
      measured = try draw.draw(heldOut ?? Self.heldOutRows, using: &generator)
    } else {
      measured = data ?? DataTable(columns: [])
    }
    self.generator = generator
  }
}
