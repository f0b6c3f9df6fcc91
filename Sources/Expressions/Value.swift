/// What an expression, a parameter or a result can be.
public enum Value: Sendable, Hashable {
  case number(Double)
  case boolean(Bool)
  case text(String)
  /// Numbers with subscripts from 1.
  case vector([Double])
  case matrix(Matrix)
  /// Entries that are not all numbers.
  case list([Value])
  /// Named values in the order in which they were written; where all are numbers it serves as a vector too.
  case record(Record)
  /// What can be called with arguments, such as a fitted curve.
  case function(Function)
}

/// Numbers in rows and columns, stored row by row.
public struct Matrix: Sendable, Hashable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The entries, row by row.
  public let entries: [Double]

  /// Makes a matrix; nil unless there are `rows * columns` entries.
  public init?(rows: Int, columns: Int, entries: [Double]) {
    let (count, overflows) = rows.multipliedReportingOverflow(by: columns)
    guard rows >= 0, columns >= 0, !overflows, entries.count == count else { return nil }
    self.rows = rows
    self.columns = columns
    self.entries = entries
  }

  /// The entry of a row and a column, each counted from 0.
  public subscript(row: Int, column: Int) -> Double {
    entries[row * columns + column]
  }
}

/// Named values in order.
public struct Record: Sendable, Hashable {
  /// The names, in order.
  public private(set) var names: [String]
  /// The values, in the same order.
  public private(set) var values: [Value]

  /// Makes an empty record.
  public init() {
    names = []
    values = []
  }

  /// Makes a record of names with their values; a name that comes again replaces the value before it.
  public init(_ entries: [(String, Value)]) {
    self.init()
    var indices: [String: Int] = [:]
    for (name, value) in entries {
      if let index = indices[name] {
        values[index] = value
      } else {
        indices[name] = names.count
        names.append(name)
        values.append(value)
      }
    }
  }

  /// The value of a name; setting an unknown name adds it at the end, setting nil removes it.
  public subscript(name: String) -> Value? {
    get { names.firstIndex(of: name).map { values[$0] } }
    set {
      switch (names.firstIndex(of: name), newValue) {
      case (let index?, let value?): values[index] = value
      case (let index?, nil):
        names.remove(at: index)
        values.remove(at: index)
      case (nil, let value?):
        names.append(name)
        values.append(value)
      case (nil, nil): break
      }
    }
  }

  /// The entries as pairs.
  public var entries: [(name: String, value: Value)] {
    zip(names, values).map { (name: $0, value: $1) }
  }

  /// The entries as numbers, where all of them are; nil otherwise or when empty.
  public var numbers: [Double]? {
    var numbers: [Double] = []
    for value in values {
      guard case .number(let number) = value else { return nil }
      numbers.append(number)
    }
    return numbers.isEmpty ? nil : numbers
  }
}
