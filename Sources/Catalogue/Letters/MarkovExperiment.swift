import Engine
import Expressions
import LessonFormat
import Mathematics
import Plotting

/// `{markov}`: a source of letters whose entropy is known.
struct MarkovExperiment: Experiment {
  static let name = "markov"
  static let summary = "Makes a source of letters whose entropy rate is known, and writes a text with it."
  static let results = [
    ResultDescription("entropy", "The entropy rate: what each letter is worth in the long run, in nats."),
    ResultDescription(
      "entropies",
      "The least loss of a model that sees no letter, one, two, … before it predicts: up to the order."),
    ResultDescription(
      "uniform_loss", "The loss of a guess among all letters: the logarithm of their number."),
    ResultDescription("frequency", "How often each letter comes in the long run, by name."),
    ResultDescription(
      "stationary", "How often each context comes in the long run, in the order of the rows."),
    ResultDescription("letters", "The letters."),
    ResultDescription("order", "How many letters before the next one matter."),
    ResultDescription("table", "The probabilities: a row for each context, a column for each letter."),
    ResultDescription("text", "A text that the source wrote."),
    ResultDescription(
      "surprises", "The surprise −ln p of each letter of the text, for one who knows the source, in nats."),
  ]
  static let example = """
    letters: [sun, rain]
    table: [[0.9, 0.1], [0.5, 0.5]]
    length: 30
    fig-cap: Sun and rain. To know today's weather makes tomorrow's less of a surprise.
    """

  @Parameter("The letters: a text whose characters they are, or a list of names.")
  var letters: Alphabet
  @Parameter(
    "The probabilities of the next letter: a row for each context, in the order of the letters, the oldest first."
  )
  var table: TransitionTable? = nil
  @Parameter("How many letters before the next one matter; with a table, its rows say it.", .between(0, 16))
  var order: Int? = nil
  @Parameter(
    "Without a table, it is drawn: the deviation of the letters' own scores.", .between(0, 20))
  var strength = 1.0
  @Parameter("How much less each further letter back sways the scores.", .between(0, 1))
  var decay = 0.5
  @Parameter("How many letters the text has.", .between(1, 50_000))
  var length = 200
  @Parameter("What the table and the text are drawn from; the lesson's seed unless given.")
  var seed = Seed(0)

  func run(in context: Context) throws -> Outcome {
    var generator = Xoshiro256StarStar(seed: seed.value)
    let source = LetterSource(letters, try chain(using: &generator))
    let chain = source.chain
    let entropies = (0..<chain.order).map(chain.conditionalEntropy) + [chain.entropyRate]
    let (text, surprises) = written(by: chain, using: generator)
    var record = Record([
      ("entropy", .number(chain.entropyRate)), ("entropies", .vector(entropies)),
      ("uniform_loss", .number(source.uniformLoss)),
      (
        "frequency",
        .record(Record(zip(letters.letters, chain.wordFrequencies(length: 1)).map { ($0, .number($1)) }))
      ),
      ("stationary", .vector(chain.stationary)),
    ])
    for (name, value) in source.record.entries { record[name] = value }
    record["text"] = .text(letters.text(text))
    record["surprises"] = .vector(surprises)
    let chart = MarkovChart(source: source, entropies: entropies).chart(size: context.size())
    return Outcome(record, displays: [.figure(try context.figure(chart))])
  }

  private func chain(using generator: inout Xoshiro256StarStar) throws -> MarkovChain {
    guard let table else {
      do {
        return try .random(
          letterCount: letters.letters.count, order: order ?? 1, strength: strength, decay: decay,
          using: &generator)
      } catch .tooManyContexts {
        throw mistake(
          at: $order, "\(letters.letters.count) letters have too many contexts of \(order ?? 1)",
          help: "a table has at most \(MarkovChain.mostEntries) probabilities")
      } catch {
        throw mistake(
          at: $strength, "such a source takes too long to forget where it started",
          help: "a smaller strength makes all letters possible at all times")
      }
    }
    let chain = try table.chain(letters)
    if let order, order != chain.order {
      throw mistake(at: $order, "the rows of the table are contexts of \(chain.order), not of \(order)")
    }
    if let extra = $strength ?? $decay {
      throw LessonError.parameter(
        extra, "a written table is not drawn", help: "leave it out, or leave the table out")
    }
    return chain
  }

  private func written(by chain: MarkovChain, using generator: Xoshiro256StarStar) -> ([Int], [Double]) {
    var sampler = MarkovSampler(chain, using: generator)
    var (text, surprises) = ([Int](), [Double]())
    for _ in 0..<length {
      let before = sampler.context
      let letter = sampler.next()
      text.append(letter)
      surprises.append(-Double.log(chain.table[before * chain.letterCount + letter]))
    }
    return (text, surprises)
  }
}
