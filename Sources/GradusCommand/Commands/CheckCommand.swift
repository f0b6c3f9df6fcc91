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

  @OptionGroup var reportOptions: ReportOptions
  @Option(
    help: ArgumentHelp(
      "Says why the directive NAME of LESSON ran or was reused.", valueName: "LESSON#NAME"))
  var why: String?

  @OptionGroup var cells: CellOptions

  @OptionGroup var executor: ExecutorOptions

  @Flag(help: "Runs Swift cells twice, and reports those whose results change.")
  var twice = false

  func validate() throws {
    if force, !fix { throw ValidationError("--force goes with --fix") }
    if why != nil, fix { throw ValidationError("--why does not go with --fix") }
    if why != nil, format != .text { throw ValidationError("--why goes with --format text") }
  }

  func run() async throws {
    let session = Session()
    let request = try why.map { text throws(UsageError) in try WhyRequest(text) }
    let locations = try CourseLocation.locate(
      paths.isEmpty ? request?.file(from: session.folder).map { [$0] } ?? [] : paths, from: session.folder)
    let typesetter = session.typesetter(Installation())
    var entries = try await runAll(locations, session: session, typesetter: typesetter)
    if fix {
      let fixes = entries.map { LessonFixer(entry: $0, isForced: force, folder: session.folder).fix() }
      for line in fixes.flatMap(\.messages) { Terminal.say(line) }
      if fixes.contains(where: \.hasChanged) {
        entries = try await runAll(locations, session: session, typesetter: typesetter)
      }
    }
    let report = Report(entries: entries)
    let subject = try request?.resolve(in: entries, from: session.folder)
    try report.print(format, reportOptions, session: session)
    if let subject { try Terminal.print(explanation(of: subject, in: entries[subject.entry]).text) }
    if !report.isRight { throw ExitCode(1) }
  }

  private func explanation(of subject: WhyRequest.Subject, in entry: Report.Entry) throws -> Explanation {
    guard let journal = entry.journal else {
      throw DiskError("explain", why ?? "", reason: "there is no cache folder; set HOME, or XDG_CACHE_HOME")
    }
    let lesson = subject.run.lesson.file.path
    func notes(_ note: (String, String) -> DiskJournal.Note?) -> [String: DiskJournal.Note] {
      // A lesson that takes a name twice has mistakes, and is explained all the same.
      Dictionary(subject.names.compactMap { name in note(name, lesson).map { (name, $0) } }) { first, _ in
        first
      }
    }
    return Explanation(
      subject: subject, before: notes(journal.earlierNote), after: notes(journal.note), reused: entry.reused,
      all: entry.runs)
  }

  private func runAll(
    _ locations: [CourseLocation], session: Session, typesetter: Typesetter
  ) async throws -> [Report.Entry] {
    let bar = ProgressBar(isActive: Terminal.isInteractive(STDERR_FILENO, environment: session.environment))
    let executors = try locations.map { location throws(UsageError) in
      try executor.executor(for: location, cells, session: session, bar: bar)
    }
    return await bar.show {
      var entries: [Report.Entry] = []
      for (location, executor) in zip(locations, executors) {
        entries.append(await run(location, session: session, typesetter: typesetter, executor, bar: bar))
      }
      return entries
    }
  }

  private func run(
    _ location: CourseLocation, session: Session, typesetter: Typesetter,
    _ executor: (any RunExecutor)?, bar: ProgressBar
  ) async -> Report.Entry {
    let watch = RunWatch()
    let journal = session.journal(of: location)
    let engine = session.engine(
      typesetter, cells: cells.runner(session), checksTwice: twice, journal: journal, executor: executor
    ) { progress in
      bar.report(progress)
      watch.report(progress)
    }
    let run = await session.run(location, engine: engine)
    journal?.save()
    let (runs, reused) = watch.take()
    return Report.Entry(location: location, run: run, runs: runs, reused: reused, journal: journal)
  }
}
