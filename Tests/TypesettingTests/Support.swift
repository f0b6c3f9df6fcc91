import Foundation
import Synchronization
import Typesetting

/// The libraries where Debian installs them.
func installedSources() throws -> TypesettingSources {
  TypesettingSources(
    katex: try String(contentsOfFile: "/usr/share/javascript/katex/katex.min.js", encoding: .utf8),
    highlight: try String(
      contentsOfFile: "/usr/share/javascript/highlight.js/highlight.min.js", encoding: .utf8))
}

/// A typesetter without a store, for all tests that need nothing else.
let typesetter = Typesetter(sources: installedSources, version: "installed", engines: 2)

/// A store that remembers what it was asked.
final class MemoryStore: FragmentStore {
  struct Contents {
    var fragments: [String: String] = [:]
    var hits = 0
    var misses = 0
  }

  let contents = Mutex(Contents())

  func fragment(for key: String) -> String? {
    contents.withLock { contents in
      let fragment = contents.fragments[key]
      if fragment == nil { contents.misses += 1 } else { contents.hits += 1 }
      return fragment
    }
  }

  func store(_ html: String, for key: String) {
    contents.withLock { $0.fragments[key] = html }
  }

  var hits: Int { contents.withLock { $0.hits } }
  var count: Int { contents.withLock { $0.fragments.count } }

  /// Changes every entry, as a failing disk might.
  func damage(_ change: (String) -> String) {
    contents.withLock { $0.fragments = $0.fragments.mapValues(change) }
  }
}

/// What typesetting a formula gave.
func outcome(of tex: String, display: Bool = false) -> Result<String, TypesettingError> {
  Result { () throws(TypesettingError) in try typesetter.mathematics(tex, display: display) }
}

/// The error of a formula that cannot be typeset.
func failure(of tex: String, display: Bool = false) -> TypesettingError? {
  outcome(of: tex, display: display).failure
}

extension Result {
  /// The error, if it is one.
  var failure: Failure? {
    if case .failure(let error) = self { error } else { nil }
  }
}
