import Engine
import SourceText

/// The experiments that the files of a course declare, as their own code describes them.
struct CourseExperiments {
  /// What the code says of them, by name.
  private(set) var descriptions: [ExperimentDescription] = []
  /// Why some cannot be described.
  private(set) var diagnostics: [Diagnostic] = []

  /// Those of the course of the current folder; none where there is no course.
  init(_ session: Session, cells: CellOptions) {
    guard let root = CourseLocation.courseFolder(above: session.folder) else { return }
    let files = CourseReader(files: DiskCourseFiles(root: root), workers: 1).experimentFiles()
    guard !files.isEmpty else { return }
    let program = CellProgram(of: files)
    let answer = cells.runner(session).answer(.describe, by: program)
    for case .descriptions(let some) in answer.replies { descriptions += some }
    descriptions.sort { $0.name < $1.name }
    diagnostics = answer.diagnostics.filter { $0.severity == .error && files.indices.contains($0.place.cell) }
      .map { found in
        Diagnostic(
          .swift, in: files[found.place.cell], at: program.span(of: found.place), found.message,
          help: found.help)
      }
  }

  /// The built-in experiments and these, by name; of two with one name that of the course.
  func joined(with builtIn: [ExperimentDescription]) -> [ExperimentDescription] {
    let own = Set(descriptions.map(\.name))
    return (builtIn.filter { !own.contains($0.name) } + descriptions).sorted { $0.name < $1.name }
  }

  /// Says on standard error what cannot be described.
  func reportMistakes() {
    guard !diagnostics.isEmpty else { return }
    let text = DiagnosticText(path: { $0 }, line: { _, _ in nil }, usesColor: false)
    Terminal.printError(text.render(diagnostics))
  }
}
