/// Where outcomes are kept between runs, by their keys.
public protocol ResultStore: Sendable {
  /// The bytes under a key; nil where there are none or they are damaged.
  func load(_ key: String) -> [UInt8]?
  /// Keeps bytes under a key. A store that cannot keep them keeps nothing: the next run computes them again.
  func save(_ bytes: [UInt8], for key: String)
}

/// A store that forgets everything.
public struct NoResultStore: ResultStore {
  /// Makes the store.
  public init() {}

  /// Nothing is ever found.
  public func load(_ key: String) -> [UInt8]? { nil }

  /// Nothing is ever kept.
  public func save(_ bytes: [UInt8], for key: String) {}
}
