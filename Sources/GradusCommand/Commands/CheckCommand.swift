import ArgumentParser
import Engine
import Glibc
import Typesetting

/// `gradus check`: runs and verifies, writes no site.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Runs lessons and verifies every number they claim.")

  @Argument(help: "Courses or lessons; without any, the course of the current folder.", completion: .file())
  var paths: [String] = []

  @Flag(help: "Rewrites the numbers that do not hold, in the style the author wrote, and verifies again.")
  var fix = false

  @Flag(help: "With --fix: rewrites numbers that change by more than a factor of 2 or in sign, too.")
  var force = false

  @Option(help: "How to print what was found.")
  var format = ReportFormat.text

  @OptionGroup var cells: CellOptions

  @Flag(help: "Runs Swift cells twice, and reports those whose results change.")
  var twice = false

  func validate() throws {
    if force, !fix { throw ValidationError("--force goes with --fix") }
  }

  func run() async throws {
    let session = Session()
    let locations = try CourseLocation.locate(paths, from: session.folder)
    let typesetter = session.typesetter(Installation())
    var entries = await runAll(locations, session: session, typesetter: typesetter)
    if fix {
      let fixes = entries.map { LessonFixer(entry: $0, isForced: force, folder: session.folder).fix() }
      for line in fixes.flatMap(\.messages) { Terminal.say(line) }
      if fixes.contains(where: \.hasChanged) {
        entries = await runAll(locations, session: session, typesetter: typesetter)
      }
    }
    let report = Report(entries: entries)
    try report.print(format, session: session)
    if !report.isRight { throw ExitCode(1) }
  }

  private func runAll(
    _ locations: [CourseLocation], session: Session, typesetter: Typesetter
  ) async -> [Report.Entry] {
    let bar = ProgressBar(isActive: Terminal.isInteractive(STDERR_FILENO, environment: session.environment))
    let watch = RunWatch()
    let engine = session.engine(typesetter, cells: cells.runner(session), checksTwice: twice) { progress in
      bar.report(progress)
      watch.report(progress)
    }
    return await bar.show {
      var entries: [Report.Entry] = []
      for location in locations {
        let run = await session.run(location, engine: engine)
        entries.append(Report.Entry(location: location, run: run, times: watch.take().times))
      }
      return entries
    }
  }
}
