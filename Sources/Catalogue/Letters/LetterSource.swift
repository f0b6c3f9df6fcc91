import Engine
import Expressions
import LessonFormat
import Mathematics

/// A source of letters: what a `{markov}` gives, and later directives learn from.
struct LetterSource: ParameterValue {
  let alphabet: Alphabet
  let chain: MarkovChain

  static let typeDescription = "the result of a {markov}, such as =s"

  init(_ alphabet: Alphabet, _ chain: MarkovChain) {
    self.alphabet = alphabet
    self.chain = chain
  }

  init(reading argument: WrittenValue) throws {
    guard case .record(let record) = try argument.value(), let alphabet = Alphabet(record["letters"]),
      case .number(let number)? = record["order"], let order = Int(exactly: number), (0...64).contains(order),
      case .matrix(let table)? = record["table"]
    else { throw argument.mismatch(expected: Self.typeDescription) }
    // Each point of a sweep reads its source anew, and must not wait until it has settled again.
    var settled: [Double]?
    if case .vector(let shares)? = record["stationary"] { settled = shares }
    do {
      let chain = try MarkovChain(
        letterCount: alphabet.letters.count, order: order, table: table.entries, near: settled)
      self.init(alphabet, chain)
    } catch {
      throw LessonError.parameter(
        argument.datum, "its table is none: \(error)", help: "give \(Self.typeDescription)")
    }
  }

  /// What the source is made of, by name.
  var record: Record {
    let table = Matrix(rows: chain.contextCount, columns: chain.letterCount, entries: chain.table)
    return Record([
      ("letters", .texts(alphabet.letters)), ("order", .number(Double(chain.order))),
      ("table", table.map(Value.matrix) ?? .vector(chain.table)),
    ])
  }

  /// The loss of a guess among all letters.
  var uniformLoss: Double { Double.log(Double(chain.letterCount)) }

  /// Refuses to look back so many letters that not all contexts can be told apart.
  func check(seeing count: Int, _ datum: Datum?) throws {
    var words = chain.letterCount
    for seen in 0..<count {
      words *= chain.letterCount
      guard words <= MarkovChain.mostEntries else {
        throw mistake(
          at: datum, "with \(chain.letterCount) letters, contexts of \(count) are too many to look at each",
          help: "\(seen) letters can be looked back at")
      }
    }
  }

  var parameterDescription: String { "a source of \(chain.letterCount) letters" }

  func append(to digest: inout Digest) { digest.append(.record(record)) }
}
