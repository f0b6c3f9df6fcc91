import Engine
import Expressions
import LessonFormat
import Mathematics

/// The same things as points at several stages: a list of matrices, each with a row for every thing.
struct PointStages: ParameterValue {
  let stages: [Tensor]
  let datum: Datum

  static let typeDescription = "a matrix, one point a row, or a list of such matrices"

  init(reading argument: WrittenValue) throws {
    datum = argument.datum
    if case .list(let entries) = argument.datum.kind, let matrices = try Self.matrices(entries, argument) {
      stages = matrices
    } else if case .list(let entries) = try argument.value() {
      stages = try entries.enumerated().map { place, entry in
        guard case .matrix(let matrix) = entry else {
          throw LessonError.parameter(
            argument.datum, "entry \(place + 1) is \(entry.typeDescription), no matrix",
            help: "each entry has a point a row")
        }
        return try Tensor(matrix.entries, shape: [matrix.rows, matrix.columns])
      }
    } else {
      stages = [try PointMatrix(reading: argument).points]
    }
    try check()
  }

  /// The entries of a list where each is an expression of its own, such as `[=d.pixels, =v.final]`.
  private static func matrices(_ entries: [Datum], _ argument: WrittenValue) throws -> [Tensor]? {
    guard entries.allSatisfy({ $0.expressionText != nil }), !entries.isEmpty else { return nil }
    return try collectingErrors(entries) { try PointMatrix(reading: argument.part($0)).points }
  }

  private func check() throws {
    guard let first = stages.first else {
      throw LessonError.parameter(datum, "there are no points in it")
    }
    for (place, stage) in stages.enumerated() {
      guard stage.shape[0] == first.shape[0] else {
        throw LessonError.parameter(
          datum, "stage \(place + 1) has \(stage.shape[0]) points where the first has \(first.shape[0])",
          help: "each stage has the same things, a row each")
      }
      guard stage.shape[1] > 0 else { throw LessonError.parameter(datum, "its points have no coordinates") }
      guard stage.values.allSatisfy(\.isFinite) else {
        throw LessonError.parameter(
          datum, "stage \(place + 1) has a coordinate that is no finite number")
      }
    }
  }

  /// How many points each stage has.
  var count: Int { stages.first?.shape[0] ?? 0 }

  var parameterDescription: String { "\(count) points at \(stages.count) stages" }

  func append(to digest: inout Digest) {
    digest.append(Double(stages.count))
    for stage in stages { digest.append(stage.value) }
  }
}
