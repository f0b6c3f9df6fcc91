import Engine
import Expressions
import LessonFormat

/// The table that a `{fit}` fits: columns of numbers, all of one length, and their units.
struct FitData: ParameterValue {
  /// The columns of numbers, in order.
  let columns: [(name: String, numbers: [Double])]
  /// Columns of something else, which a model cannot use.
  let otherNames: [String]
  private let units: Record

  static let typeDescription = "a table, such as =t"
  /// No table has more rows, so that no fit takes for ever.
  static let mostRows = 100_000

  init(reading argument: WrittenValue) throws {
    guard case .record(let record) = try argument.value() else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    var columns: [(name: String, numbers: [Double])] = []
    var others: [String] = []
    var units = Record()
    for (name, value) in record.entries {
      switch value {
      case .vector(let numbers): columns.append((name, numbers))
      case .record(let record) where name == "units": units = record
      default: others.append(name)
      }
    }
    guard let first = columns.first else {
      throw LessonError.parameter(
        argument.datum, "this has no column of numbers", help: "data is \(Self.typeDescription)")
    }
    for column in columns where column.numbers.count != first.numbers.count {
      throw LessonError.parameter(
        argument.datum,
        "\(column.name) has \(column.numbers.count) entries where \(first.name) has \(first.numbers.count)",
        help: "every column of a table has the same length")
    }
    guard first.numbers.count <= Self.mostRows else {
      throw LessonError.parameter(
        argument.datum, "this has \(first.numbers.count) rows; at most \(Self.mostRows) can be fitted")
    }
    (self.columns, otherNames, self.units) = (columns, others, units)
  }

  /// The number of rows.
  var rows: Int { columns.first?.numbers.count ?? 0 }

  /// The numbers of a column.
  subscript(name: String) -> [Double]? { columns.first { $0.name == name }?.numbers }

  /// The unit of a column.
  func unit(of name: String) -> String? {
    if case .text(let unit)? = units[name] { unit } else { nil }
  }

  var parameterDescription: String { columns.map(\.name).joined(separator: ", ") }

  func append(to digest: inout Digest) {
    for column in columns {
      digest.append(column.name)
      digest.append(.vector(column.numbers))
    }
    for name in otherNames { digest.append(name) }
    digest.append(.record(units))
  }
}
