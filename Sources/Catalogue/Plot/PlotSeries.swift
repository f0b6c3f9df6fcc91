import Engine
import Expressions
import LessonFormat

/// One series of a `{plot}`, as the author wrote it.
struct PlotSeries: ParameterValue {
  /// How a series is drawn.
  enum Kind: String, CaseIterable {
    case line, points, bars, area, heat, contour, regions

    /// Whether a series stands over a grid, with a z for each pair of an x and a y.
    var isGrid: Bool { self == .heat || self == .contour || self == .regions }
  }

  /// Where the entries of a series stand.
  enum Places {
    case numbers([Double])
    case labels([String])

    var count: Int {
      switch self {
      case .numbers(let numbers): numbers.count
      case .labels(let labels): labels.count
      }
    }
  }

  let kind: Kind
  let x: SeriesPlaces
  private let y: Graph
  private let from: Graph?
  private let z: Graph?
  let label: String?
  let panel: String?
  /// The names of the classes of regions.
  private let labels: [String]?
  private let datum: Datum

  /// The numbers of a series.
  struct Numbers {
    let y: [Double]
    /// The lower edge of an area.
    let from: [Double]
    /// The heights of a heat map or of contours, row by row from the first y on.
    let z: [Double]
    /// The probabilities of the classes of regions, each with a name.
    var classes: (labels: [String], probabilities: [[Double]])?
  }

  static let typeDescription = "a series: {x, y, kind, label}"
  static let keys = ["x", "y", "kind", "label", "labels", "from", "z", "panel"]

  init(reading argument: WrittenValue) throws {
    var reader = try MappingReader(argument, expected: Self.typeDescription, known: Self.keys)
    let kind = reader.read("kind", as: SeriesKind.self)?.kind ?? .line
    let x = reader.require("x", as: SeriesPlaces.self)
    let heights = kind.isGrid ? reader.require("z", as: Graph.self) : nil
    let y = reader.require("y", as: Graph.self)
    let from = reader.read("from", as: Graph.self)
    label = reader.read("label")
    panel = reader.read("panel")
    labels = reader.read("labels")
    if labels != nil, kind != .regions {
      reader.refuse("labels are for the classes of regions", help: "a series has one label")
    }
    try reader.finish()
    guard let x, let y else { throw LessonErrors([.parameter(argument.datum, "x or y is missing")]) }
    (self.kind, self.x, self.y, self.from, z) = (kind, x, y, from, heights)
    datum = argument.datum
  }

  /// Computes the places along y, of which heat maps and contours have as many as they like.
  func rows() throws -> [Double] { try y.values(at: x) }

  /// The number of heights that there will be with so many rows.
  func heightCount(rows: Int) -> Int { z == nil ? 0 : x.places.count * rows }

  /// Computes all else.
  func numbers(rows y: [Double]) throws -> Numbers {
    let count = x.places.count
    let from = try from?.values(at: x) ?? Array(repeating: 0, count: count)
    if z == nil, y.count != count {
      throw LessonError.parameter(
        datum, "x has \(count) entries and y has \(y.count)", help: "give both the same length")
    }
    if from.count != count {
      throw LessonError.parameter(datum, "x has \(count) entries and from has \(from.count)")
    }
    guard kind == .regions, let z else {
      return Numbers(y: y, from: from, z: try z?.heights(x: x, y: y) ?? [])
    }
    return Numbers(y: y, from: from, z: [], classes: try classes(z.classes(x: x, y: y)))
  }

  private func classes(_ grid: ClassGrid) throws -> (labels: [String], probabilities: [[Double]]) {
    guard let labels = labels ?? grid.names else {
      throw LessonError.parameter(
        datum, "labels is missing", help: "one name a class: labels: [first, second]")
    }
    guard labels.count == grid.probabilities.count else {
      throw LessonError.parameter(
        datum, "z gives \(grid.probabilities.count) probabilities and there are \(labels.count) labels",
        help: "one of each a class")
    }
    return (labels, grid.probabilities)
  }

  var parameterDescription: String { label ?? kind.rawValue }

  func append(to digest: inout Digest) {
    digest.append(kind.rawValue)
    x.append(to: &digest)
    y.append(to: &digest)
    for graph in [from, z] { graph.append(to: &digest) }
    for text in [label, panel] { text.append(to: &digest) }
    labels.append(to: &digest)
  }

  static func mentions(in datum: Datum, isDefined: (String) -> Bool) -> [Mention] {
    guard case .mapping(let entries) = datum.kind else { return [] }
    return entries.flatMap { entry -> [Mention] in
      // The series' own x, and for heights its y, hide those of the lesson.
      let own: [String]
      switch entry.key.value {
      case "y", "from": own = ["x"]
      case "z": own = ["x", "y"]
      default: return Mention.inExpressions(of: entry.value, isDefined: isDefined)
      }
      return Graph.mentions(in: entry.value, isDefined: isDefined).filter { !own.contains($0.name) }
    }
  }
}

/// The word for a kind of series.
private struct SeriesKind: ParameterValue {
  let kind: PlotSeries.Kind

  static let typeDescription = PlotSeries.Kind.allCases.map(\.rawValue).joined(separator: ", ")

  init(reading argument: WrittenValue) throws {
    guard let kind = PlotSeries.Kind(rawValue: try String(reading: argument)) else {
      throw argument.mismatch(expected: "one of \(Self.typeDescription)")
    }
    self.kind = kind
  }

  var parameterDescription: String { kind.rawValue }

  func append(to digest: inout Digest) { digest.append(kind.rawValue) }
}

/// The places of a series: numbers, or labels for bars.
struct SeriesPlaces: ParameterValue {
  let places: PlotSeries.Places

  static let typeDescription = "a list of numbers or labels"

  init(reading argument: WrittenValue) throws {
    switch try argument.value() {
    case .vector(let numbers): places = .numbers(numbers)
    case .list(let entries):
      let labels = entries.compactMap { if case .text(let text) = $0 { text } else { nil } }
      places = .labels(labels.count == entries.count ? labels : try [String](reading: argument))
    case .record(let record):
      guard let numbers = record.numbers else { throw argument.mismatch(expected: Self.typeDescription) }
      places = .numbers(numbers)
    default: throw argument.mismatch(expected: Self.typeDescription)
    }
  }

  /// The numbers, which formulas of x need.
  var numbers: [Double]? {
    if case .numbers(let numbers) = places { numbers } else { nil }
  }

  var parameterDescription: String { "\(places.count) entries" }

  func append(to digest: inout Digest) {
    switch places {
    case .numbers(let numbers): digest.append(Value.vector(numbers))
    case .labels(let labels): digest.append(Value.list(labels.map(Value.text)))
    }
  }
}
