import Engine
import Expressions
import LessonFormat
import Mathematics

/// `{predictor}`: a network learns to predict the next letter of a source.
struct PredictorExperiment: Experiment {
  static let name = "predictor"
  static let summary =
    "Trains a network to predict each next letter of a source, on letters drawn anew in every step."
  static let results = [
    ResultDescription(
      "loss", "The loss at the end on an endless text, in nats a letter; computed, not sampled."),
    ResultDescription("excess", "How far that is above the entropy rate."),
    ResultDescription("parameter_count", "How many numbers are learned."),
    ResultDescription("letters", "How many letters it was trained on: steps times batch."),
    ResultDescription("compute", "Six operations for each parameter and letter."),
    ResultDescription("entropy", "The entropy rate of the source, below which no loss can fall."),
    ResultDescription(
      "losses", "The loss after some of the steps, two for each doubling, and after the last."),
    ResultDescription("steps", "After how many steps these were."),
    ResultDescription("computes", "The compute until then."),
  ]
  static let example = """
    source: =s
    hidden: 8
    steps: 200
    fig-cap: The loss comes down towards the entropy rate, and never below it.
    """
  static let examplePreparation = NGramExperiment.examplePreparation

  @Parameter("What it learns: the result of a {markov}, such as =s.")
  var source: LetterSource
  @Parameter("How many letters it sees; as many as matter, unless given.", .between(0, 16))
  var reach: Int? = nil
  @Parameter("The width of each hidden layer.", .between(1, 1024))
  var hidden = 16
  @Parameter("How many hidden layers it has, with rectifiers; without any it is linear.", .between(0, 6))
  var layers = 1
  @Parameter("How many steps are taken.", .between(1, 200_000))
  var steps = 1000
  @Parameter("How many letters take part in a step, each at a place of its own.", .between(1, 4096))
  var batch = 128
  @Parameter("The rule by which it follows the gradient, with its usual constants.")
  var optimiser = TrainingRule.adam
  @Parameter("The largest step size.", .above(0))
  var learningRate = 0.01
  @Parameter("Whether the step size rises and then falls along half a cosine, or is always the same.")
  var schedule = TrainingSchedule.cosine
  @Parameter("What the first weights and the letters are drawn from; the lesson's seed unless given.")
  var seed = Seed(0)

  func run(in context: Context) throws -> Outcome {
    let reach = reach ?? source.chain.order
    try source.check(seeing: reach, $reach)
    try PredictorLimits(self, reach: reach).check()
    let training = try NextLetterTraining(
      source.chain, reach: reach, hidden: Array(repeating: hidden, count: layers), batch: batch,
      optimiser: optimiser.optimiser(schedule.rate(learningRate, steps: steps)),
      using: Xoshiro256StarStar(seed: seed.value))
    let course = try PredictorCourse(training, steps: steps)
    let record = results(course, parameters: Double(training.parameterCount))
    let chart = course.chart(source: source, batch: batch, size: context.size())
    return Outcome(record, displays: [.figure(try context.figure(chart))])
  }

  private func results(_ course: PredictorCourse, parameters: Double) -> Record {
    let loss = course.losses.last ?? .nan
    let (letters, perLetter) = (Double(steps * batch), 6 * parameters)
    return Record([
      ("loss", .number(loss)), ("excess", .number(loss - source.chain.entropyRate)),
      ("parameter_count", .number(parameters)), ("letters", .number(letters)),
      ("compute", .number(perLetter * letters)), ("entropy", .number(source.chain.entropyRate)),
      ("losses", .vector(course.losses)), ("steps", .vector(course.steps.map(Double.init))),
      ("computes", .vector(course.steps.map { perLetter * Double($0 * batch) })),
    ])
  }
}
