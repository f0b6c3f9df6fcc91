import Expressions
import LessonFormat

extension Expression {
  /// What is left of a comparison by size before it would fail, from the values of its sides.
  func margin(of sides: [Value]) -> Double? {
    guard case .comparison(_, let rest) = form, sides.count == rest.count + 1 else { return nil }
    let margins = rest.indices.map { place -> Double? in
      switch rest[place].relation {
      case .less, .atMost, .greater, .atLeast:
        pairs(sides[place], sides[place + 1])?.map { Margin.beside($0.0, $0.1) }.min()
      case .equal, .unequal: nil
      }
    }
    return margins.compactMap(\.self).min()
  }
}

/// The numbers that stand beside each other in a comparison, one number beside every entry of a vector.
private func pairs(_ left: Value, _ right: Value) -> [(Double, Double)]? {
  guard let first = left.numbers, let second = right.numbers else { return nil }
  if first.count == second.count { return Array(zip(first, second)) }
  if first.count == 1 { return second.map { (first[0], $0) } }
  return second.count == 1 ? first.map { ($0, second[0]) } : nil
}

extension Value {
  /// The number, or the numbers of a vector.
  fileprivate var numbers: [Double]? {
    switch self {
    case .number(let number): [number]
    case .vector(let numbers): numbers
    case .matrix, .list, .record, .boolean, .text, .function: nil
    }
  }
}
