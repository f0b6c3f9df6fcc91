import Engine
import Expressions
import LessonFormat
import Mathematics
import Plotting

/// The axes that a frontier is drawn on.
enum FrontierAxes: String, ChoiceParameter {
  case logarithmic, linear
  /// First on linear axes, then on logarithmic ones.
  case both
}

/// The label and unit of an axis.
struct FrontierAxis: ParameterValue {
  private(set) var label: String?
  private(set) var unit: String?

  static let typeDescription = "an axis: {label, unit}"

  init() {}

  init(reading argument: WrittenValue) throws {
    var reader = try MappingReader(argument, expected: Self.typeDescription, known: ["label", "unit"])
    label = reader.read("label")
    unit = reader.read("unit")
    try reader.finish()
  }

  var parameterDescription: String { label ?? "plain" }

  func append(to digest: inout Digest) {
    label.append(to: &digest)
    unit.append(to: &digest)
  }
}

/// What the axes and colours of a frontier are called.
struct FrontierNames {
  let x: Formula
  let y: Formula
  let size: Formula?
  let xAxis: FrontierAxis
  let yAxis: FrontierAxis

  func across(_ scale: Axis.ScaleKind, _ range: ClosedRange<Double>?) -> Axis {
    Axis(xAxis.label ?? x.text.text.trimmed, unit: xAxis.unit, scale: scale, range: range)
  }

  func up(_ scale: Axis.ScaleKind, _ range: ClosedRange<Double>?) -> Axis {
    Axis(yAxis.label ?? y.text.text.trimmed, unit: yAxis.unit, scale: scale, range: range)
  }

  var sizeName: String? { size.map { $0.text.text.trimmed } }
}

/// The drawing of a `{frontier}`: the curves, what is lowest, and the law.
struct FrontierDrawing {
  let frontier: Frontier
  let names: FrontierNames

  /// More names than these in a legend would hide what they are about: a few stand for all.
  private static let mostNamed = 5
  private static let places = 120

  private var curves: [FrontierCurve] { frontier.search.curves }

  func figure(_ axes: FrontierAxes, in context: Context) throws -> Figure {
    let size = context.size(width: 640, height: 400)
    switch axes {
    case .logarithmic: return try context.figure(chart(.logarithmic, size))
    case .linear: return try context.figure(chart(.linear, size))
    case .both:
      return try context.figure(
        frames: [
          (ChartGrid(rows: [[chart(.linear, size)]], width: size.width), "On linear axes."),
          (ChartGrid(rows: [[chart(.logarithmic, size)]], width: size.width), "On logarithmic axes."),
        ])
    }
  }

  private func chart(_ scale: Axis.ScaleKind, _ size: Chart.Size) -> Chart {
    var chart = Chart(
      x: names.across(scale, nil), y: names.up(scale, scale == .linear ? linearRange : nil),
      marks: runs + [envelope, law], size: size)
    chart.remarks = [remark]
    return chart
  }

  /// From nothing to a little above the frontier's highest point: what is worse is of no interest.
  private var linearRange: ClosedRange<Double>? {
    let highest = frontier.envelope.map(\.y).max() ?? 1
    return 0...highest * 1.05
  }

  private var remark: String {
    let law = frontier.law
    let reach = formatSignificant(law.exponent, 3)
    let (first, last) = (frontier.fitted[0], frontier.fitted[frontier.fitted.count - 1])
    return "\(curves.count) runs, of which \(Set(frontier.envelope.map(\.curve)).count) reach the frontier; "
      + "from \(formatSignificant(first.x, 3)) to \(formatSignificant(last.x, 3)) it follows a power law of exponent "
      + "\(law.exponent > 0 ? "−" : "")\(reach.hasPrefix("-") ? String(reach.dropFirst()) : reach)."
  }

  // MARK: Marks

  private var runs: [Mark] {
    let named = namedRuns
    return curves.indices.map { index in
      let (curve, color) = (curves[index], color(of: index))
      let label = named[index]
      if curve.x.count == 1 {
        return .points(Points(x: curve.x, y: curve.y, label: label, color: color, shape: .circle))
      }
      return .line(Line(x: curve.x, y: curve.y, label: label, color: color, dash: .solid, width: 1.25))
    }
  }

  private var envelope: Mark {
    .points(
      Points(
        x: frontier.envelope.map(\.x), y: frontier.envelope.map(\.y), label: "frontier", color: .ink,
        shape: .circle, radius: 2))
  }

  private var law: Mark {
    let xs = curves.flatMap(\.x)
    let (low, high) = (frontier.fitted[0].x, max(xs.max() ?? 1, frontier.fitted[0].x * 2))
    let places = logspace(low, high, count: Self.places)
    return .line(
      Line(x: places, y: places.map { frontier.law($0) }, label: "law", color: .ink, dash: .dashed, width: 2))
  }

  /// The curves that a legend names, by their place: of many, a few over the whole range of sizes.
  private var namedRuns: [Int: String] {
    let sizes = Set(curves.compactMap(\.size)).sorted()
    guard let name = names.sizeName, !sizes.isEmpty else { return curves.isEmpty ? [:] : [0: "run"] }
    let count = min(sizes.count, Self.mostNamed)
    let chosen = Set(
      (0..<count).map { place in
        sizes[count == 1 ? 0 : Int((Double(place) * Double(sizes.count - 1) / Double(count - 1)).rounded())]
      })
    var labels: [Int: String] = [:]
    for (index, curve) in curves.enumerated() {
      guard let size = curve.size, chosen.contains(size) else { continue }
      let number = Self.short(size)
      labels[index] = size == sizes.first ? "\(name) \(number)" : number
    }
    return labels
  }

  /// A size as a legend has room for it.
  private static func short(_ size: Double) -> String {
    switch size.magnitude {
    case 1e9..<1e12: "\(formatSignificant(size / 1e9, 3)) billion"
    case 1e6..<1e9: "\(formatSignificant(size / 1e6, 3)) million"
    default: formatSignificant(size, 4)
    }
  }

  /// A shade by the logarithm of the size, where there are sizes above 0.
  private func color(of index: Int) -> ColorRole {
    let sizes = curves.compactMap(\.size)
    guard let size = curves[index].size, let low = sizes.min(), let high = sizes.max(), low < high else {
      return .muted
    }
    guard low > 0 else { return .level((size - low) / (high - low)) }
    return .level(Double.log(size / low) / Double.log(high / low))
  }
}
