import Expressions
import Mathematics

/// What a Swift value is to a lesson.
enum Publication {
  case value(Value)
  /// It is nothing that lessons have; the reason says what was found.
  case refused(String)

  /// Values within each other.
  private static let mostDepth = 60

  /// Finds what a value is; its name is for the message where it is nothing.
  init(of value: Any, under name: String, depth: Int = 0) {
    guard depth < Self.mostDepth else {
      self = .refused("\(name) is nested more than \(Self.mostDepth) deep, the limit")
      return
    }
    if let value = Publication.simple(value) {
      self = .value(value)
    } else {
      self = ValueMirror(value, name: name, depth: depth).publication
    }
  }

  /// What needs no look at its parts.
  private static func simple(_ value: Any) -> Value? {
    switch value {
    case let number as Double: .number(number)
    case let number as Float: .number(Double(number))
    case let integer as any BinaryInteger: .number(Double(integer))
    case let boolean as Bool: .boolean(boolean)
    case let text as any StringProtocol: .text(String(text))
    case let character as Character: .text(String(character))
    case let numbers as [Double]: .vector(numbers)
    case let rows as [[Double]]: Value(rows: rows)
    case let tensor as Tensor: Value(tensor)
    case let value as LessonValue: value.value
    case let value as Value: value
    default: nil
    }
  }
}

extension Value {
  /// A matrix where the rows have one length, otherwise a list of them.
  init(rows: [[Double]]) {
    let columns = rows.first?.count ?? 0
    if !rows.isEmpty, rows.allSatisfy({ $0.count == columns }),
      let matrix = Matrix(rows: rows.count, columns: columns, entries: Array(rows.joined()))
    {
      self = .matrix(matrix)
    } else {
      self = .list(rows.map(Value.vector))
    }
  }

  /// A number, a vector or a matrix; of more axes a list of matrices.
  init(_ tensor: Tensor) {
    self.init(tensor.values[...], lengths: tensor.shape.dimensions[...])
  }

  private init(_ numbers: ArraySlice<Double>, lengths: ArraySlice<Int>) {
    switch lengths.count {
    case 0: self = .number(numbers.first ?? .nan)
    case 1: self = .vector(Array(numbers))
    default:
      let step = lengths.dropFirst().reduce(1, *)
      let parts = (0..<(lengths.first ?? 0)).map { index in
        let start = numbers.startIndex + index * step
        return Value(numbers[start..<start + step], lengths: lengths.dropFirst())
      }
      self = lengths.count == 2 ? Value(rows: parts.compactMap(\.numbers)) : .list(parts)
    }
  }

  private var numbers: [Double]? {
    if case .vector(let numbers) = self { numbers } else { nil }
  }
}
