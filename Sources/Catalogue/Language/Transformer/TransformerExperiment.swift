import Engine
import Expressions
import LessonFormat
import Mathematics

/// `{transformer}`: a decoder-only transformer that learns to continue sentences.
struct TransformerExperiment: Experiment {
  static let name = "transformer"
  static let summary = "Trains a small transformer to predict each next word of some sentences."
  static let results = [
    ResultDescription("losses", "The mean loss of each step's sentences before the step, in nats a word."),
    ResultDescription(
      "training",
      """
      How it does at the end: loss, last_word_loss, accuracy (on the last words), word_accuracy (on all), \
      place_accuracy (on the first word of each, the second, …), exact_match (the share of sentences with every \
      word right), count.
      """),
    ResultDescription(
      "held_out",
      """
      The same on held-out sentences, and after each of steps their losses, word_accuracies, exact_matches and \
      place_accuracies.
      """
    ),
    ResultDescription("uniform_loss", "The loss of a guess among all words: the logarithm of their number."),
    ResultDescription("least_loss", "The least loss that any model can have on the training sentences."),
    ResultDescription("parameter_count", "How many numbers were learned."),
    ResultDescription("words", "The words it knows; its tokens are these, and one that begins a sentence."),
    ResultDescription("context", "The most positions: the beginning, and all words but the last."),
    ResultDescription("layers", "How many blocks it has; likewise width, heads and hidden."),
    ResultDescription("weights", "All weights, such as weights.blocks_1.attention.queries.weights_{1,2}."),
  ]
  static let example = """
    sentences: [the cat sat on the mat, the dog sat on the rug, a bird sat on the roof]
    layers: 1
    width: 8
    heads: 2
    steps: 30
    fig-cap: A very small model learns three sentences.
    """

  @Parameter("What it learns from: a list of texts, such as =s.sentence.")
  var sentences: WrittenTexts
  @Parameter("Sentences that it is only tested on, such as =s.held_out.sentence.")
  var heldOut: WrittenTexts? = nil
  @Parameter(
    "The word behind which a sentence's answer begins: only what follows is learned, and counts in every result."
  )
  var answerAfter: WrittenText? = nil
  @Parameter("How many blocks it has.", .between(1, Double(TransformerLimits.layers)))
  var layers = 2
  @Parameter("How many numbers each position holds.", .between(2, Double(TransformerLimits.width)))
  var width = 32
  @Parameter("How many attention heads share the width.", .between(1, Double(TransformerLimits.heads)))
  var heads = 4
  @Parameter(
    "The hidden width of the perceptrons; by default four times the width.",
    .between(1, Double(TransformerLimits.hidden)))
  var hidden: Int? = nil
  @Parameter("The standard deviation of the first weights; GPT-2's unless given.", .between(1e-6, 1))
  var deviation = 0.02
  @Parameter("The rule by which it follows the gradient, with its usual constants.")
  var optimiser = TrainingRule.adam
  @Parameter("The largest step size.", .above(0))
  var learningRate = 0.01
  @Parameter("Whether the step size rises and then falls along half a cosine, or is always the same.")
  var schedule = TrainingSchedule.cosine
  @Parameter("How many steps are taken.", .between(1, Double(TransformerLimits.steps)))
  var steps = 400
  @Parameter(
    "How many sentences take part in a step; all of them where there are fewer.",
    .between(1, Double(TransformerLimits.batch)))
  var batch = 32
  @Parameter(
    "What the first weights and the order of the sentences are drawn from; the lesson's seed unless given.")
  var seed = Seed(0)

  /// A model that does so many times worse than a guess has learnt nothing.
  private static let mostLoss = 10.0

  func run(in context: Context) throws -> Outcome {
    let (training, vocabulary) = try training()
    let course = try training.run()
    let record = try results(training, course, LanguageModel(course.model, vocabulary))
    let chart = course.chart(of: training, size: context.size())
    return Outcome(record, displays: [.figure(try context.figure(chart))])
  }

  private func training() throws -> (TransformerTraining, Vocabulary) {
    let read = SentenceReader(limit: TransformerLimits.sentences, mostWords: TransformerLimits.positions)
    let (learned, held) = (try read(sentences), try heldOut.map { try read($0) } ?? [])
    let vocabulary = try vocabulary(of: learned + held)
    let context = (learned + held).map(\.count).max() ?? 1
    func corpus(_ sentences: [[Word]], _ texts: WrittenTexts) throws -> Corpus {
      let tokens = try sentences.map { try vocabulary.tokens(of: $0) }
      return Corpus(
        sentences: tokens, context: context, vocabulary: vocabulary.count,
        starts: try answerStarts(sentences, texts))
    }
    let batch = min(batch, learned.count)
    let configuration = try configuration(vocabulary, context: context)
    try TransformerLimits.check(configuration, batch: batch, steps: steps)
    let training = TransformerTraining(
      corpus: try corpus(learned, sentences), heldOut: try heldOut.map { try corpus(held, $0) },
      configuration: configuration,
      optimiser: optimiser.optimiser(schedule.rate(learningRate, steps: steps)), steps: steps, batch: batch,
      seed: seed)
    return (training, vocabulary)
  }

  /// Where in each sentence the answer begins; at the front where there is no mark.
  private func answerStarts(_ sentences: [[Word]], _ texts: WrittenTexts) throws -> [Int] {
    guard let mark = answerAfter?.text else { return sentences.map { _ in 0 } }
    return try collectingFirstErrors(sentences.enumerated()) { index, words in
      guard let place = words.firstIndex(where: { $0.text == mark }), place < words.count - 1 else {
        throw texts.mistake(
          inText: index, nil, "there is no word behind “\(mark.prefix(40))”",
          help: "answer-after is a word, set apart by spaces, that every sentence has before its answer")
      }
      return place + 1
    }
  }

  /// All words, those of held-out sentences too: what is never learned can still be asked for.
  private func vocabulary(of all: [[Word]]) throws -> Vocabulary {
    let vocabulary = Vocabulary(of: all)
    guard vocabulary.words.count <= TransformerLimits.vocabulary else {
      throw sentences.mistake(
        "there are \(vocabulary.words.count) different words; at most \(TransformerLimits.vocabulary) are allowed"
      )
    }
    return vocabulary
  }

  private func configuration(_ vocabulary: Vocabulary, context: Int) throws -> Transformer.Configuration {
    guard width.isMultiple(of: heads) else {
      let fitting = (1...TransformerLimits.heads).filter(width.isMultiple).map(String.init)
      throw mistake(
        at: $heads ?? $width, "\(heads) heads cannot share a width of \(width)",
        help: "heads can be \(fitting.joined(separator: ", "))")
    }
    return Transformer.Configuration(
      vocabulary: vocabulary.count, context: context, width: width, heads: heads, layers: layers,
      perceptronWidth: hidden ?? 4 * width, deviation: deviation)
  }

  private func results(
    _ training: TransformerTraining, _ course: TransformerTraining.Course, _ model: LanguageModel
  ) throws -> Record {
    let batch = training.batch
    let score = try TransformerScore(of: course.model, on: training.corpus, batch: batch)
    // With a single word a guess is never wrong, hence the one nat more.
    guard score.loss < Self.mostLoss * (training.corpus.uniformLoss + 1) else {
      throw LessonError.experiment(
        "the training diverged: it ends with a loss of \(formatSignificant(score.loss, 4)), and a guess among all "
          + "words has \(formatSignificant(training.corpus.uniformLoss, 4))",
        help: "try a learning-rate ten times smaller than \(formatSignificant(learningRate, 4))")
    }
    var record = Record([("losses", .vector(course.losses)), ("training", .record(score.record))])
    if let last = course.checkpoints.last { record["held_out"] = .record(course.heldOut(at: last.score)) }
    record["uniform_loss"] = .number(training.corpus.uniformLoss)
    record["least_loss"] = .number(training.corpus.leastLoss)
    record["parameter_count"] = .number(Double(course.model.parameterCount))
    for (name, value) in model.record.entries { record[name] = value }
    return record
  }
}
