import Expressions

extension Array: LessonReadable where Element: LessonReadable {
  /// A list, with what each entry is.
  public static var lessonWords: String { "a list of which each entry is \(Element.lessonWords)" }

  /// Takes the entries of a vector, a list or a record, or the rows of a matrix.
  public init?(lesson value: Value) {
    if let numbers = value.numbers as? Self {
      self = numbers
      return
    }
    self.init()
    for entry in value.entries ?? [] {
      guard let element = Element(lesson: entry) else { return nil }
      append(element)
    }
    guard value.entries != nil else { return nil }
  }
}

extension Dictionary: LessonReadable where Key == String, Value: LessonReadable {
  /// A record, with what each entry is.
  public static var lessonWords: String { "a record of which each entry is \(Value.lessonWords)" }

  /// Takes a record.
  public init?(lesson value: Expressions.Value) {
    guard case .record(let record) = value else { return nil }
    self.init()
    for (name, value) in record.entries {
      guard let element = Value(lesson: value) else { return nil }
      self[name] = element
    }
  }
}

extension Value {
  /// The numbers of a vector.
  fileprivate var numbers: [Double]? {
    if case .vector(let numbers) = self { numbers } else { nil }
  }

  /// What subscripts lead to; nil where nothing has any.
  fileprivate var entries: [Value]? {
    switch self {
    case .vector(let entries): entries.map(Value.number)
    case .list(let entries): entries
    case .record(let record): record.values
    case .matrix(let matrix):
      (0..<matrix.rows).map { row in .vector((0..<matrix.columns).map { matrix[row, $0] }) }
    case .number, .boolean, .text, .function: nil
    }
  }
}
