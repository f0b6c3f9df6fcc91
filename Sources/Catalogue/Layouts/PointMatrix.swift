import Engine
import Expressions
import LessonFormat
import Mathematics

/// Points of a lesson: a matrix with one a row, or a table with one a row.
struct PointMatrix: ParameterValue {
  let points: Tensor
  let datum: Datum

  static let typeDescription = "a matrix, one point a row, or a table of numbers"

  init(reading argument: WrittenValue) throws {
    datum = argument.datum
    switch try argument.value() {
    case .matrix(let matrix):
      points = try Tensor(matrix.entries, shape: [matrix.rows, matrix.columns])
    case .record(let record):
      points = try Self.points(of: record, argument)
    default: throw argument.mismatch(expected: Self.typeDescription)
    }
    try check()
  }

  private static func points(of record: Record, _ argument: WrittenValue) throws -> Tensor {
    let columns = record.values.compactMap { if case .vector(let numbers) = $0 { numbers } else { nil } }
    guard let first = columns.first, columns.allSatisfy({ $0.count == first.count }) else {
      throw argument.mismatch(expected: typeDescription)
    }
    let rows = first.indices.flatMap { row in columns.map { $0[row] } }
    return try Tensor(rows, shape: [first.count, columns.count])
  }

  private func check() throws {
    let width = max(1, points.shape[1])
    if let place = points.values.firstIndex(where: { !$0.isFinite }) {
      throw LessonError.parameter(
        datum, "row \(place / width + 1) has \(spelled(points.values[place])) in column \(place % width + 1)",
        help: "points have finite coordinates")
    }
  }

  var parameterDescription: String { "\(points.shape[0]) points" }

  func append(to digest: inout Digest) { digest.append(points.value) }
}
