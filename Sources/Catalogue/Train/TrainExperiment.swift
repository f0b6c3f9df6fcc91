import Engine
import Expressions
import LessonFormat
import Mathematics

/// `{train}`: a network that learns a table, step by step.
struct TrainExperiment: Experiment {
  static let name = "train"
  static let summary = "Trains a network on a table and records every step."
  static let results = [
    ResultDescription("loss", "The mean loss over all rows after each recorded step."),
    ResultDescription("accuracy", "The share of rows that are right after each recorded step; for classes."),
    ResultDescription("accuracy_by_class.…", "The same for each class."),
    ResultDescription("settled_at", "The recorded step from which on the accuracy is what it is at the end."),
    ResultDescription("batch_loss", "The loss of each recorded step's batch, before the step."),
    ResultDescription("step", "The number of each recorded step."),
    ResultDescription("start.loss", "The loss before the first step; start.accuracy likewise."),
    ResultDescription(
      "end.loss",
      "The loss after the last step; end.accuracy, end.test_loss, end.test_accuracy likewise."),
    ResultDescription("test_loss", "The loss over the rows of test; test_accuracy likewise."),
    ResultDescription(
      "weights.….…", "Each weight after each recorded step, by output and input; of layer1 and so on."),
    ResultDescription("biases.…", "Each bias likewise."),
    ResultDescription("gradient.weights.….…", "The gradient that each recorded step followed."),
    ResultDescription("frames.step", "The steps of the frames, where there are any."),
    ResultDescription(
      "frames.loss", "The loss over all rows at each frame; frames.accuracy likewise, for classes."),
    ResultDescription(
      "frames.hidden_1", "The last hidden layer's values for the rows of watch at a frame: a row for each."),
    ResultDescription("parameters", "How many numbers are learned."),
    ResultDescription("predict(x)", "The trained network: probabilities of the classes, or the number."),
    ResultDescription("model", "The trained network, to start from or to look into."),
  ]
  static let example = """
    data: {x: [-3, -2, -1, 1, 2, 3], side: [left, left, left, right, right, right]}
    inputs: [x]
    target: side
    steps: 60
    learning-rate: 0.1
    fig-cap: The loss of a model that learns to tell left from right.
    """

  @Parameter("The table to learn from.")
  var data: DataTable
  @Parameter(
    "What the model is given: columns, expressions in columns such as {u: x - 2}, or one column of vectors."
  )
  var inputs: TrainInputs
  @Parameter("What it learns to say: a column of classes, or of numbers, or an expression in columns.")
  var target: Formula
  @Parameter("A table of the same columns that is only tested on.")
  var test: DataTable? = nil
  @Parameter("The widths of the hidden layers, the first first; none is a linear model.", .between(1, 10_000))
  var hidden: [Int] = []
  @Parameter("What hidden units do with their sums.")
  var activation = ActivationChoice.relu
  @Parameter("The weights to start from instead of drawn ones.")
  var start: LayerStart? = nil
  @Parameter("How weights are drawn: uniform within 1/√inputs, or by the rules of Glorot or He.")
  var initialization = InitializationChoice.uniform
  @Parameter("What is made small: cross-entropy for classes, squares for numbers unless given.")
  var loss: TrainLoss? = nil
  @Parameter("The rule by which parameters follow the gradient.")
  var optimiser = OptimiserChoice.adam
  @Parameter("How far a step goes.", .above(0))
  var learningRate: Double
  @Parameter("The share of the speed that momentum keeps.", .between(0, 1))
  var momentum = 0.9
  @Parameter("The decoupled decay of adamw.", .atLeast(0))
  var weightDecay = 0.01
  @Parameter("How many steps are taken.", .between(1, 1_000_000))
  var steps: Int
  @Parameter("How many rows a step looks at; all unless given.", .atLeast(1))
  var batch: Int? = nil
  @Parameter("The rows in the order in which steps take them, round and round; shuffled unless given.")
  var order: [Int] = []
  @Parameter("Which steps are recorded: every one, or every so many and the last.", .atLeast(1))
  var every = 1
  @Parameter("Whether each weight and its gradient is recorded.")
  var history = true
  @Parameter(
    "Frames to step through: how many, spread in proportion over the steps, or which steps; 0 is the start.")
  var frames: TrainFrames? = nil
  @Parameter("A table whose rows' values in the last hidden layer are kept at each of the frames.")
  var watch: DataTable? = nil
  @Parameter("The two columns over which frames show classes; those of the inputs, where these are two.")
  var map: [String] = []
  @Parameter("What weights and orders are drawn from; the lesson's seed unless given.")
  var seed = Seed(0)

  /// Multiplications that a training run may take.
  static let mostWork = 100_000_000_000.0
  /// Numbers that a run may record.
  static let mostRecorded = 500_000
  static let mostParameters = 1_000_000

  func run(in context: Context) throws -> Outcome {
    let set = try TrainingSet(data, inputs: inputs, target: target)
    let test = try test.map { try testSet($0, classes: set.classes) }
    let lossRule = try self.loss(for: set)
    var generator = Xoshiro256StarStar(seed: seed.value)
    let network = try network(for: set, using: &generator)
    let settings = try settings(for: set, loss: lossRule)
    let map = try map(of: set)
    let watched = try watched(by: network)
    try checkLimits(network, rows: set.rows, watched: watched?.shape[0] ?? 0, settings)
    let run = try TrainingRun(network, on: set, test: test, settings: settings, using: generator)
    let drawing = TrainDrawing(
      run: run, set: set, data: data, lossName: lossRule == .crossEntropy ? "loss (nats)" : "mean square",
      map: map)
    return Outcome(
      try TrainResults(run: run, data: set, watched: watched).record(),
      displays: [.figure(try drawing.figure(in: context))])
  }

  /// The rows to test on; whatever they lack is reported at the table that lacks it.
  private func testSet(_ table: DataTable, classes: [String]?) throws -> TrainingSet {
    do {
      return try TrainingSet(table, inputs: inputs, target: target, classes: classes)
    } catch {
      let errors = (error as? LessonErrors)?.errors ?? (error as? LessonError).map { [$0] }
      guard let datum = $test, let errors else { throw error }
      throw LessonErrors(
        errors.map {
          .parameter(
            datum, "in the table to test on, \($0.message)", help: "it needs the columns that data has")
        })
    }
  }

  private func loss(for set: TrainingSet) throws -> TrainLoss {
    let natural: TrainLoss = set.classes == nil ? .squares : .crossEntropy
    guard let loss, loss != natural, let datum = $loss else { return natural }
    throw LessonError.parameter(
      datum,
      natural == .squares
        ? "cross-entropy is for classes, and \(set.targetName) is a number"
        : "squares are for numbers, and \(set.targetName) has classes", help: "leave loss out")
  }

  /// The map that frames show, if any.
  private func map(of set: TrainingSet) throws -> TrainMap? {
    guard frames != nil else {
      guard let datum = $map else { return nil }
      throw LessonError.parameter(datum, "a map is shown in frames", help: "add frames: 20, or leave map out")
    }
    return try TrainMap(columns: map, at: $map, of: data, inputs: inputs, set: set)
  }

  /// What the network is given of the rows that frames watch, if any.
  private func watched(by network: Network) throws -> Tensor? {
    guard let watch, let datum = $watch else { return nil }
    guard frames != nil else {
      throw LessonError.parameter(datum, "rows are watched at the frames", help: "add frames: 20")
    }
    guard network.lastHiddenWidth > 0 else {
      throw LessonError.parameter(datum, "there is no hidden layer to watch", help: "add hidden: [16]")
    }
    let rows = try InputRows(inputs, of: watch).rows
    guard rows.shape[1] == network.inputs.count else {
      throw LessonError.parameter(
        datum, "the vectors have \(rows.shape[1]) entries, and those of data \(network.inputs.count)")
    }
    return rows
  }

  private func network(for set: TrainingSet, using generator: inout some RandomNumberGenerator) throws
    -> Network
  {
    let outputs = set.classes ?? [set.targetName]
    let widths = [set.inputNames.count] + hidden + [outputs.count]
    let perceptron: MultilayerPerceptron
    if let start {
      perceptron = MultilayerPerceptron(
        layers: start.layers, activation: start.activation ?? activation.activation)
      try checkStart(perceptron, inputs: set.inputNames, outputs: outputs)
    } else {
      try checkParameters(widths)
      perceptron = MultilayerPerceptron(
        widths: widths, activation: activation.activation, initialization: initialization.initialization,
        using: &generator)
    }
    return Network(
      inputs: set.inputNames, vector: set.vectorName, outputs: outputs, isClassifier: set.classes != nil,
      perceptron: perceptron)
  }

  private func checkStart(_ model: MultilayerPerceptron, inputs: [String], outputs: [String]) throws {
    guard let datum = $start, let first = model.layers.first, let last = model.layers.last else { return }
    var errors: [LessonError] = []
    func expect(_ found: Int, _ needed: Int, _ what: String, _ names: [String]) {
      guard found != needed else { return }
      errors.append(
        .parameter(
          datum,
          "the weights have \(found) \(what) where \(needed) are needed: \(names.prefix(8).joined(separator: ", "))",
          help: "a row of weights for each output, with a number for each input"))
    }
    expect(first.weights.shape[1], inputs.count, "columns", inputs)
    expect(last.weights.shape[0], outputs.count, "rows", outputs)
    if !hidden.isEmpty, let hiddenDatum = $hidden,
      model.layers.dropLast().map({ $0.weights.shape[0] }) != hidden
    {
      errors.append(.parameter(hiddenDatum, "start has other hidden layers", help: "leave hidden out"))
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
  }

  private func checkParameters(_ widths: [Int]) throws {
    let count = zip(widths, widths.dropFirst()).reduce(0.0) { $0 + Double($1.0 + 1) * Double($1.1) }
    guard count > Double(Self.mostParameters) else { return }
    let message =
      "a network of these widths has \(formatSignificant(count, 4)) parameters; "
      + "at most \(Self.mostParameters) can be trained"
    throw $hidden.map { LessonError.parameter($0, message) } ?? .experiment(message)
  }

  private func settings(for set: TrainingSet, loss: TrainLoss) throws -> TrainingSettings {
    var errors: [LessonError] = []
    if let batch, batch > set.rows, let datum = $batch {
      errors.append(
        .parameter(datum, "a batch of \(batch) rows is larger than the table, which has \(set.rows)"))
    }
    if let datum = $order, let wrong = order.first(where: { !(1...set.rows).contains($0) }) {
      errors.append(.parameter(datum, "there is no row \(wrong): the table has rows 1 to \(set.rows)"))
    }
    if let datum = $every, every > steps {
      errors.append(.parameter(datum, "with \(steps) steps, no step is recorded every \(every)"))
    }
    if let datum = $frames, let last = frames?.last, last > steps {
      errors.append(.parameter(datum, "there is no step \(last): training takes \(steps) steps"))
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
    return TrainingSettings(
      rule: rule, learningRate: learningRate, loss: loss, steps: steps,
      batch: batch ?? (order.isEmpty ? set.rows : 1),
      order: order.isEmpty ? nil : order.map { $0 - 1 }, every: every, keepsHistory: history,
      frames: frames?.steps(upTo: steps) ?? [])
  }

  private var rule: AnyOptimiser {
    let rate = LearningRate.constant(learningRate)
    switch optimiser {
    case .sgd: return AnyOptimiser(StochasticGradientDescent(learningRate: rate))
    case .momentum: return AnyOptimiser(Momentum(learningRate: rate, decay: momentum))
    case .adam: return AnyOptimiser(Adam(learningRate: rate))
    case .adamw: return AnyOptimiser(Adam(learningRate: rate, weightDecay: weightDecay))
    }
  }

  private func checkLimits(
    _ network: Network, rows: Int, watched: Int, _ settings: TrainingSettings
  ) throws {
    let (count, moments) = (Double(network.parameterCount), (Double(steps) / Double(every)).rounded(.up))
    let drawn = Double(settings.frames.count) * Double(rows + watched + TrainMap.pointCount)
    let work = count * (3 * Double(steps) * Double(settings.batch) + moments * Double(rows) + drawn)
    guard work <= Self.mostWork else {
      throw LessonError.experiment(
        "this takes \(formatSignificant(work, 3)) multiplications; at most \(formatSignificant(Self.mostWork, 3)) are allowed",
        help: "fewer steps, a smaller batch or network, or a greater every")
    }
    let kept = Double(settings.frames.count * watched * network.lastHiddenWidth)
    let recorded = (history ? 2 * count : 0) * moments + moments * 5 + kept
    guard recorded <= Double(Self.mostRecorded) else {
      throw LessonError.experiment(
        "this records \(formatSignificant(recorded, 4)) numbers; at most \(Self.mostRecorded) are kept",
        help: history
          ? "history: false, or a greater every" : "a greater every\(kept > 0 ? ", or watch fewer rows" : "")"
      )
    }
  }
}
