import ArgumentParser
import Glibc

/// `gradus serve`: builds, serves on this machine alone, and brings the page up to date when a file changes.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Shows a course in the browser, as it is after every edit.")

  @Argument(help: "A course or a lesson; without one, the course of the current folder.", completion: .file())
  var course: String?

  @Option(help: "The port; 0 takes any that is free.")
  var port: UInt16 = 8000

  @OptionGroup var cells: CellOptions

  func run() async throws {
    let session = Session()
    let location = try CourseLocation.locateCourse(course, from: session.folder)
    let excluded: Set<String> = ["\(location.root)/public", "\(location.root)/public-solutions"]
    let workspace = try Workspace(
      session: session, cells: cells.runner(session), location: location, installation: Installation(),
      excluded: excluded)
    let watcher = try FolderWatcher(root: location.root, excluded: excluded)
    let server = try PreviewServer(workspace: workspace, port: port)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      group.addTask {
        // The port comes first: it is not worth running a course for a preview that nobody can see.
        let address = try await server.address()
        try await update(workspace, session: session)
        Terminal.say("serving \(address) – Ctrl-C ends it")
        for await _ in watcher.changes { try await update(workspace, session: session) }
      }
      // Neither ends but by a mistake, which ends the other one, too.
      try await group.next()
    }
  }

  private func update(_ workspace: Workspace, session: Session) async throws {
    let start = ContinuousClock.now
    let report = try await workspace.update()
    let milliseconds = start.duration(to: .now) / .milliseconds(1)
    let usesColor = Terminal.usesColor(STDERR_FILENO, environment: session.environment)
    Terminal.printError(report.text(from: session.folder, usesColor: usesColor))
    Terminal.printError("\(report.verdict(usesColor: usesColor)) (\(Int(milliseconds)) ms)\n")
  }
}
