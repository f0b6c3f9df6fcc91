import Mathematics
import Plotting

/// The gradient on each connection of a small network, as bars.
struct TrainGradientChart {
  private let names: [String]
  private let colors: [ColorRole]
  private let range: ClosedRange<Double>

  /// More bars could not be read beside the other charts.
  private static let mostConnections = 16

  /// Prepares bars for gradients on their way; nil where there are too many connections.
  init?(_ network: Network, gradients: [[Tensor]]) {
    let layers = network.perceptron.layers
    guard network.parameterCount <= Self.mostConnections, layers.count <= 2 else { return nil }
    var names: [String] = []
    var colors: [ColorRole] = []
    for (place, layer) in layers.enumerated() {
      let isLast = place == layers.count - 1
      let before = place == 0 ? network.inputs : Self.units(layer.weights.shape[1])
      let after = isLast ? network.outputs : Self.units(layer.weights.shape[0])
      let roles = after.indices.map { isLast ? ColorRole.series($0) : .muted }
      names += after.flatMap { output in before.map { "\($0) → \(output)" } }
      colors += roles.flatMap { role in before.map { _ in role } }
      names += layer.bias == nil ? [] : after.map { "bias → \($0)" }
      colors += layer.bias == nil ? [] : roles
    }
    let numbers = gradients.joined().flatMap(\.values).map(\.magnitude).filter(\.isFinite)
    guard Set(names).count == names.count,
      gradients.allSatisfy({ $0.isEmpty || Self.count($0) == names.count })
    else { return nil }
    (self.names, self.colors) = (names, colors)
    // The numbers at the ends of the bars need room.
    let reach = (numbers.max() ?? 0) * 1.3
    range = reach > 0 && reach.isFinite ? -reach...reach : -1...1
  }

  private static func units(_ count: Int) -> [String] { (1...max(count, 1)).map { "unit\($0)" } }

  private static func count(_ gradient: [Tensor]) -> Int { gradient.reduce(0) { $0 + $1.count } }

  /// The bars of one gradient; none before the first step.
  func chart(of gradient: [Tensor], size: Chart.Size) -> Chart {
    let values = gradient.isEmpty ? names.map { _ in 0 } : gradient.flatMap(\.values)
    let bars = Bars(
      names, values: values, orientation: .horizontal,
      valueLabels: .texts(values.map { gradient.isEmpty ? "" : NumberText.short($0, digits: 2) }),
      colors: colors)
    return Chart(
      title: "The gradient of the last step", x: Axis(range: range), marks: [.bars(bars)], size: size)
  }
}
