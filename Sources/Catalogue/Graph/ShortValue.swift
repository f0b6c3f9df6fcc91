import Expressions
import Plotting

/// A value in few characters, for a box of a diagram.
func shortText(_ value: Value, digits: Int = 4) -> String {
  switch value {
  case .number(let number): return NumberText.short(number, digits: digits)
  case .vector(let entries):
    let shown = entries.count <= 4 ? entries.count : 2
    let texts = entries.prefix(shown).map { NumberText.short($0, digits: 3) }
    guard shown < entries.count, let last = entries.last else { return "(\(texts.joined(separator: ", ")))" }
    return "(\(texts.joined(separator: ", ")), …, \(NumberText.short(last, digits: 3)))"
  case .matrix(let matrix): return "\(matrix.rows) × \(matrix.columns) matrix"
  default: return value.formatted(significantDigits: 4)
  }
}

/// A value to 12 digits, for a table that programs read.
func exactText(_ value: Value) -> String {
  if case .number(let number) = value { return DataSheet.number(number) }
  return value.formatted(significantDigits: 12)
}

/// A derivative in few characters; of a square matrix whose other entries are 0, its diagonal.
func shortDerivative(_ value: Value, digits: Int = 4) -> String {
  guard case .matrix(let matrix) = value else { return shortText(value, digits: digits) }
  guard matrix.rows == matrix.columns, matrix.rows > 0 else { return shortText(value) }
  let isDiagonal = (0..<matrix.rows).allSatisfy { row in
    (0..<matrix.columns).allSatisfy { $0 == row || matrix[row, $0] == 0 }
  }
  guard isDiagonal else { return shortText(value) }
  let diagonal = (0..<matrix.rows).map { matrix[$0, $0] }
  guard let first = diagonal.first, diagonal.allSatisfy({ $0 == first }) else {
    return "diag \(shortText(.vector(diagonal)))"
  }
  return NumberText.short(first, digits: digits)
}
