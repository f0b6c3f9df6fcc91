extension Value {
  /// The value as plain text: `0.576`, `(0.91, −0.91, 0.01)`, `Madrid: 0.21, Paris: 0.58`.
  ///
  /// What has more than 20 entries is cut in the middle, and its length told; what has more than 1,000 within others is
  /// cut there.
  public func formatted(significantDigits digits: Int = 12) -> String {
    var elision = Elision()
    return formatted(digits, &elision)
  }

  private func formatted(_ digits: Int, _ elision: inout Elision) -> String {
    switch self {
    case .number(let number): formatSignificant(number, digits)
    case .boolean(let boolean): boolean ? "true" : "false"
    case .text(let text): text
    case .vector(let entries):
      Self.enclosed(entries.count, "entries", &elision) { index, _ in
        formatSignificant(entries[index], digits)
      }
    case .matrix(let matrix):
      Self.enclosed(matrix.rows, "rows", &elision) { Value.vector(matrix.row($0)).formatted(digits, &$1) }
    case .list(let values):
      Self.enclosed(values.count, "entries", &elision) { values[$0].formatted(digits, &$1) }
    case .record(let record): Self.formatted(record, digits, &elision)
    case .function(let function): "(\(function.parameters.joined(separator: ", "))) ↦ \(function.formula)"
    }
  }

  private static func formatted(_ record: Record, _ digits: Int, _ elision: inout Elision) -> String {
    joined(record.names.count, "entries", &elision) { index, elision in
      let text = record.values[index].formatted(digits, &elision)
      return if case .record = record.values[index] { "\(record.names[index]): {\(text)}" } else {
        "\(record.names[index]): \(text)"
      }
    }
  }

  private static func enclosed(
    _ count: Int, _ noun: String, _ elision: inout Elision, _ entry: (Int, inout Elision) -> String
  ) -> String {
    "(\(joined(count, noun, &elision, entry)))"
  }

  /// Joins entries by commas; of many, with their number.
  private static func joined(
    _ count: Int, _ noun: String, _ elision: inout Elision, _ entry: (Int, inout Elision) -> String
  ) -> String {
    let texts = elision.texts(count, mark: "…", entry).joined(separator: ", ")
    return count > Elision.wholeEntries ? "\(texts); \(count) \(noun)" : texts
  }
}

extension Matrix {
  /// A row, counted from 0.
  func row(_ index: Int) -> [Double] {
    Array(entries[index * columns..<(index + 1) * columns])
  }
}
