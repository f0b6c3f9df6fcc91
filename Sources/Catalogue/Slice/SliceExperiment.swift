import Engine
import Expressions
import LessonFormat
import Mathematics
import Plotting

/// `{slice}`: the loss of a network along directions through its parameters.
struct SliceExperiment: Experiment {
  static let name = "slice"
  static let summary = "Draws the loss of a network along one or two directions through all its parameters."
  static let results = [
    ResultDescription("at", "The places along each direction; 0 is the network itself."),
    ResultDescription(
      "loss", "The loss at each place: a vector, or a matrix with a row for each place of the second."),
    ResultDescription("centre", "The loss of the network itself."),
    ResultDescription("lowest", "The lowest loss that was found."),
    ResultDescription("parameters", "How many parameters the directions go through."),
  ]
  static let example = """
    model:
      inputs: [x]
      outputs: [left, right]
      classifies: true
      layers: [{weights: [-2, 2], biases: [0, 0]}]
    data: {x: [-3, -2, -1, 1, 2, 3], side: [left, left, left, right, right, right]}
    target: side
    fig-cap: The loss along a random direction.
    """

  @Parameter("The network.")
  var model: NetworkParameter
  @Parameter("The table that the loss is taken over.")
  var data: DataTable
  @Parameter("What the network is given, where that is not columns of its inputs' names.")
  var inputs: TrainInputs? = nil
  @Parameter("The column of classes or numbers that it was trained to say.")
  var target: Formula
  @Parameter("How many directions, 1 or 2.", .between(1, 2))
  var directions = 1
  @Parameter("Another network of the same shape: the first direction leads to it, which is at 1.")
  var toward: NetworkParameter? = nil
  @Parameter("From where to where along each direction.")
  var range: [Double] = [-1, 1]
  @Parameter(
    "How many places along each direction; of an odd number the middle one may be the network itself.",
    .between(2, 501))
  var points = 41
  @Parameter("What random directions are drawn from; the lesson's seed unless given.")
  var seed = Seed(0)

  /// Multiplications that a slice may take.
  static let mostWork = 20_000_000_000.0

  func run(in context: Context) throws -> Outcome {
    let network = model.network
    let inputs = try inputs ?? columnsOfInputs()
    let set = try TrainingSet(
      data, inputs: inputs, target: target, classes: network.isClassifier ? network.outputs : nil)
    try check(network, set, inputs)
    let loss: TrainLoss = network.isClassifier ? .crossEntropy : .squares
    let axes = try NetworkDirections(network, count: directions, toward: toward?.network, seed: seed.value)
    let places = linspace(range[0], range[1], count: points)
    let rows = directions == 2 ? places : [0]
    var losses: [Double] = []
    for second in rows {
      for first in places {
        losses.append(try TrainingRun.score(axes.network(at: [first, second]), on: set, loss).loss)
      }
    }
    if let index = losses.firstIndex(where: { !$0.isFinite }) {
      let place = formatSignificant(places[index % places.count], 4)
      let message = "the loss is no finite number at \(place) along the first direction"
      throw $range.map { LessonError.parameter($0, message, help: "take a narrower range") }
        ?? .experiment(message)
    }
    let centre = try TrainingRun.score(network, on: set, loss).loss
    let chart = chart(places, losses, centre: centre, in: context)
    return Outcome(results(places, losses, centre: centre), displays: [.figure(try context.figure(chart))])
  }

  private func columnsOfInputs() throws -> TrainInputs {
    if let vector = model.network.vector { return try TrainInputs(columns: [vector], of: target) }
    let missing = model.network.inputs.filter { data[$0] == nil }
    if let datum = $data, !missing.isEmpty {
      throw LessonError.parameter(
        datum,
        "no column of numbers is called \(missing.prefix(8).joined(separator: " or ")), which the network takes",
        help: "give inputs, as where it was trained")
    }
    return try TrainInputs(columns: model.network.inputs, of: target)
  }

  private func check(_ network: Network, _ set: TrainingSet, _ inputs: TrainInputs) throws {
    var errors: [LessonError] = []
    if set.inputNames.count != network.inputs.count, let datum = $inputs ?? $data {
      errors.append(
        .parameter(
          datum,
          "the network takes \(network.inputs.count) inputs: \(network.inputs.prefix(8).joined(separator: ", "))"
        ))
    }
    if network.isClassifier != (set.classes != nil), let datum = $model {
      let found = set.classes == nil ? "numbers" : "classes"
      errors.append(
        .parameter(datum, "the network does not say \(found), and \(set.targetName) has \(found)"))
    }
    if let toward, !toward.network.hasShape(of: network), let datum = $toward {
      errors.append(
        .parameter(datum, "this network has another shape", help: "train both with the same hidden layers"))
    }
    if range.count != 2 || !(range[0] < range[1]) || !range.allSatisfy(\.isFinite), let datum = $range {
      errors.append(.parameter(datum, "expected two numbers, the smaller first"))
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
    let count = Double(directions == 2 ? points * points : points)
    let work = count * Double(network.parameterCount) * Double(set.rows)
    guard work <= Self.mostWork else {
      throw LessonError.experiment(
        "this takes \(formatSignificant(work, 3)) multiplications; at most "
          + "\(formatSignificant(Self.mostWork, 3)) are allowed", help: "give fewer points or fewer rows")
    }
  }

  private func results(_ places: [Double], _ losses: [Double], centre: Double) -> Record {
    let loss: Value =
      directions == 1
      ? .vector(losses)
      : Matrix(rows: places.count, columns: places.count, entries: losses).map(Value.matrix)
        ?? .vector(losses)
    return Record([
      ("at", .vector(places)), ("loss", loss), ("centre", .number(centre)),
      ("lowest", .number(losses.min() ?? centre)),
      ("parameters", .number(Double(model.network.parameterCount))),
    ])
  }

  /// Round levels, twice or so apart: far from the network the loss is many times what it is there.
  private func levels(_ losses: [Double]) -> [Double]? {
    guard let lowest = losses.min(), let highest = losses.max(), lowest > 1e-6, highest < 1e6 else {
      return nil
    }
    let levels = (-6...6).flatMap { power in [1, 2, 5].map { $0 * decimalPower(power) } }
      .filter { $0 > lowest && $0 < highest }
    return levels.count >= 3 ? levels : nil
  }

  private func decimalPower(_ exponent: Int) -> Double {
    let power = (0..<exponent.magnitude).reduce(1.0) { power, _ in power * 10 }
    return exponent < 0 ? 1 / power : power
  }

  private func chart(_ places: [Double], _ losses: [Double], centre: Double, in context: Context) -> Chart {
    let first = toward == nil ? "along a random direction" : "from one network (0) to the other (1)"
    if directions == 1 {
      let marks: [Mark] = [
        .line(Line(x: places, y: losses)),
        .points(Points(x: [0], y: [centre], label: "the network", color: .ink)),
      ]
      return Chart(x: Axis(first), y: Axis("loss"), marks: marks, size: context.size())
    }
    let marks: [Mark] = [
      .contour(Contour(x: places, y: places, values: losses, levels: levels(losses), label: "loss")),
      .points(Points(x: [0], y: [0], label: "the network", color: .ink)),
    ]
    return Chart(
      subtitle: "Lines of equal loss", x: Axis(first), y: Axis("along a second"), marks: marks,
      size: context.size(height: 480))
  }
}
