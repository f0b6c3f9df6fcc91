import ArgumentParser
import Engine
import Glibc
import Rasterizing
import Site

/// `gradus build`: every page, its figures and a verification report.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Builds the site of a course, if all that it says holds.")

  @Argument(help: "A course or a lesson; without one, the course of the current folder.", completion: .file())
  var course: String?

  @Option(help: "The folder of the site; without one, public/ in the course.", completion: .directory)
  var output: String?

  @Option(help: "How to print what was found.")
  var format = ReportFormat.text

  @OptionGroup var reportOptions: ReportOptions

  @OptionGroup var cells: CellOptions

  @OptionGroup var executor: ExecutorOptions

  func run() async throws {
    let session = Session()
    let installation = Installation()
    let location = try CourseLocation.locateCourse(course, from: session.folder)
    let output = absolutePath(output ?? "\(location.root)/public", from: session.folder)
    let shownOutput = relativePath(output, from: session.folder)
    let solutions = output + Self.solutionsSuffix
    try SiteWriter.refuseForeign(output)
    let typesetter = session.typesetter(installation)
    let bar = ProgressBar(isActive: Terminal.isInteractive(STDERR_FILENO, environment: session.environment))
    let journal = session.journal(of: location)
    let engine = session.engine(
      typesetter, cells: cells.runner(session), journal: journal,
      executor: try executor.executor(for: location, cells, session: session, bar: bar),
      progress: bar.report)
    let run = await bar.show { await session.run(location, engine: engine, excluding: [output, solutions]) }
    journal?.save()
    let report = Report(entries: [Report.Entry(location: location, run: run)])
    try report.print(format, reportOptions, session: session)
    guard report.isRight else {
      if Disk.isFolder(output) { Terminal.say("the site in \(shownOutput) stays as it was") }
      throw ExitCode(1)
    }
    let theme = try ThemeLoader(installation: installation).load()
    let files = DiskCourseFiles(root: location.root)
    let pictures = try run.course.file.baseURL.map { _ in try PictureMaker.loaded() }
    let site = Site(run: run, theme: theme, typesetter: typesetter, pictures: pictures)
    if run.keepsSolutions {
      // It comes first, so that there is no new site whose solutions are missing.
      let copy = Site(run: run, theme: theme, typesetter: typesetter, for: .teacher, pictures: pictures)
      try await write(copy, files: files, to: solutions, workers: session.workers)
    }
    try await write(site, files: files, to: output, workers: session.workers)
    Terminal.say("the site is in \(shownOutput)")
    if run.keepsSolutions {
      Terminal.say("the same with solutions is in \(shownOutput)\(Self.solutionsSuffix)")
    }
  }

  /// Behind the name of a site's folder: the copy for teachers stands beside it, never within.
  private static let solutionsSuffix = "-solutions"

  private func write(_ site: Site, files: DiskCourseFiles, to output: String, workers: Int) async throws {
    let writer = try SiteWriter(output: output)
    let failures = await concurrentMap(site.paths, workers: workers) { path -> DiskError? in
      do throws(DiskError) {
        if let bytes = site.render(path) { try writer.write(bytes, to: path) }
        return nil
      } catch { return error }
    }
    do {
      if let failure = failures.compactMap(\.self).first { throw failure }
      // What does not exist is reported, as a warning where the course says so.
      for path in site.copiedFiles where files.exists(path) {
        try writer.write(try read(path, of: files), to: path)
      }
      try writer.commit()
    } catch {
      writer.discard()
      throw error
    }
  }

  private func read(_ path: String, of files: DiskCourseFiles) throws(DiskError) -> [UInt8] {
    do {
      return try files.read(path)
    } catch {
      throw DiskError("copy", path, reason: "it \(error.description)")
    }
  }
}

extension PictureMaker {
  /// A maker of pictures, with the library that it needs.
  fileprivate static func loaded() throws -> PictureMaker {
    let rasterizer = try Rasterizer()
    return PictureMaker { rasterizer.png(svg: $0, width: $1, height: $2) }
  }
}

extension CourseRun {
  /// Whether there are exercises whose solutions the course keeps from students' pages.
  fileprivate var keepsSolutions: Bool {
    course.file.separatesSolutions && runs.contains { $0.directives.contains { $0.exercise != nil } }
  }
}
