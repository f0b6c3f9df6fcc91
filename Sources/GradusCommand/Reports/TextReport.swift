import Engine
import LessonFormat
import SourceText

extension Report {
  /// The diagnostics for people, with paths as they are written from a folder.
  func text(from folder: String, usesColor: Bool) -> String {
    entries.map { entry in
      let files = entry.sourceFiles
      let renderer = DiagnosticText(
        path: { relativePath("\(entry.location.root)/\($0)", from: folder) },
        line: { path, number in files[path].flatMap { line(number, of: $0) } }, usesColor: usesColor)
      return renderer.render(entry.run.diagnostics)
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

/// A line of a file, as it was read for the run.
private func line(_ number: Int, of file: SourceFile) -> String? {
  number <= file.lineCount ? file.text(in: file.span(ofLine: number)) : nil
}

extension Report.Entry {
  /// The files that something is wrong with, each read once.
  fileprivate var sourceFiles: [String: SourceFile] {
    let onDisk = DiskCourseFiles(root: location.root)
    var files: [String: SourceFile] = [:]
    for path in Set(run.diagnostics.map(\.file)) {
      if let lesson = run.course.index(ofLesson: path) {
        files[path] = run.course.lessons[lesson].file
      } else if let course = run.course.file.file, course.path == path {
        files[path] = course
      } else if let bytes = try? onDisk.read(path) {
        files[path] = SourceFile(path: path, bytes: bytes)
      }
    }
    return files
  }
}

/// A number with its noun.
func counted(_ count: Int, _ one: String, _ many: String) -> String {
  "\(count) \(count == 1 ? one : many)"
}
