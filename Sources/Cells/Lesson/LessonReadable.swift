import Expressions
import Mathematics

/// A type that a result of the lesson can become.
public protocol LessonReadable {
  /// What it needs, in words: "a number".
  static var lessonWords: String { get }
  /// Takes a value; nil where it does not fit.
  init?(lesson value: Value)
}

extension Double: LessonReadable {
  /// A number.
  public static var lessonWords: String { "a number" }
  /// Takes a number.
  public init?(lesson value: Value) {
    guard case .number(let number) = value else { return nil }
    self = number
  }
}

extension Int: LessonReadable {
  /// A whole number.
  public static var lessonWords: String { "a whole number" }
  /// Takes a number without a fraction.
  public init?(lesson value: Value) {
    guard case .number(let number) = value, let integer = Int(exactly: number) else { return nil }
    self = integer
  }
}

extension Bool: LessonReadable {
  /// True or false.
  public static var lessonWords: String { "true or false" }
  /// Takes a boolean.
  public init?(lesson value: Value) {
    guard case .boolean(let boolean) = value else { return nil }
    self = boolean
  }
}

extension String: LessonReadable {
  /// A text.
  public static var lessonWords: String { "a text" }
  /// Takes a text.
  public init?(lesson value: Value) {
    guard case .text(let text) = value else { return nil }
    self = text
  }
}

extension Tensor: LessonReadable {
  /// A number, a vector or a matrix.
  public static var lessonWords: String { "a number, a vector or a matrix" }
  /// Takes a number, a vector, a record of numbers, or a matrix.
  public init?(lesson value: Value) {
    let tensor: Tensor? =
      switch value {
      case .number(let number): try? Tensor([number], shape: [])
      case .vector(let entries): try? Tensor(entries, shape: [entries.count])
      case .matrix(let matrix): try? Tensor(matrix.entries, shape: [matrix.rows, matrix.columns])
      case .record(let record): record.numbers.flatMap { try? Tensor($0, shape: [$0.count]) }
      case .boolean, .text, .list, .function: nil
      }
    guard let tensor else { return nil }
    self = tensor
  }
}
