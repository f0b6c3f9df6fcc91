/// A chart: axes, marks and a title, from which a picture and a text for screen readers are made.
///
///     let chart = Chart(
///       title: "Loss", x: Axis("step", scale: .steps), y: Axis("loss", unit: "nats", scale: .logarithmic),
///       marks: [.line(Line(x: steps, y: losses, label: "training"))])
///     let picture = try chart.svg(identifier: "fig-loss")
public struct Chart: Sendable, Hashable {
  /// What the chart shows, above it.
  public var title: String?
  /// A second, quieter line under the title.
  public var subtitle: String?
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// What is drawn, from the back to the front; with `facets`, in every panel behind the panel's own marks.
  public var marks: [Mark]
  /// Several panels with shared axes, or nil for one panel.
  public var facets: Facets?
  /// Width and height in CSS pixels.
  public var size: Size
  /// Sentences that begin the description, for what the marks alone cannot tell.
  public var remarks: [String] = []

  /// Makes a chart of one panel, or of several with `facets`.
  public init(
    title: String? = nil, subtitle: String? = nil, x: Axis = Axis(), y: Axis = Axis(), marks: [Mark] = [],
    facets: Facets? = nil, size: Size = Size()
  ) {
    self.title = title
    self.subtitle = subtitle
    self.x = x
    self.y = y
    self.marks = marks
    self.facets = facets
    self.size = size
  }

  /// Width and height in CSS pixels.
  public struct Size: Sendable, Hashable {
    /// The width; a picture grows beyond it where labels alone would fill it.
    public var width: Double
    /// The height; a chart whose labels need more room grows beyond it.
    public var height: Double

    /// Makes a size.
    public init(width: Double = 640, height: Double = 360) {
      self.width = width
      self.height = height
    }
  }

  /// The panels to draw: the facets, or one without a title.
  var panels: [Panel] {
    guard let facets else { return [Panel(title: nil, marks: marks)] }
    return facets.panels.map { Panel(title: $0.title, marks: marks + $0.marks) }
  }
}
