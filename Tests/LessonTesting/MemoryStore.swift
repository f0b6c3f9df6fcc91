import Engine
import Synchronization

/// A result store in memory that counts what it is asked.
public final class MemoryStore: ResultStore {
  private struct Contents {
    var outcomes: [String: [UInt8]] = [:]
    var asked = 0
    var found = 0
    var kept = 0
  }

  private let contents = Mutex(Contents())

  /// Makes an empty store.
  public init() {}

  /// The bytes under a key.
  public func load(_ key: String) -> [UInt8]? {
    contents.withLock { contents in
      contents.asked += 1
      let bytes = contents.outcomes[key]
      if bytes != nil { contents.found += 1 }
      return bytes
    }
  }

  /// Keeps bytes under a key.
  public func save(_ bytes: [UInt8], for key: String) {
    contents.withLock { contents in
      contents.kept += 1
      contents.outcomes[key] = bytes
    }
  }

  /// How often outcomes were asked for.
  public var asked: Int { contents.withLock { $0.asked } }
  /// How often one was there.
  public var found: Int { contents.withLock { $0.found } }
  /// How often one was kept, which is how often an experiment ran to its end.
  public var kept: Int { contents.withLock { $0.kept } }

  /// Changes every outcome, as a failing disk might.
  public func damage(_ change: ([UInt8]) -> [UInt8]) {
    contents.withLock { $0.outcomes = $0.outcomes.mapValues(change) }
  }
}
