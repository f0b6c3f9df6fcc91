import Engine
import LessonFormat

/// Says why a directive ran or was reused.
struct Explanation {
  let subject: WhyRequest.Subject
  /// What was noted before the run and after it, of each of the names.
  let before: [String: DiskJournal.Note]
  let after: [String: DiskJournal.Note]
  /// Which runs were reused, and which there were.
  let reused: Set<RunPlace>
  let all: Set<RunPlace>

  /// A line for each of the names, and below it what has changed.
  var text: String {
    subject.names.map { name in
      let (sentence, changes) = explanation(of: name)
      let lines = ["\(subject.run.lesson.file.path)#\(name) \(sentence)"] + changes.map { "  \($0)" }
      return lines.joined(separator: "\n") + "\n"
    }.joined()
  }

  private var directive: DirectiveRun { subject.run.directives[subject.directive] }

  private var isDefinition: Bool { subject.run.lesson.directives[subject.directive].name.value == "let" }

  private func explanation(of name: String) -> (String, [String]) {
    guard let now = after[name] else { return ("did not run: something that it needs is wrong", []) }
    if now.record.state == RunRecord.failed.state { return ("has failed, as is reported", []) }
    guard hasValue(name) else { return ("did not run: something that it needs is wrong", []) }
    let hasFailedBefore = before[name]?.record.state == RunRecord.failed.state
    let changes = before[name].map { now.record.changes(since: $0.record) } ?? []
    if isDefinition { return definition(now, before[name], changes) }
    if isReused { return reuse(now, before[name], changes) }
    let runs = runs.map { [$0] } ?? []
    if hasFailedBefore { return ("ran: its last run failed", runs) }
    guard before[name] != nil else { return ("ran: it had never run", runs) }
    guard !changes.isEmpty else {
      return ("ran: nothing that it depends on has changed, but its result was not kept", runs)
    }
    return ("ran, because something has changed that it depends on:", changes + runs)
  }

  /// Whether this run gave a name its value; what was noted may be of an earlier one.
  private func hasValue(_ name: String) -> Bool {
    guard isDefinition else { return !directive.isBroken }
    if let value = subject.run.values.first(where: { $0.name.value == name }) { return value.value != nil }
    return subject.run.values.contains { named in
      guard case .record(let record)? = named.value else { return false }
      return record.names.contains { "\(named.name.value).\($0)" == name }
    }
  }

  private func definition(
    _ now: DiskJournal.Note, _ earlier: DiskJournal.Note?, _ changes: [String]
  ) -> (String, [String]) {
    let shown = now.record.ingredients.first { $0.kind == .value && $0.name.isEmpty }?.shown ?? ""
    let value = shown.isEmpty ? "" : ", now \(shown)"
    let evaluated = "is evaluated at every check\(value)"
    if earlier == nil { return ("\(evaluated); it never was before", []) }
    if changes.isEmpty { return ("\(evaluated); nothing that it depends on has changed", last(now)) }
    return ("\(evaluated); since the last time:", changes)
  }

  private func reuse(
    _ now: DiskJournal.Note, _ earlier: DiskJournal.Note?, _ changes: [String]
  ) -> (String, [String]) {
    guard let earlier else { return ("was reused: the result of the same elsewhere was kept", []) }
    if earlier.record.state == RunRecord.failed.state {
      return ("was reused: its last run failed, but the result of what it is now was kept", [])
    }
    if changes.isEmpty { return ("was reused: nothing that it depends on has changed", last(now)) }
    return ("was reused: something has changed, but the result of what it is now was kept:", changes)
  }

  /// What had changed when something had.
  private func last(_ note: DiskJournal.Note) -> [String] {
    (note.changes ?? []).map { "before that, \($0)" }
  }

  /// Whether nothing of it ran.
  private var isReused: Bool {
    guard !places.isEmpty else { return directive.run?.isReused ?? false }
    return places.allSatisfy(reused.contains)
  }

  private var places: [RunPlace] {
    let lesson = subject.run.lesson.file.path
    return all.filter { $0.lesson == lesson && $0.directive == subject.directive }.sorted {
      ($0.part ?? 0) < ($1.part ?? 0)
    }
  }

  /// Which of several runs there were; nil where there is one.
  private var runs: String? {
    let places = places
    guard places.count > 1 else { return nil }
    let ran = places.filter { !reused.contains($0) }.compactMap { $0.part.map { $0 + 1 } }
    guard ran.count < places.count else { return "all of its \(places.count) runs" }
    return "of its \(places.count) runs \(ranges(ran)); the others were reused"
  }

  /// Numbers in order with what follows each other joined: `1, 4 to 6`.
  private func ranges(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { $0.count == 1 ? String($0.lowerBound) : "\($0.lowerBound) to \($0.upperBound)" }
      .joined(separator: ", ")
  }
}
