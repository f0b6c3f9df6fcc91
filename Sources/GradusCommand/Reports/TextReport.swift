import Engine
import LessonFormat
import SourceText

extension Report {
  /// The diagnostics for people, with paths as they are written from a folder.
  func text(from folder: String, usesColor: Bool) -> String {
    entries.map { entry in
      entry.text(path: { relativePath("\(entry.location.root)/\($0)", from: folder) }, usesColor: usesColor)
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// One line that counts, behind a sign that says whether all is right.
  func verdict(usesColor: Bool) -> String {
    let sign = isRight ? "✓" : "✗"
    return (usesColor ? "\u{1B}[1;\(isRight ? 32 : 31)m\(sign)\u{1B}[0m" : sign) + " \(summary)"
  }

  private var summary: String {
    var parts = [
      counted(lessonCount, "lesson", "lessons"), counted(directiveCount, "directive", "directives"),
      "\(counted(held, "claim", "claims")) held",
    ]
    if failed > 0 { parts.append("\(failed) failed") }
    if notRun > 0 { parts.append("\(notRun) not run") }
    parts += conditionParts
    let errors = count(.error)
    let warnings = count(.warning)
    if errors > 0 { parts.append(counted(errors, "error", "errors")) }
    if warnings > 0 { parts.append(counted(warnings, "warning", "warnings")) }
    return parts.joined(separator: ", ")
  }
}

extension Report {
  /// What came of conditions, told apart from the claims; nothing where there are none.
  fileprivate var conditionParts: [String] {
    let counts = conditions
    guard counts.count > 0 else { return [] }
    var parts = ["\(counted(counts.held, "condition", "conditions")) held"]
    if counts.failed > 0 { parts.append("\(counted(counts.failed, "condition", "conditions")) failed") }
    if counts.notRun > 0 { parts.append("\(counted(counts.notRun, "condition", "conditions")) not run") }
    return parts
  }
}

extension Report.Entry {
  /// The diagnostics for people.
  func text(path: @escaping @Sendable (String) -> String, usesColor: Bool) -> String {
    let files = sourceFiles
    let renderer = DiagnosticText(
      path: path, line: { path, number in files[path]?.text(ofLine: number) }, usesColor: usesColor)
    return renderer.render(run.diagnostics)
  }
}

/// A number with its noun.
func counted(_ count: Int, _ one: String, _ many: String) -> String {
  "\(count) \(count == 1 ? one : many)"
}
