extension Value {
  /// Entries up to which vectors, lists and records are shown whole.
  static let shownEntries = 20

  /// The value as plain text: `0.576`, `(0.91, −0.91, 0.01)`, `Madrid: 0.21, Paris: 0.58`.
  ///
  /// What has more than 20 entries is cut in the middle, and its length told.
  public func formatted(significantDigits digits: Int = 12) -> String {
    switch self {
    case .number(let number): formatSignificant(number, digits)
    case .boolean(let boolean): boolean ? "true" : "false"
    case .text(let text): text
    case .vector(let entries):
      "(\(Self.elided(entries.count, "entries") { formatSignificant(entries[$0], digits) }))"
    case .matrix(let matrix):
      "(\(Self.elided(matrix.rows, "rows") { Value.vector(matrix.row($0)).formatted(significantDigits: digits) }))"
    case .list(let values):
      "(\(Self.elided(values.count, "entries") { values[$0].formatted(significantDigits: digits) }))"
    case .record(let record):
      Self.elided(record.names.count, "entries") { index in
        let text = record.values[index].formatted(significantDigits: digits)
        return if case .record = record.values[index] { "\(record.names[index]): {\(text)}" } else {
          "\(record.names[index]): \(text)"
        }
      }
    case .function(let function): "(\(function.parameters.joined(separator: ", "))) ↦ \(function.formula)"
    }
  }

  /// Joins entries by commas; of many, the first six and the last, with their number.
  private static func elided(_ count: Int, _ noun: String, _ entry: (Int) -> String) -> String {
    guard count > shownEntries else { return (0..<count).map(entry).joined(separator: ", ") }
    return (0..<6).map(entry).joined(separator: ", ") + ", …, \(entry(count - 1)); \(count) \(noun)"
  }
}

extension Matrix {
  /// A row, counted from 0.
  func row(_ index: Int) -> [Double] {
    Array(entries[index * columns..<(index + 1) * columns])
  }
}
