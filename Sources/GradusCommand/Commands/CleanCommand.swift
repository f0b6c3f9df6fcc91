import ArgumentParser

/// `gradus clean`: forgets cached results.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Forgets cached results; no course is touched.")

  func run() throws {
    guard let cache = CacheFolder(environment: Session().environment) else {
      Terminal.say("there are no results to forget: neither XDG_CACHE_HOME nor HOME is set")
      return
    }
    try Disk.remove(cache.results)
    try Disk.remove(cache.journal)
    try Disk.remove(cache.fragments)
    try Disk.remove(cache.programs)
    Terminal.say("forgot the results in \(cache.path)")
  }
}
