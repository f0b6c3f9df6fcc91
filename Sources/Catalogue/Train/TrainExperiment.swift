import Engine
import Expressions
import LessonFormat
import Mathematics

/// `{train}`: a network that learns a table, step by step.
struct TrainExperiment: Experiment {
  static let name = "train"
  static let summary = "Trains a network on a table and records every step."
  static let results = [
    ResultDescription(
      "loss",
      "The mean loss over all rows after each recorded step; over the held-out rows where rows are drawn."
    ),
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
    ResultDescription("samples", "How many rows all steps up to each recorded one have looked at."),
    ResultDescription(
      "compute",
      "The operations of these steps in products of weights, a multiplication and its addition counted as two."
    ),
    ResultDescription("teacher", "The teacher, where there is one, as a model."),
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
  var data: DataTable? = nil
  @Parameter(
    "Instead of data: columns as in {sample}, drawn anew for every step, so that no row comes twice.")
  var draw: SampleColumns? = nil
  @Parameter(
    "What the model is given: columns, expressions in columns such as {u: x - 2}, or one column of vectors."
  )
  var inputs: TrainInputs
  @Parameter("What it learns to say: a column of classes, or of numbers, or an expression in columns.")
  var target: Formula? = nil
  @Parameter(
    "Instead of target: a network that says what is right; one to draw answers with mean 0, variance 1.")
  var teacher: Teacher? = nil
  @Parameter(
    "Where rows are drawn: how many more are drawn first, to measure the loss on; 4096 unless given.",
    .between(1, 20_000))
  var heldOut: Int? = nil
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
  @Parameter("How far a step goes; the greatest where a schedule changes it.", .above(0))
  var learningRate: Double
  @Parameter(
    "How that changes: down half a cosine to nothing at the last step, or as one over the step's root.")
  var schedule = ScheduleChoice.constant
  @Parameter("Over how many steps the rate first rises evenly from nothing.", .between(0, 1_000_000))
  var warmup = 0
  @Parameter("The share of the speed that momentum keeps.", .between(0, 1))
  var momentum = 0.9
  @Parameter("The decoupled decay of adamw.", .atLeast(0))
  var weightDecay = 0.01
  @Parameter("How many steps are taken.", .between(1, 1_000_000))
  var steps: Int
  @Parameter("How many rows a step looks at; all unless given, or 128 where rows are drawn.", .atLeast(1))
  var batch: Int? = nil
  @Parameter("The rows in the order in which steps take them, round and round; shuffled unless given.")
  var order: [Int] = []
  @Parameter("Which steps are recorded: every one, or every so many and the last.", .atLeast(1))
  var every = 1
  @Parameter(
    "Instead of every: how many steps are recorded, evenly on a logarithmic axis.", .between(2, 10_000))
  var recorded: Int? = nil
  @Parameter("Whether each weight and its gradient is recorded; where rows are drawn, only if asked for.")
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
    try checkSources()
    let rows = try TrainRows(data: data, draw: draw, heldOut: heldOut, seed: seed)
    let task = TrainTask(inputs: inputs, aim: try aim())
    let set = try task.set(rows.measured)
    let test = try test.map { try testSet($0, task, classes: set.classes) }
    let lossRule = try self.loss(for: set)
    var generator = Xoshiro256StarStar(seed: seed.value)
    let network = try network(for: set, using: &generator)
    let settings = try settings(for: set, loss: lossRule)
    let map = try map(of: set, rows.measured)
    let watched = try watched(by: network)
    try checkLimits(network, task.teacher, rows: set.rows, watched: watched?.shape[0] ?? 0, settings)
    let run =
      if let draw {
        try TrainingRun(
          network,
          on: FreshRows(
            draw, task: task, classes: set.classes, size: settings.batch, using: rows.generator),
          measuredOn: set, test: test, settings: settings)
      } else {
        try TrainingRun(
          network, on: RowWalk(set, settings, using: generator), measuredOn: set, test: test,
          settings: settings)
      }
    let drawing = TrainDrawing(
      run: run, set: set, data: rows.measured,
      lossName: lossRule == .crossEntropy ? "loss (nats)" : "mean square",
      map: map)
    return Outcome(
      try TrainResults(run: run, data: set, watched: watched, teacher: task.teacher).record(),
      displays: [.figure(try drawing.figure(in: context))])
  }

  /// The rows to test on; whatever they lack is reported at the table that lacks it.
  private func testSet(_ table: DataTable, _ task: TrainTask, classes: [String]?) throws -> TrainingSet {
    do {
      return try task.set(table, classes: classes)
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
  private func map(of set: TrainingSet, _ data: DataTable) throws -> TrainMap? {
    guard frames != nil else {
      guard let datum = $map else { return nil }
      throw LessonError.parameter(datum, "a map is shown in frames", help: "add frames: 20, or leave map out")
    }
    return try TrainMap(columns: map, at: $map, of: data, inputs: inputs, set: set)
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
    throw mistake(
      at: $hidden,
      "a network of these widths has \(formatSignificant(count, 4)) parameters; "
        + "at most \(Self.mostParameters) can be trained")
  }
}
