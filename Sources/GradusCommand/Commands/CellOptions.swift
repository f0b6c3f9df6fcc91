import ArgumentParser
import CellHost
import Engine

/// What commands that run lessons may be told about their Swift cells.
struct CellOptions: ParsableArguments {
  @Flag(name: .customLong("no-swift"), help: "Refuses Swift cells: for lessons from strangers.")
  var refusesSwift = false

  @Flag(help: "Runs Swift cells without a sandbox, as whoever runs the command: for lessons you trust.")
  var unsandboxed = false

  func validate() throws {
    if refusesSwift, unsandboxed { throw ValidationError("--unsandboxed does not go with --no-swift") }
  }

  /// Runs the cells of a session's lessons.
  func runner(_ session: Session) -> any CellRunner {
    if refusesSwift {
      return RefusedCells(
        "Swift cells are refused by --no-swift", help: "leave the option out if you trust the lesson")
    }
    guard let cache = CacheFolder(environment: session.environment) else {
      return RefusedCells(
        "there is no folder to keep compiled cells in", help: "set HOME, or XDG_CACHE_HOME to a whole path")
    }
    return CompilingCellRunner(
      executable: Installation.executable, cache: cache.cells, environment: session.environment,
      isSandboxed: !unsandboxed)
  }
}
