import ArgumentParser
import Engine
import FoundationEssentials

/// Where the runs of directives that have several are done.
struct ExecutorOptions: ParsableArguments {
  /// A kind of executor.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case local
    case slurm
  }

  @Option(
    help: ArgumentHelp(
      "Where the runs of sweeps and seeds are done: on this machine, or on the cluster that Slurm manages.",
      discussion:
        "The cache must then be on a file system that all nodes share; XDG_CACHE_HOME says where it is."))
  var executor = Kind.local

  @Option(help: "With --executor slurm: in how many jobs of an array the runs are done at most.")
  var jobs = 100

  @Option(
    help: ArgumentHelp(
      "With --executor slurm: for how many seconds its controller may be away.", valueName: "seconds",
      visibility: .hidden))
  var patience = 600.0

  func validate() throws {
    guard (1...10_000).contains(jobs) else { throw ValidationError("--jobs takes a number from 1 to 10000") }
    guard (0...86_400).contains(patience) else { throw ValidationError("--patience takes at most a day") }
  }

  /// The executor for a course; nil where all runs are done on this machine.
  func executor(
    for location: CourseLocation, _ cells: CellOptions, session: Session, bar: ProgressBar
  ) throws(UsageError) -> (any RunExecutor)? {
    guard executor == .slurm else { return nil }
    guard let cache = CacheFolder(environment: session.environment) else {
      throw UsageError("--executor slurm needs a cache; set XDG_CACHE_HOME to a folder that all nodes share")
    }
    return SlurmExecutor(
      location: location, cells: cells, cache: cache, store: session.store,
      environment: ProcessInfo.processInfo.environment, options: self, tell: bar.tellElsewhere)
  }
}
