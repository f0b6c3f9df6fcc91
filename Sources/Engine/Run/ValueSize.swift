import Expressions
import Synchronization

/// How large the values of a course may be; counts, so that they fall the same way on every machine.
enum ValueLimits {
  /// Entries in what one directive is given, or gives.
  static let entries = 1_000_000
  /// Lists and records within each other.
  static let depth = 64
  /// Entries of all values of a course together.
  static let courseEntries = 50_000_000
}

extension Value {
  /// The number of entries in it, at most one more than a limit; nil where it is nested too deep.
  ///
  /// Values share their parts: a small lesson can build one that it would take years to walk through.
  func size(upTo limit: Int) -> Int? {
    size(upTo: limit, depth: 0)
  }

  private func size(upTo limit: Int, depth: Int) -> Int? {
    guard depth <= ValueLimits.depth else { return nil }
    switch self {
    case .number, .boolean: return 1
    case .text(let text): return 1 + text.utf8.count / 8
    case .vector(let entries): return entries.count
    case .matrix(let matrix): return matrix.entries.count
    case .list(let entries): return Self.size(of: entries, upTo: limit, depth: depth)
    case .record(let record): return Self.size(of: record.values, upTo: limit, depth: depth)
    case .function(let function): return Self.size(of: function.constants.values, upTo: limit, depth: depth)
    }
  }

  private static func size(of values: [Value], upTo limit: Int, depth: Int) -> Int? {
    var sum = 1
    for value in values where sum <= limit {
      guard let size = value.size(upTo: limit - sum, depth: depth + 1) else { return nil }
      sum += size
    }
    return sum
  }
}

/// What is left of the entries that one directive may be given.
final class EntryBudget: Sendable {
  private let left = Mutex(ValueLimits.entries)

  /// Takes a value's entries out of the budget, or throws where it is too large.
  func spend(_ value: Value) throws(LessonError) {
    let limit = left.withLock(\.self)
    guard let size = value.size(upTo: limit) else {
      throw .experiment("its values are nested more than \(ValueLimits.depth) deep, the limit")
    }
    guard size <= limit else {
      throw .experiment("its values have more than \(ValueLimits.entries) entries, the limit")
    }
    left.withLock { $0 = limit - size }
  }
}

/// The memory that the values of a course take.
final class CourseMemory: Sendable {
  private let taken = Mutex(0)

  /// Counts a value; throws where the course has too many entries.
  func add(_ value: Value) throws(LessonError) {
    let size = value.size(upTo: ValueLimits.entries) ?? 0
    let isOver = taken.withLock { taken in
      taken += size
      return taken > ValueLimits.courseEntries
    }
    guard !isOver else {
      throw .experiment(
        "the values of the course have more than \(ValueLimits.courseEntries) entries, the limit")
    }
  }

  /// Whether the values are more than a course may have.
  var isPassed: Bool { taken.withLock { $0 > ValueLimits.courseEntries } }
}
