import SourceText

/// Something of a lesson that can hold or fail, for services that count tests.
struct TestCase {
  /// What it is, the same from run to run for as long as its words stay.
  var name: String
  /// What is wrong with it.
  var diagnostics: [Diagnostic] = []
  /// How it went by itself; `failed` with no diagnostic where there were too many to list.
  var verdict = Verdict.held
  /// How long it took, as far as it is known.
  var time: Duration?

  enum Verdict {
    case held
    case failed
    case notRun
  }

  /// The errors, which make it fail; warnings do not.
  var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
  var warnings: [Diagnostic] { diagnostics.filter { $0.severity == .warning } }

  var hasFailed: Bool { !errors.isEmpty || (verdict == .failed && warnings.isEmpty) }
  var isSkipped: Bool { !hasFailed && verdict == .notRun && warnings.isEmpty }
}

/// The cases of one file.
struct TestSuite {
  /// The file, from the course's folder.
  var file: String
  var cases: [TestCase]

  /// How long its cases took, as far as it is known.
  var time: Duration? {
    let times = cases.compactMap(\.time)
    return times.isEmpty ? nil : times.reduce(.zero, +)
  }
}

extension Report.Entry {
  /// A suite a lesson, in the order of the course, and one for each other file that something is wrong with.
  var testSuites: [TestSuite] {
    let found = Dictionary(grouping: run.diagnostics, by: \.file)
    let lessons = run.runs.map { lesson in
      let path = lesson.lesson.file.path
      return LessonCases(run: lesson).suite(with: found[path] ?? [])
    }
    let covered = Set(lessons.map(\.file))
    let others = found.keys.filter { !covered.contains($0) }.sorted().map { file in
      TestSuite(file: file, cases: [TestCase(name: "the file", diagnostics: found[file] ?? [])])
    }
    return lessons + others
  }
}
