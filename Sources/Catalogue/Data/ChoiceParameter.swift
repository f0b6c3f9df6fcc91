import Engine
import Expressions
import SourceText

/// A parameter that is one of a few words.
protocol ChoiceParameter: ParameterValue, CaseIterable, RawRepresentable where RawValue == String {}

extension ChoiceParameter {
  /// The words: `squares or huber`.
  static var typeDescription: String {
    let words = allCases.map(\.rawValue)
    return words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }

  init(reading argument: WrittenValue) throws {
    let word = try String(reading: argument)
    guard let choice = Self(rawValue: word) else {
      let nearest = nearestName(to: word, among: Self.allCases.map(\.rawValue))
      throw LessonError.parameter(
        argument.datum, "expected \(Self.typeDescription), found \(word.prefix(40))",
        help: nearest.map { "did you mean \($0)?" })
    }
    self = choice
  }

  var parameterDescription: String { rawValue }

  func append(to digest: inout Digest) { digest.append(rawValue) }
}
