import Engine
import Expressions
import LessonFormat
import Mathematics

/// `{ngram}`: counts of letters after contexts learn a source.
struct NGramExperiment: Experiment {
  static let name = "ngram"
  static let summary = "Counts what follows what in a text, and says what predictions by these counts cost."
  static let results = [
    ResultDescription(
      "losses",
      "The loss on an endless text, in nats a letter: a row for each length, a column for each order from 0."),
    ResultDescription("best", "The least loss of each length."),
    ResultDescription("best_order", "The order that has it."),
    ResultDescription("letters", "The lengths."),
    ResultDescription("floors", "The least loss that each order can come down to."),
    ResultDescription("parameter_counts", "How many numbers each order learns."),
    ResultDescription("entropy", "The entropy rate of the source, below which no loss can fall."),
  ]
  static let example = """
    source: =s
    order: 3
    letters: [10, 100, 1000, 10000]
    fig-cap: The more letters are read, the further back it pays to look.
    """
  static let examplePreparation = """
    ```{markov} s
    letters: abcd
    order: 3
    ```
    """

  @Parameter("What it reads: the result of a {markov}, such as =s.")
  var source: LetterSource
  @Parameter("The most letters that it looks back; all smaller numbers are tried too.", .between(0, 9))
  var order: Int
  @Parameter(
    "How many letters it reads: a list of lengths, each the beginning of the same text.", .between(1, 1e7))
  var letters: [Int]
  @Parameter("What is added to each count, so that nothing is held for impossible.", .above(0))
  var pseudocount = 0.5
  @Parameter("What the text is drawn from; the lesson's seed unless given.")
  var seed = Seed(0)

  /// No more lengths, each of which is a test of all orders.
  static let mostLengths = 200
  /// Probabilities that are looked at in all tests.
  private static let mostWork = 5e7

  func run(in context: Context) throws -> Outcome {
    try check()
    let (losses, study) = losses()
    let best = losses.map { $0.min() ?? .nan }
    let floors = (0...order).map(source.chain.conditionalEntropy)
    let record = Record([
      (
        "losses",
        Matrix(rows: losses.count, columns: order + 1, entries: losses.flatMap(\.self)).map(Value.matrix)
          ?? .vector([])
      ),
      ("best", .vector(best)),
      ("best_order", .vector(losses.map { row in Double(row.firstIndex(of: row.min() ?? 0) ?? 0) })),
      ("letters", .vector(letters.map(Double.init))), ("floors", .vector(floors)),
      ("parameter_counts", .vector(study.parameterCounts.map(Double.init))),
      ("entropy", .number(source.chain.entropyRate)),
    ])
    let chart = NGramChart(source: source, letters: letters, losses: losses).chart(size: context.size())
    return Outcome(record, displays: [.figure(try context.figure(chart))])
  }

  private func check() throws {
    guard !letters.isEmpty else { throw mistake(at: $letters, "there are no lengths in it") }
    guard letters.count <= Self.mostLengths else {
      throw mistake(at: $letters, "\(letters.count) lengths are more than \(Self.mostLengths), the limit")
    }
    try source.check(seeing: order, $order)
    let words = (0...order).reduce(1.0) { words, _ in words * Double(source.chain.letterCount) }
    guard 2 * words * Double(letters.count) <= Self.mostWork else {
      throw mistake(
        at: $letters, "to test \(letters.count) lengths with contexts of \(order) takes too long",
        help: "\(Int(Self.mostWork / 2 / words)) lengths do not")
    }
  }

  /// The losses of all orders, a row for each length.
  private func losses() -> ([[Double]], NGramStudy) {
    var study = NGramStudy(source.chain, highestOrder: order, pseudocount: pseudocount)
    var sampler = MarkovSampler(source.chain, using: Xoshiro256StarStar(seed: seed.value))
    var (known, read) = ([Int: [Double]](), 0)
    for length in Set(letters).sorted() {
      while read < length {
        study.read(sampler.next())
        read += 1
      }
      known[length] = study.losses
    }
    return (letters.map { known[$0] ?? [] }, study)
  }
}
