import Expressions

extension Value {
  /// What the value is, in words: "a vector of 3 numbers".
  public var typeDescription: String {
    switch self {
    case .number(let number): "the number \(spelled(number))"
    case .boolean(let boolean): boolean ? "true" : "false"
    case .text(let text): "the text “\(text.prefix(40))\(text.count > 40 ? "…" : "")”"
    case .vector(let entries): "a vector of \(entries.count) numbers"
    case .matrix(let matrix): "a matrix of \(matrix.rows) × \(matrix.columns)"
    case .list(let entries): "a list of \(entries.count) entries"
    case .record(let record): "a record of \(record.names.count) names"
    case .function: "a function"
    }
  }
}

/// A number as an author would write it, with at most 12 significant digits.
public func spelled(_ number: Double) -> String {
  formatSignificant(number, 12)
}
