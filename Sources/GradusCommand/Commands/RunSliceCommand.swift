import ArgumentParser
import Engine

/// `gradus run-slice`: what a job of Slurm does, on a node.
struct RunSliceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run-slice", abstract: "Does the runs of one job, for a build on another machine.",
    shouldDisplay: false)

  @Option(help: "How many runs are done at once.")
  var workers = 1

  @Argument(help: "The folder of the jobs.")
  var folder: String

  @Argument(help: "The number of the job.")
  var slice: Int

  func run() async throws {
    let folder = JobFolder(path: absolutePath(folder, from: Disk.currentFolder))
    guard let request = folder.request, request.slices.indices.contains(slice) else {
      throw DiskError(
        "read", folder.path,
        reason: "it is not there; the cache must be on a file system that all nodes share")
    }
    let session = Session(workers: workers)
    var cells = CellOptions()
    (cells.refusesSwift, cells.unsandboxed) = (request.refusesSwift, request.runsUnsandboxed)
    let engine = session.engine(
      session.typesetter(Installation()), cells: cells.runner(session), progress: { _ in })
    let (course, files, _) = await session.read(request.location)
    let endings = await engine.perform(request.slices[slice], of: course, files: files)
    try folder.note(endings, of: slice)
    let kept = endings.values.count { $0 == .kept }
    Terminal.say("\(kept) of \(request.slices[slice].count) runs are kept")
  }
}
