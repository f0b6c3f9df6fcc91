/// Everything in a picture at its place: what remains is to write it down.
package struct Scene: Sendable {
  package let width: Double
  package let height: Double
  /// The panels' inner rectangles.
  package var panels: [Rectangle] = []
  var shapes: [Shape] = []
  /// Pictures made of pixels, behind the shapes.
  var prints: [Print] = []
  /// All words.
  package var texts: [PlacedText] = []
  /// Pictures within this one.
  package var parts: [Part] = []
  /// The rectangles that shapes can be cut off at.
  var clips: [Rectangle] = []
  /// The width below which the picture cannot be read; nil where the page may decide.
  var leastWidth: Double?
  /// The frame, from 1, that is shown where nothing steps through the picture; nil where it has no frames.
  var still: Int?
}

extension Scene {
  /// A picture within another one.
  package struct Part: Sendable {
    /// Where its top left corner stands.
    package let origin: Point
    /// The picture.
    package let scene: Scene
  }
}

/// A picture made of pixels, printed in ink.
struct Print: Sendable {
  /// Where it stands.
  let box: Rectangle
  /// The picture: 255 is ink and 0 is none.
  let picture: GreyPNG
}

/// Something drawn with one path.
struct Shape: Sendable, Hashable {
  var path: PathData
  var fill: Ink?
  var stroke: Ink?
  var width = 1.0
  var dash: [Double] = []
  /// How much of what lies behind is covered, from 0 to 1.
  var opacity = 1.0
  var hasRoundEnds = false
  /// Whether edges are drawn without smoothing, so that neighbours meet without a seam.
  var isCrisp = false
  /// The clip that cuts it off, by its place in the scene.
  var clip: Int?
  /// The frames that show it; nil for all.
  var frames: ClosedRange<Int>?

  static func filled(_ path: PathData, _ ink: Ink) -> Shape {
    Shape(path: path, fill: ink)
  }

  static func stroked(_ path: PathData, _ ink: Ink, width: Double = 1) -> Shape {
    Shape(path: path, stroke: ink, width: width)
  }
}

extension Line.Dash {
  /// Lengths drawn and left out in turn, for a line of a width.
  func lengths(width: Double) -> [Double] {
    let unit = max(1, width)
    switch self {
    case .solid: return []
    case .dashed: return [3.5 * unit, 2 * unit]
    case .dotted: return [unit, 1.75 * unit]
    case .dashDotted: return [4.5 * unit, 1.75 * unit, unit, 1.75 * unit]
    }
  }
}
