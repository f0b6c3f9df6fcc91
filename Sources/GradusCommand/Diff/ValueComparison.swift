import Expressions

/// One side of a change: a number, or whatever else in words.
enum ChangeSide {
  case number(Double)
  case words(String)
}

/// A part of a value that is not what it was.
struct ValueChange {
  /// The part, as an expression would name it behind the whole: `.p.Paris`, `_3`.
  var path: String
  var old: ChangeSide
  var new: ChangeSide
  /// The change as a share of what it was; infinite where it was no number, or 0.
  var relative: Double
}

/// Finds every part of a value that is not what it was; of very many, those that moved most.
struct ValueComparison {
  private(set) var changes: [ValueChange] = []
  /// How many more there are.
  private(set) var omitted = 0

  /// So many changes of one value are kept.
  private static let most = 10_000
  /// Numbers that differ by less are equal, as in the expression language: another processor rounds otherwise.
  private static let tolerance = 1e-12

  init(_ old: Value, _ new: Value) {
    compare(old, new, at: "")
    trim(to: Self.most)
  }

  private mutating func compare(_ old: Value, _ new: Value, at path: @autoclosure () -> String) {
    switch (old, new) {
    case (.number(let old), .number(let new)): compare(old, new, at: path())
    case (.vector(let old), .vector(let new)): compare(old, new, path) { "_\($0 + 1)" }
    case (.matrix(let old), .matrix(let new)) where old.rows == new.rows && old.columns == new.columns:
      compare(old.entries, new.entries, path) { "_{\($0 / old.columns + 1),\($0 % old.columns + 1)}" }
    case (.list(let old), .list(let new)):
      compareCounts(old.count, new.count, at: path())
      for index in 0..<min(old.count, new.count) {
        compare(old[index], new[index], at: "\(path())_\(index + 1)")
      }
    case (.record(let old), .record(let new)): compare(old, new, at: path())
    default:
      if old != new { append(ValueChange(path: path(), old: side(old), new: side(new), relative: .infinity)) }
    }
  }

  private mutating func compare(
    _ old: [Double], _ new: [Double], _ path: () -> String, name: (Int) -> String
  ) {
    if old.count != new.count { compareCounts(old.count, new.count, at: path()) }
    for index in 0..<min(old.count, new.count) where old[index] != new[index] {
      compare(old[index], new[index], at: path() + name(index))
    }
  }

  private mutating func compare(_ old: Record, _ new: Record, at path: String) {
    let values = Dictionary(new.entries.map { ($0.name, $0.value) }) { first, _ in first }
    let known = Set(old.names)
    for (name, value) in old.entries {
      let place = Self.field(name, of: path)
      guard let other = values[name] else {
        append(ValueChange(path: place, old: side(value), new: .words("nothing"), relative: .infinity))
        continue
      }
      compare(value, other, at: place)
    }
    for (name, value) in new.entries where !known.contains(name) {
      append(
        ValueChange(
          path: Self.field(name, of: path), old: .words("nothing"), new: side(value), relative: .infinity))
    }
  }

  private mutating func compareCounts(_ old: Int, _ new: Int, at path: String) {
    guard old != new else { return }
    append(
      ValueChange(
        path: path, old: .words(counted(old, "entry", "entries")),
        new: .words(counted(new, "entry", "entries")),
        relative: .infinity))
  }

  private mutating func compare(_ old: Double, _ new: Double, at path: @autoclosure () -> String) {
    guard old != new, !(old.isNaN && new.isNaN) else { return }
    let difference = abs(new - old)
    guard !(difference <= Self.tolerance * max(abs(old), abs(new))) else { return }
    let relative = difference / abs(old)
    append(
      ValueChange(
        path: path(), old: .number(old), new: .number(new), relative: relative.isNaN ? .infinity : relative))
  }

  private static func field(_ name: String, of path: String) -> String {
    isName(name) ? "\(path).\(name)" : "\(path).\"\(name)\""
  }

  private func side(_ value: Value) -> ChangeSide {
    if case .number(let number) = value { .number(number) } else { .words(value.formatted()) }
  }

  private mutating func append(_ change: ValueChange) {
    changes.append(change)
    if changes.count >= 2 * Self.most { trim(to: Self.most) }
  }

  private mutating func trim(to count: Int) {
    changes.sort { $0.relative > $1.relative }
    omitted += max(0, changes.count - count)
    changes.removeLast(max(0, changes.count - count))
  }
}
