import Mathematics
import Plotting

/// What a network of one input says over that input.
///
/// Of a single layer, a line for each output: the greatest wins. Of deeper classifiers the probabilities, and of networks
/// that predict a number the curve through the rows.
struct TrainOutputChart {
  private let set: TrainingSet
  private let input: String
  private let unit: String?
  private let places: [Double]
  private let curves: [[[Double]]]
  private let range: ClosedRange<Double>
  private let outputs: [String]
  private let kind: Kind

  private enum Kind {
    case scores, probabilities, number
  }

  private static let pointCount = 121
  /// Of more rows their marks would hide each other.
  private static let mostRowsShown = 400

  /// Prepares the curves of networks on their way; nil where they have more than one input.
  init?(_ networks: [Network], data: DataTable, set: TrainingSet) throws {
    guard let network = networks.first, network.inputs.count == 1,
      network.outputs.count <= TrainMap.mostClasses
    else { return nil }
    self.set = set
    input = network.inputs[0]
    unit = data.unit(of: input)
    outputs = network.outputs
    kind = !network.isClassifier ? .number : network.perceptron.layers.count == 1 ? .scores : .probabilities
    let ends = paddedRange(set.inputs.values)
    // A straight line needs no more than its ends.
    let isStraight = network.perceptron.layers.count == 1
    places = linspace(ends.lowerBound, ends.upperBound, count: isStraight ? 2 : Self.pointCount)
    let (column, kind) = (try Tensor(places, shape: [places.count, 1]), kind)
    curves = try networks.map { network in
      let raw = try network.perceptron(column)
      let values = (kind == .probabilities ? try raw.softmax() : raw).values
      let count = network.outputs.count
      return (0..<count).map { index in stride(from: index, to: values.count, by: count).map { values[$0] } }
    }
    let drawn = curves.flatMap { $0.flatMap(\.self) } + (kind == .number ? set.targets.values : [])
    range = kind == .probabilities ? 0...1 : paddedRange(drawn)
  }

  /// The curves of one of the networks.
  func chart(of place: Int, size: Chart.Size) -> Chart {
    let title = kind == .number ? "What the model says" : "What each output says"
    let y = kind == .probabilities ? "probability" : kind == .scores ? "score" : set.targetName
    let lines = zip(outputs, curves[place]).enumerated().map { index, output in
      Mark.line(
        Line(
          x: places, y: output.1, label: kind == .number ? nil : output.0, color: .series(index), dash: .solid
        ))
    }
    return Chart(
      title: title, x: Axis(input, unit: unit, range: ends), y: Axis(y, range: range), marks: lines + rows,
      size: size)
  }

  private var ends: ClosedRange<Double>? {
    guard let first = places.first, let last = places.last, first < last else { return nil }
    return first...last
  }

  /// The rows: at their numbers, or along the edge in the marks of their classes.
  private var rows: [Mark] {
    guard set.rows <= Self.mostRowsShown else { return [] }
    let inputs = set.inputs.values
    if kind == .number {
      return [.points(Points(x: inputs, y: set.targets.values, color: .ink, radius: 2.5))]
    }
    let edge = range.lowerBound + (range.upperBound - range.lowerBound) * 0.03
    let classes = set.targets.values
    return outputs.enumerated().map { index, name in
      let own = inputs.indices.filter { classes[$0] == Double(index) }.map { inputs[$0] }
      return .points(Points(x: own, y: own.map { _ in edge }, label: name, color: .series(index), radius: 3))
    }
  }
}
