import Engine
import Expressions
import LessonFormat
import Mathematics

/// The names of the coordinates in which a function is written.
struct VariableNames: ParameterValue {
  let names: [String]

  static let typeDescription = "a list of names"

  init(reading argument: WrittenValue) throws {
    guard case .list(let entries) = argument.datum.kind, !entries.isEmpty else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    let most = DelaunayInterpolation.mostDimensions
    guard entries.count <= most else {
      throw LessonError.parameter(
        argument.datum, "\(entries.count) variables are more than \(most), the limit")
    }
    var seen: Set<String> = []
    names = try collectingErrors(entries) { entry in
      let name = try String(reading: argument.part(entry))
      guard isName(name) else { throw LessonError.parameter(entry, "\(name.prefix(40)) cannot be a name") }
      guard seen.insert(name).inserted else {
        throw LessonError.parameter(entry, "\(name) is there twice")
      }
      return name
    }
  }

  var parameterDescription: String { names.joined(separator: ", ") }

  func append(to digest: inout Digest) { names.forEach { digest.append($0) } }

  static func ownNames(in datum: Datum) -> [String] {
    guard case .list(let entries) = datum.kind else { return [] }
    return entries.compactMap { if case .text(let name) = $0.kind { name.text } else { nil } }
  }
}
