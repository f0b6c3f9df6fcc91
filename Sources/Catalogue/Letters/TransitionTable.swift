import Engine
import Expressions
import LessonFormat
import Mathematics

/// A written table of probabilities: a row for each context, a number for each letter.
struct TransitionTable: ParameterValue {
  let rows: [[Double]]
  private let datum: Datum

  static let typeDescription =
    "a list with a row of probabilities for each context, such as [[0.9, 0.1], [0.5, 0.5]]"

  init(reading argument: WrittenValue) throws {
    datum = argument.datum
    switch try argument.value() {
    case .matrix(let matrix):
      rows = (0..<matrix.rows).map { row in (0..<matrix.columns).map { matrix[row, $0] } }
    case .vector(let numbers) where !numbers.isEmpty: rows = [numbers]
    default: throw argument.mismatch(expected: Self.typeDescription)
    }
  }

  /// The chain of this table.
  func chain(_ alphabet: Alphabet) throws -> MarkovChain {
    let count = alphabet.letters.count
    if let row = rows.firstIndex(where: { $0.count != count }) {
      throw LessonError.parameter(
        place(ofRow: row), "\(rows[row].count) probabilities for \(count) letters",
        help: "a row has one for each letter, in their order")
    }
    guard let order = order(of: rows.count, letters: count) else {
      throw LessonError.parameter(
        datum, "\(rows.count) rows for \(count) letters",
        help:
          "1 row, or one for each letter before (\(count)), or for each two letters before (\(count * count)), …"
      )
    }
    do {
      return try MarkovChain(letterCount: count, order: order, table: rows.flatMap(\.self))
    } catch {
      throw mistake(error, alphabet, order: order)
    }
  }

  private func order(of rows: Int, letters: Int) -> Int? {
    var (order, contexts) = (0, 1)
    while contexts < rows { (order, contexts) = (order + 1, contexts * letters) }
    return contexts == rows ? order : nil
  }

  private func place(ofRow row: Int) -> Datum {
    if case .list(let entries) = datum.kind, entries.count == rows.count, rows.count > 1 {
      return entries[row]
    }
    return datum
  }

  private func mistake(_ error: MarkovChainError, _ alphabet: Alphabet, order: Int) -> LessonError {
    switch error {
    case .row(let row, let sum):
      let message = sum.map { "these probabilities add up to \(spelled($0))" }
      return .parameter(
        place(ofRow: row), message ?? "a probability lies from 0 to 1",
        help: sum.map { _ in "they must add up to 1" })
    case .fallsApart(let one, let other):
      let (first, second) = (name(one, alphabet, order), name(other, alphabet, order))
      return .parameter(
        datum, "once at \(first) or at \(second), the source never reaches the other: it has no one long run",
        help: "give what leads from one to the other a probability above 0")
    case .doesNotSettle:
      return .parameter(
        datum,
        "with \(rows.count) contexts, no probability may be 0, and the source must forget where it started",
        help: "up to \(MarkovChain.mostExactContexts) contexts, anything may be 0")
    default: return .parameter(datum, error.description)
    }
  }

  private func name(_ context: Int, _ alphabet: Alphabet, _ order: Int) -> String {
    var (letters, rest) = ([Int](), context)
    for _ in 0..<order {
      letters.insert(rest % alphabet.letters.count, at: 0)
      rest /= alphabet.letters.count
    }
    return "“\(alphabet.text(letters))”"
  }

  var parameterDescription: String { "\(rows.count) rows" }

  func append(to digest: inout Digest) { rows.append(to: &digest) }
}
