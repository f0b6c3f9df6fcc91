/// What pages know of the preview that shows them.
public struct Preview: Sendable, Hashable {
  /// How often the course has changed since the preview began; pages load themselves again when it changes.
  public var version: Int
  /// Whether the preview also has the pages as they were when last nothing was wrong, behind `?last-good`.
  public var hasLastGood: Bool

  /// Describes a preview.
  public init(version: Int, hasLastGood: Bool) {
    self.version = version
    self.hasLastGood = hasLastGood
  }
}
