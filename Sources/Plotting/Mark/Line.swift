/// Points joined by straight lines; a value that is not finite leaves a gap.
public struct Line: Sendable, Hashable {
  /// How the line is interrupted.
  public enum Dash: Sendable, Hashable, CaseIterable {
    /// Not at all.
    case solid
    /// Long dashes.
    case dashed
    /// Dots.
    case dotted
    /// Dashes and dots in turn.
    case dashDotted
  }

  /// How far a line has come that grows from frame to frame: what is still to come steps back.
  public struct Progress: Sendable, Hashable {
    /// The position that is reached.
    public var reached: Double
    /// The positions that are reached in any frame; between them the line is drawn piece by piece, which frames share.
    public var stops: [Double]

    /// Makes a progress.
    public init(reached: Double, stops: [Double]) {
      self.reached = reached
      self.stops = stops
    }
  }

  /// The horizontal positions.
  public var x: [Double]
  /// The vertical positions.
  public var y: [Double]
  /// The name of the series, beside the line's end or in the legend.
  public var label: String?
  /// The colour; nil takes the next one.
  public var color: ColorRole?
  /// How the line is interrupted; nil chooses.
  public var dash: Dash?
  /// The width in CSS pixels.
  public var width: Double
  /// How far the line has come; nil draws it from end to end.
  public var progress: Progress?

  /// Makes a line.
  public init(
    x: [Double], y: [Double], label: String? = nil, color: ColorRole? = nil, dash: Dash? = nil,
    width: Double = 2, progress: Progress? = nil
  ) {
    self.x = x
    self.y = y
    self.label = label
    self.color = color
    self.dash = dash
    self.width = width
    self.progress = progress
  }
}
