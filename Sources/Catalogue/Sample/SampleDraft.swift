import Engine
import Expressions
import LessonFormat
import Mathematics
import SourceText

/// A sample with the columns that it has so far.
struct SampleDraft {
  private let rows: Int
  private var columns: [DataColumn] = []
  /// What further rows can be drawn from.
  private(set) var generator: Xoshiro256StarStar

  init(rows: Int, using generator: Xoshiro256StarStar) {
    self.rows = rows
    self.generator = generator
  }

  var record: Record { Record(columns.map { ($0.name, $0.value) }) }

  /// The columns as a table that experiments read.
  var table: DataTable {
    var (numbers, texts) = ([(name: String, numbers: [Double])](), [(name: String, texts: [String])]())
    for column in columns {
      switch column.cells {
      case .numbers(let cells): numbers.append((column.name, cells))
      case .texts(let cells): texts.append((column.name, cells))
      }
    }
    return DataTable(columns: numbers, textColumns: texts)
  }

  mutating func add(_ column: SampleColumns.Column) throws {
    guard column.name != "row" else {
      throw LessonError.parameter(
        column.datum, "row is the number of each row", help: "give the column another name")
    }
    let cells = try drawn(column) ?? computed(column)
    columns.append(DataColumn(name: column.name, cells: cells))
  }

  /// The numbers of a draw; nil where the column is an expression.
  private mutating func drawn(_ column: SampleColumns.Column) throws -> DataColumn.Cells? {
    guard case .call(let name, let range, let arguments) = column.formula.expression.form,
      name == "uniform" || name == "normal"
    else { return nil }
    guard arguments.count == 2 else {
      let needed =
        name == "uniform" ? "the least and the greatest number" : "the mean and the standard deviation"
      throw LessonError(
        ExpressionError(range, "\(name) takes two numbers: \(needed)"), in: column.formula.text)
    }
    let ends = try collectingErrors(arguments) { try number($0, of: column.formula) }
    guard name == "normal" ? ends[1] >= 0 : ends[0] <= ends[1] else {
      let rule = name == "uniform" ? "the smaller number comes first" : "a standard deviation is at least 0"
      throw LessonError(ExpressionError(arguments[1].extent, rule), in: column.formula.text)
    }
    return .numbers(
      (0..<rows).map { _ in
        name == "uniform"
          ? generator.uniform(from: ends[0], to: ends[1]) : ends[0] + ends[1] * generator.normal()
      })
  }

  private func number(_ argument: Expression, of formula: Formula) throws -> Double {
    guard case .number(let number) = try formula.part(argument).evaluate(), number.isFinite else {
      throw LessonError(
        ExpressionError(argument.extent, "a finite number that is the same in every row is needed"),
        in: formula.text)
    }
    return number
  }

  private func computed(_ column: SampleColumns.Column) throws -> DataColumn.Cells {
    let first = try value(of: column.formula, inRow: 0)
    if case .number = first, !usesTexts(column.formula) { return .numbers(try numbers(column.formula)) }
    let values = try (0..<rows).map { try value(of: column.formula, inRow: $0) }
    let texts = values.compactMap { if case .text(let text) = $0 { text } else { nil } }
    let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }
    if texts.count == rows { return .texts(texts) }
    if numbers.count == rows { return .numbers(numbers) }
    throw LessonError(
      ExpressionError(
        column.formula.expression.extent,
        "a row of a column has a number or a text; this is \(first.typeDescription)"),
      in: column.formula.text)
  }

  private func usesTexts(_ formula: Formula) -> Bool {
    let names = Set(columns.filter { !$0.isNumeric }.map(\.name))
    return !formula.expression.names { names.contains($0) }.filter { names.contains($0.name) }.isEmpty
  }

  private func numbers(_ formula: Formula) throws -> [Double] {
    let numeric = columns.compactMap { column -> (name: String, numbers: [Double])? in
      if case .numbers(let numbers) = column.cells { (column.name, numbers) } else { nil }
    }
    let counted = [("row", (1...rows).map(Double.init))] + numeric.map { ($0.name, $0.numbers) }
    return try ColumnFormula(formula: formula, data: DataTable(columns: counted)).values()
  }

  private func value(of formula: Formula, inRow row: Int) throws -> Value {
    var locals = ["row": Value.number(Double(row + 1))]
    for column in columns {
      switch column.cells {
      case .numbers(let numbers): locals[column.name] = .number(numbers[row])
      case .texts(let texts): locals[column.name] = .text(texts[row])
      }
    }
    do {
      return try formula.evaluate(with: locals)
    } catch {
      var error = error
      if row > 0 || rows > 1 { error.message = "in row \(row + 1), \(error.message)" }
      throw error
    }
  }
}
