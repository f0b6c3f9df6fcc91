import Engine
import Expressions
import SourceText

/// A named column of a table: numbers, or texts.
struct DataColumn: Sendable {
  enum Cells: Sendable {
    case numbers([Double])
    case texts([String])
  }

  var name: String
  var cells: Cells

  var count: Int {
    switch cells {
    case .numbers(let numbers): numbers.count
    case .texts(let texts): texts.count
    }
  }

  var value: Value {
    switch cells {
    case .numbers(let numbers): .vector(numbers)
    case .texts(let texts): .list(texts.map(Value.text))
    }
  }

  /// The cells as they are printed: numbers with as many digits as they were given, 12 at most.
  var texts: [String] {
    switch cells {
    case .numbers(let numbers): printedNumbers(numbers)
    case .texts(let texts): texts
    }
  }

  /// The cells where they are numbers.
  var numbers: [Double]? {
    if case .numbers(let numbers) = cells { numbers } else { nil }
  }

  var isNumeric: Bool { numbers != nil }
}

extension DataColumn {
  /// The columns of a file.
  ///
  /// A column is numeric where its first cell is a number; then every cell must be.
  static func columns(of data: DataFile) throws -> [DataColumn] {
    let rows = try CSVReader.rows(of: data)
    guard let header = rows.first else {
      throw LessonError(.data, at: .span(data.datum.span), "\(data.file.path) is empty")
    }
    try checkHeader(header, in: data)
    _ = try collectingFirstErrors(rows.dropFirst()) { row in
      guard row.count != header.count else { return }
      let place = row.count > header.count ? row[header.count].span : row[row.count - 1].span
      throw data.error(at: place, "this row has \(row.count) cells where the header has \(header.count)")
    }
    let body = Array(rows.dropFirst())
    guard !body.isEmpty else {
      throw data.error(at: header[0].span, "the table has a header and no rows")
    }
    return try collectingFirstErrors(header.indices) { index in
      try column(header[index].value, cells: body.map { $0[index] }, in: data)
    }
  }

  private static func checkHeader(_ header: [CSVReader.Cell], in data: DataFile) throws {
    var seen: Set<String> = []
    _ = try collectingFirstErrors(header) { cell in
      if cell.value.isEmpty { throw data.error(at: cell.span, "this column has no name") }
      guard seen.insert(cell.value).inserted else {
        throw data.error(at: cell.span, "the column \(cell.value) is there twice")
      }
    }
  }

  private static func column(_ name: String, cells: [CSVReader.Cell], in data: DataFile) throws -> DataColumn
  {
    guard let first = cells.first, number(first.value) != nil else {
      return DataColumn(name: name, cells: .texts(cells.map(\.value)))
    }
    let numbers = try collectingFirstErrors(cells) { cell in
      guard let number = number(cell.value) else {
        let found = cell.value.isEmpty ? "nothing" : "“\(cell.value.prefix(40))”"
        throw data.error(at: cell.span, "the column \(name) holds numbers; found \(found)")
      }
      return number
    }
    return DataColumn(name: name, cells: .numbers(numbers))
  }

  /// A number as data files write it: as in the expression language, or with a leading plus or point.
  private static func number(_ text: String) -> Double? {
    if let number = NumberLiteral.read(text) { return number }
    guard text.utf8.allSatisfy({ "0123456789.eE+-".utf8.contains($0) }) else { return nil }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }
}
