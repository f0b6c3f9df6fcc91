import Expressions
import SourceText
import Synchronization

/// A series that runs: its parts, and what has come of them.
final class SeriesRun: Sendable {
  /// What came of a part, with the names of its results where some are missing that were asked for.
  enum PartResult: Sendable {
    case succeeded(ExperimentRun, names: [String])
    /// What is wrong with it; nothing where that is reported already, or something that it needs is wrong.
    case failed([LessonError])
  }

  let parts: [SeriesPart]
  /// The points of a sweep, each of which is a part.
  let grid: Grid?
  let scope: DictionaryScope
  private let results: Mutex<[PartResult?]>

  init(parts: [SeriesPart], grid: Grid? = nil, scope: DictionaryScope) {
    self.parts = parts
    self.grid = grid
    self.scope = scope
    self.results = Mutex(Array(repeating: nil, count: parts.count))
  }

  /// What came of a part; nil where it did not run.
  subscript(part: Int) -> PartResult? {
    get { results.withLock { $0[part] } }
    set { results.withLock { $0[part] = newValue } }
  }

  /// How many parts have not ended.
  var left: Int { results.withLock { $0.count { $0 == nil } } }

  /// The runs of all parts in order; nil where some have none.
  var runs: [ExperimentRun]? {
    let runs = results.withLock { results in
      results.compactMap { if case .succeeded(let run, _) = $0 { run } else { nil } }
    }
    return runs.count == parts.count ? runs : nil
  }

  /// What is wrong with results that a sweep keeps and some runs do not have.
  func missingResults(of sweep: Sweep) -> [LessonError] {
    (sweep.keep ?? []).compactMap { path in
      let lacking = parts.indices.filter { part in
        guard case .succeeded(let run, _)? = self[part] else { return false }
        return run.outcome.results[path.names[...]] == nil
      }
      guard let first = lacking.first, case .succeeded(_, let names)? = self[first] else { return nil }
      let place =
        lacking.count == parts.count
        ? "" : " with \(parts[first].name), nor at \(lacking.count) of \(parts.count) points in all"
      return LessonError(
        .parameter, at: .span(path.span), "{\(sweep.run.value)} gives no \(path.text)\(place)",
        help: nearestName(to: path.text, among: names).map { "did you mean \($0)?" }
          ?? "it gives \(names.prefix(12).joined(separator: ", "))")
    }
  }

  /// What is wrong, once each: mistakes in what was written, and the first part that fails with how many do.
  func errors(noun: String) -> [LessonError] {
    let failures = results.withLock { results in
      results.map { if case .failed(let errors) = $0 { errors } else { [LessonError]() } }
    }
    var seen: Set<LessonError> = []
    var errors = failures.flatMap(\.self).filter { $0.code != .experiment && seen.insert($0).inserted }
    let failed = failures.indices.filter { index in failures[index].contains { $0.code == .experiment } }
    guard let first = failed.first else { return errors }
    let count = "\(failed.count) of \(parts.count) \(noun)s \(failed.count == 1 ? "fails" : "fail")"
    for var error in failures[first] where error.code == .experiment {
      error.message = "with \(parts[first].name), \(error.message); \(count)"
      errors.append(error)
    }
    return errors
  }
}
