/// What an experiment may know about the directive that runs it, besides its parameters.
public struct Context: Sendable {
  /// A name for the directive that is unique on its page; drawings use it for the identifiers inside them.
  public let identifier: String
  /// The width the author asked for, in CSS pixels.
  public let figureWidth: Double?
  /// The height the author asked for, in CSS pixels.
  public let figureHeight: Double?

  /// Makes a context.
  public init(identifier: String, figureWidth: Double? = nil, figureHeight: Double? = nil) {
    self.identifier = identifier
    self.figureWidth = figureWidth
    self.figureHeight = figureHeight
  }
}
