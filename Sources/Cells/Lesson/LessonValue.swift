import Expressions
import SourceText

/// The results of the directives above the cell: `lesson.close.p`.
public var lesson: LessonValue {
  LessonValue(.record(CellSession.shared.lesson), path: "lesson")
}

/// A result of the lesson, or a part of one; it becomes the type that is asked for.
///
///     let p: [Double] = lesson.close.p
///     let larger = lesson.paris + 1
@dynamicMemberLookup
public struct LessonValue: Sendable {
  let value: Value
  /// How the cell wrote it, for messages.
  let path: String

  init(_ value: Value, path: String) {
    self.value = value
    self.path = path
  }

  /// The part under a name; the program ends with a message where there is none.
  public subscript(dynamicMember name: String) -> LessonValue { part(name, path: "\(path).\(name)") }

  /// The part under a name, as the type that is asked for.
  @_disfavoredOverload
  public subscript<Read: LessonReadable>(dynamicMember name: String) -> Read {
    self[dynamicMember: name].read()
  }

  /// The part under a name that Swift cannot write behind a dot.
  public subscript(name: String) -> LessonValue { part(name, path: "\(path)[\"\(name)\"]") }

  /// The part under a name, as the type that is asked for.
  @_disfavoredOverload
  public subscript<Read: LessonReadable>(name: String) -> Read { self[name].read() }

  /// The entry with a subscript, which counts from 0 as everywhere in Swift.
  public subscript(index: Int) -> LessonValue {
    let entries = entries
    guard entries.indices.contains(index) else {
      refuse("\(path) has \(entries.count) entries; [\(index)] was asked for")
    }
    return LessonValue(entries[index], path: "\(path)[\(index)]")
  }

  /// The entry with a subscript, as the type that is asked for.
  @_disfavoredOverload
  public subscript<Read: LessonReadable>(index: Int) -> Read { self[index].read() }

  /// The entries of a vector, a list or a record, or the rows of a matrix.
  private var entries: [Value] {
    switch value {
    case .vector(let entries): entries.map(Value.number)
    case .list(let entries): entries
    case .record(let record): record.values
    case .matrix(let matrix):
      (0..<matrix.rows).map { row in .vector((0..<matrix.columns).map { matrix[row, $0] }) }
    case .number, .boolean, .text, .function: refuse("\(path) is \(value.words), which has no entries")
    }
  }

  private func part(_ name: String, path: String) -> LessonValue {
    guard case .record(let record) = value else {
      refuse("\(self.path) is \(value.words), which has no part \(name)")
    }
    guard let part = record[name] else { refuse(missing(name, in: record.names)) }
    return LessonValue(part, path: path)
  }

  private func missing(_ name: String, in names: [String]) -> String {
    guard !names.isEmpty else { return "there is no \(path).\(name): nothing above this cell has a result" }
    if let near = nearestName(to: name, among: names) {
      return "there is no \(path).\(name); did you mean \(path).\(near)?"
    }
    let listed = names.prefix(10).joined(separator: ", ") + (names.count > 10 ? " …" : "")
    return "there is no \(path).\(name); there is \(listed)"
  }

  /// The value as a type, or the end of the program with a message.
  func read<Read: LessonReadable>() -> Read {
    guard let read = Read(lesson: value) else { refuse("\(path) is \(value.words), not \(Read.lessonWords)") }
    return read
  }
}

extension LessonValue: CustomStringConvertible {
  /// The value as Swift prints it.
  public var description: String {
    switch value {
    case .number(let number): "\(number)"
    case .boolean(let boolean): "\(boolean)"
    case .text(let text): text
    case .vector(let entries): "\(entries)"
    case .matrix, .list: "\(entries.map { LessonValue($0, path: path) })"
    case .record(let record):
      "["
        + record.entries.map { "\($0.name): \(LessonValue($0.value, path: path))" }.joined(separator: ", ")
        + "]"
    case .function(let function): "(\(function.parameters.joined(separator: ", "))) -> \(function.formula)"
    }
  }
}

extension Value {
  /// What it is, in words.
  var words: String {
    switch self {
    case .number(let number): "the number \(number)"
    case .boolean(let boolean): "\(boolean)"
    case .text(let text): "the text “\(text.prefix(40))”"
    case .vector(let entries): "a vector of \(entries.count) numbers"
    case .matrix(let matrix): "a matrix of \(matrix.rows) × \(matrix.columns)"
    case .list(let entries): "a list of \(entries.count) entries"
    case .record(let record): "a record of \(record.names.joined(separator: ", "))"
    case .function: "a function"
    }
  }
}
