import Engine
import Expressions
import LessonFormat

/// The letters of a source: the characters of a text, or a list of names.
struct Alphabet: ParameterValue {
  let letters: [String]

  static let typeDescription = "a text whose characters are the letters, or a list of names"
  static let fewest = 2
  static let most = 100

  init(reading argument: WrittenValue) throws {
    switch argument.datum.kind {
    case .number, .boolean: letters = try String(reading: argument).map { String($0) }
    case .text where argument.datum.expressionText == nil:
      letters = try String(reading: argument).map { String($0) }
    default:
      switch try argument.value() {
      case .text(let text): letters = text.map { String($0) }
      case let value:
        guard let names = value.texts else { throw argument.mismatch(expected: Self.typeDescription) }
        letters = names
      }
    }
    try check(argument.datum)
  }

  /// The letters of a source that was made before; nil where they are none.
  init?(_ value: Value?) {
    guard let letters = value?.texts, (Self.fewest...Self.most).contains(letters.count) else { return nil }
    self.letters = letters
  }

  private func check(_ datum: Datum) throws {
    guard (Self.fewest...Self.most).contains(letters.count) else {
      throw LessonError.parameter(
        datum, "there \(letters.count == 1 ? "is 1 letter" : "are \(letters.count) letters") in it",
        help: "from \(Self.fewest) to \(Self.most) are possible")
    }
    var seen: Set<String> = []
    if let twice = letters.first(where: { !seen.insert($0).inserted }) {
      throw LessonError.parameter(datum, "the letter \(twice.prefix(40)) is there twice")
    }
    if letters.contains(where: \.isEmpty) { throw LessonError.parameter(datum, "a letter has no name") }
  }

  /// Letters in order, with spaces where some have longer names.
  func text(_ numbers: [Int]) -> String {
    numbers.map { letters[$0] }.joined(separator: letters.allSatisfy { $0.count == 1 } ? "" : " ")
  }

  var parameterDescription: String { letters.joined(separator: ", ") }

  func append(to digest: inout Digest) { letters.append(to: &digest) }
}
