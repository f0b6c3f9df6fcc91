import Glibc

/// Where results are kept between runs: in the user's cache, never in a course.
struct CacheFolder {
  let path: String

  /// `$XDG_CACHE_HOME/gradus`, or `~/.cache/gradus`; nil where neither is known.
  init?(environment: [String: String]) {
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") {
      path = "\(cache)/gradus"
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      path = "\(home)/.cache/gradus"
    } else {
      return nil
    }
  }

  /// Outcomes of experiments.
  var results: String { "\(path)/results" }
  /// What results were made of when they were last run.
  var journal: String { "\(path)/journal" }
  /// Typeset formulas and code.
  var fragments: String { "\(path)/fragments" }
  /// KaTeX and highlight.js, compiled.
  var programs: String { "\(path)/programs" }
  /// What jobs of a cluster are to do.
  var jobs: String { "\(path)/jobs" }
  /// Programs of Swift cells, compiled.
  var cells: String { "\(path)/cells" }
}
