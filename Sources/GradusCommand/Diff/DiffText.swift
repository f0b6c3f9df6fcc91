import Expressions

extension CourseDifference {
  /// The difference for people, a line each, with paths as they are shown.
  func text(path: (String) -> String) -> String {
    var lines = renamed.map { "renamed \(path($0.old)) to \(path($0.new))" }
    var shown: [String: Int] = [:]
    var hidden: [(place: String, count: Int)] = []
    for move in moves {
      // Of a vector that moved everywhere, those entries are told that moved most.
      let place = "\(path(move.lesson)):\(move.line)"
      shown[place, default: 0] += 1
      if shown[place] ?? 0 <= Self.mostOnOneLine {
        lines.append("\(place): \(move.text)")
      } else if let index = hidden.firstIndex(where: { $0.place == place }) {
        hidden[index].count += 1
      } else {
        hidden.append((place, 1))
      }
    }
    lines += hidden.map { "\($0.place): and \($0.count) more there" }
    lines += added.map { "added \(path($0.lesson)):\($0.line): \($0.text)" }
    lines += removed.map { "removed \(path($0.lesson)):\($0.line): \($0.text)" }
    return lines.map { $0.escaping { $0.properties.generalCategory == .control ? " " : nil } + "\n" }.joined()
  }

  private static let mostOnOneLine = 8

  /// A line that counts.
  var summary: String {
    guard !isEmpty else { return "nothing moved: \(counted(compared, "thing is", "things are")) as before" }
    var parts = ["\(moves.count + omitted) moved"]
    if !added.isEmpty { parts.append("\(added.count) added") }
    if !removed.isEmpty { parts.append("\(removed.count) removed") }
    return parts.joined(separator: ", ") + ", \(compared) compared"
  }
}

extension CourseDifference.Move {
  fileprivate var text: String {
    let label = kind == .result ? name : "\(kind.rawValue) \(name)"
    guard case .number(let before) = old, case .number(let after) = new else {
      return "\(label): \(old.words) → \(new.words)"
    }
    let (left, right) = (formatSignificant(before, 6), formatSignificant(after, 6))
    let isTold = left != right
    let values =
      isTold ? "\(left) → \(right)" : "\(formatSignificant(before, 12)) → \(formatSignificant(after, 12))"
    guard relative.isFinite else { return "\(label): \(values)" }
    let sign = after > before ? "+" : "−"
    return "\(label): \(values) (\(sign)\(formatSignificant(relative * 100, 3)) %)"
  }
}

extension CourseDifference.Single {
  fileprivate var text: String {
    kind == "result" ? name : kind == "lesson" ? "the lesson" : "\(kind) \(name)"
  }
}

extension ChangeSide {
  fileprivate var words: String {
    switch self {
    case .number(let number): formatSignificant(number, 12)
    case .words(let words): words
    }
  }
}
