import ArgumentParser
import Engine
import Glibc
import SourceText

/// `gradus diff`: what moved in a course since a revision, by value.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compares a course with a revision in git: every number that moved.",
    discussion: """
      The status is 0 where nothing moved, 1 where something did or a side has errors, 2 where the command line or the \
      revision is wrong.
      """)

  /// How the difference is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @Argument(help: "What the course is compared with, or two revisions: A..B.")
  var revision: String

  @Argument(help: "A course or a lesson; without one, the course of the current folder.", completion: .file())
  var course: String?

  @Option(help: "How to print what moved.")
  var format = Format.text

  @OptionGroup var cells: CellOptions

  /// One of the two that are compared.
  private struct Side {
    var name: String
    var commit: String?
    var entry: Report.Entry
    /// How its files are called in a report.
    var path: @Sendable (String) -> String
  }

  func run() async throws {
    let session = Session()
    let location = try CourseLocation.locateCourse(course, from: session.folder)
    let ends = try Revision.ends(of: revision)
    guard let top = Repository.top(above: location.root) else {
      throw UsageError("\(course ?? ".") is in no git repository")
    }
    let folder = try TemporaryFolder(environment: session.environment)
    defer { folder.remove() }
    let git = Git(top: top, scratch: folder.path, environment: session.environment)
    let revisions = try ([ends.from] + (ends.to.map { [$0] } ?? [])).map { try Revision($0, in: git) }
    let old = try place(of: revisions[0], "from", location, folder, git)
    let new = revisions.count > 1 ? try place(of: revisions[1], "to", location, folder, git) : location
    let runs = await run([old, new], session)
    let sides = zip(runs, [revisions[0], revisions.count > 1 ? revisions[1] : nil]).map { entry, revision in
      side(entry, revision, location, session)
    }
    let difference = CourseDifference(from: runs[0].run, to: runs[1].run)
    try print(difference, sides, session)
    if !difference.isEmpty || !sides.allSatisfy(\.entry.run.isRight) { throw ExitCode(1) }
  }

  private func place(
    of revision: Revision, _ name: String, _ location: CourseLocation, _ folder: TemporaryFolder, _ git: Git
  ) throws -> CourseLocation {
    let place = "\(folder.path)/\(name)"
    try Disk.makeFolder(place)
    return try revision.materialise(location, into: place, git)
  }

  private func run(_ locations: [CourseLocation], _ session: Session) async -> [Report.Entry] {
    let bar = ProgressBar(isActive: Terminal.isInteractive(STDERR_FILENO, environment: session.environment))
    let engine = session.engine(
      session.typesetter(Installation()), cells: cells.runner(session), progress: bar.report)
    return await bar.show {
      var entries: [Report.Entry] = []
      for location in locations {
        entries.append(Report.Entry(location: location, run: await session.run(location, engine: engine)))
      }
      return entries
    }
  }

  private func side(
    _ entry: Report.Entry, _ revision: Revision?, _ location: CourseLocation, _ session: Session
  ) -> Side {
    let (root, folder) = (location.root, session.folder)
    guard let revision else {
      return Side(name: "working tree", entry: entry) { relativePath("\(root)/\($0)", from: folder) }
    }
    let name = revision.name
    return Side(name: name, commit: revision.commit, entry: entry) {
      "\(name):\(relativePath("\(root)/\($0)", from: folder))"
    }
  }

  // MARK: Printing

  private func print(_ difference: CourseDifference, _ sides: [Side], _ session: Session) throws {
    switch format {
    case .json:
      let ends = sides.map { side in
        DiffJSON.Side(
          name: side.name, commit: side.commit,
          diagnostics: side.entry.run.diagnostics.map(JSONReport.Entry.init))
      }
      try Terminal.print(DiffJSON(difference, from: ends[0], to: ends[1]).text())
    case .text:
      let usesColor = Terminal.usesColor(STDOUT_FILENO, environment: session.environment)
      for side in sides where !side.entry.run.isRight {
        let text = side.entry.text(path: side.path, usesColor: usesColor)
        try Terminal.print("\(side.name) has errors:\n\n\(text)\n")
      }
      let folder = session.folder
      let root = sides[1].entry.location.root
      let path = sides[1].commit == nil ? { relativePath("\(root)/\($0)", from: folder) } : sides[1].path
      try Terminal.print(difference.text(path: path))
      let isRight = difference.isEmpty && sides.allSatisfy(\.entry.run.isRight)
      Terminal.say("\(isRight ? "✓" : "✗") \(difference.summary)")
    }
  }
}
