import Engine
import Expressions
import LessonFormat
import Mathematics

/// One label or several for each of some points: columns of texts by name.
struct PointLabels: ParameterValue {
  /// The labels of one kind.
  struct Column {
    let name: String
    let labels: [String]
    let datum: Datum

    /// A number for each label, equal where the labels are, in order of appearance.
    var numbers: [Int] { numbersOfLabels(labels) }

    /// The different labels in order of appearance.
    var distinct: [String] {
      var seen: Set<String> = []
      return labels.filter { seen.insert($0).inserted }
    }

    /// The chance that another point, drawn from all others, has the label of a point.
    var chance: Double { chanceOfLikeLabels(labels) }
  }

  let columns: [Column]
  /// Nobody looks at more kinds of labels.
  static let mostColumns = 6

  static let typeDescription = "names, each with a list of texts"

  init() { columns = [] }

  init(reading argument: WrittenValue) throws {
    if case .mapping(let entries) = argument.datum.kind {
      columns = try collectingErrors(entries) { entry in
        let part = argument.part(entry.value)
        guard let labels = try part.value().texts else {
          throw part.mismatch(expected: "a list of texts")
        }
        return Column(name: entry.key.value, labels: labels, datum: entry.value)
      }
      return
    }
    guard case .record(let record) = try argument.value() else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    columns = record.entries.compactMap { name, value in
      value.texts.map { Column(name: name, labels: $0, datum: argument.datum) }
    }
  }

  /// Refuses columns that have not a label for each point.
  func check(count: Int, _ what: String) throws {
    if columns.count > Self.mostColumns {
      throw LessonError.experiment(
        "\(columns.count) kinds of labels are more than \(Self.mostColumns), the limit")
    }
    let errors = columns.compactMap { column -> LessonError? in
      guard column.labels.count != count else { return nil }
      return .parameter(
        column.datum, "\(column.name) has \(column.labels.count) labels for \(count) \(what)",
        help: "give one each")
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
  }

  /// How often neighbours share a label, by the name of the labels.
  func agreement(of points: Tensor, neighbours: Int) throws -> [Double] {
    try columns.map {
      try neighbourAgreement(of: points, labels: $0.numbers, neighbours: neighbours)
    }
  }

  /// The labels themselves, as a result.
  var record: Record { Record(columns.map { ($0.name, .texts($0.labels)) }) }

  /// The chances that any two points share a label.
  var chances: Record { Record(columns.map { ($0.name, .number($0.chance)) }) }

  var parameterDescription: String { columns.isEmpty ? "none" : columns.map(\.name).joined(separator: ", ") }

  func append(to digest: inout Digest) { digest.append(.record(record)) }
}

/// A number for each label, equal where the labels are, counted from 0 in order of appearance.
func numbersOfLabels(_ labels: [String]) -> [Int] {
  var numbers: [String: Int] = [:]
  return labels.map { label in
    let number = numbers[label] ?? numbers.count
    numbers[label] = number
    return number
  }
}

/// The chance that another point, drawn from all others, has the label of a point.
func chanceOfLikeLabels(_ labels: [String]) -> Double {
  var counts: [Int: Double] = [:]
  for number in numbersOfLabels(labels) { counts[number, default: 0] += 1 }
  let count = Double(labels.count)
  // Counts are whole, so that their order does not change the sum.
  return counts.values.reduce(0) { $0 + $1 * ($1 - 1) } / (count * (count - 1))
}
