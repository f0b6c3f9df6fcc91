/// One of the runs of a directive that has several, as another process can find it.
public struct ElsewhereRun: Sendable, Hashable, Codable {
  /// The lesson's path from the course's folder.
  public var lesson: String
  /// The directive, by its index in the lesson.
  public var directive: Int
  /// The key under which the result is kept.
  public var key: String

  /// Names a run.
  public init(lesson: String, directive: Int, key: String) {
    self.lesson = lesson
    self.directive = directive
    self.key = key
  }
}

/// Has runs done elsewhere, whose results come into the store that the engine looks into.
public protocol RunExecutor: Sendable {
  /// Has runs done and waits for them.
  ///
  /// A run whose result is not in the store then is done here, so that what is wrong with it is reported as ever.
  ///
  /// - Parameter runs: what is not in the store, in the order of the course; no key comes twice.
  /// - Returns: the runs that are to be given up instead, by their keys.
  func execute(_ runs: [ElsewhereRun]) async -> [String: LostRun]
}

/// Why a run was given up that was to be done elsewhere.
public struct LostRun: Sendable, Hashable {
  /// What happened.
  public var message: String
  /// What can be done.
  public var help: String?

  /// Gives a reason.
  public init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}

/// How a run ended that was done for another process.
public enum RunEnding: String, Sendable, Codable {
  /// Its result is in the store.
  case kept
  /// It fails, as it would anywhere.
  case failed
}
