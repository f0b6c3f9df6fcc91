/// Words at a place; they are moved as little as keeps them inside the panel and off other words.
public struct Text: Sendable, Hashable {
  /// Which part of the words stands at the place.
  public enum Anchor: Sendable, Hashable {
    /// Their start: they run to the right of it.
    case start
    /// Their middle.
    case middle
    /// Their end: they run up to it from the left.
    case end
  }

  /// The horizontal position.
  public var x: Double
  /// The vertical position.
  public var y: Double
  /// The words.
  public var string: String
  /// Which part of them stands at the place.
  public var anchor: Anchor
  /// The colour.
  public var color: ColorRole

  /// Makes words at a place.
  public init(
    x: Double, y: Double, _ string: String, anchor: Anchor = .middle, color: ColorRole = .ink
  ) {
    self.x = x
    self.y = y
    self.string = string
    self.anchor = anchor
    self.color = color
  }
}
