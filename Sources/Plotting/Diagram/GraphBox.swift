/// The words of one box, line by line, and the room that they take.
struct GraphBox {
  /// Words at their distance from the box's left edge or to its right edge.
  struct Line {
    var left: PlacedText?
    var right: PlacedText?
  }

  let lines: [Line]
  let width: Double
  let height: Double

  private static let padding = 9.0
  private static let gap = 14.0
  private static let lineHeight = 16.0
  /// Up to this width the value and the derivative share a line.
  private static let sharedWidth = 112.0
  private static let narrowest = 44.0

  init(_ node: GraphDiagram.Node) {
    let formula = Self.text(node.formula, .ink, .note)
    let value = node.formula == node.value ? nil : Self.text(node.value, .seriesText(0), .seriesName)
    let derivative = node.derivative.map { Self.text($0, .seriesText(1), .seriesName) }
    let shared = (value?.width ?? 0) + Self.gap + (derivative?.width ?? 0)
    var lines = [Line(left: formula)]
    if shared <= max(formula.width, Self.sharedWidth) {
      if value != nil || derivative != nil { lines.append(Line(left: value, right: derivative)) }
    } else {
      if let value { lines.append(Line(left: value)) }
      if let derivative { lines.append(Line(right: derivative)) }
    }
    self.lines = lines
    let widest = lines.map { line in
      let both = line.left != nil && line.right != nil
      return (line.left?.width ?? 0) + (line.right?.width ?? 0) + (both ? Self.gap : 0)
    }.max()
    width = (max(Self.narrowest, widest ?? 0) + 2 * Self.padding).rounded(.up)
    height = Double(lines.count) * Self.lineHeight + 10
  }

  private static func text(_ string: String, _ ink: Ink, _ role: PlacedText.Role) -> PlacedText {
    let wrapping = TextWrapping(width: widestText, size: role.size, isBold: role.isBold)
    return PlacedText(wrapping.shortened(string), role, at: Point(0, 0), ink: ink)
  }

  /// No words are wider; the description has them whole.
  private static let widestText = 220.0

  /// The rectangle around a middle.
  func frame(around center: Point) -> Rectangle {
    Rectangle(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height)
  }

  /// The words at their places in a rectangle.
  func placed(in frame: Rectangle) -> [Line] {
    lines.enumerated().map { place, line in
      let middle = frame.y + 5 + (Double(place) + 0.5) * Self.lineHeight
      var (left, right) = (line.left, line.right)
      left?.position = Point(frame.x + Self.padding, middle + 12 * PlacedText.middle)
      right?.position = Point(frame.maxX - Self.padding, middle + 12 * PlacedText.middle)
      right?.anchor = .end
      return Line(left: left, right: right)
    }
  }
}

extension GraphDiagram {
  /// The room that each box needs.
  public var boxSizes: [(width: Double, height: Double)] {
    nodes.map { node in
      let box = GraphBox(node)
      return (box.width, box.height)
    }
  }

  /// The room that the words of each arrow need; nil for an arrow without words.
  public var labelSizes: [(width: Double, height: Double)?] {
    arrows.map { arrow in
      guard !arrow.label.isEmpty else { return nil }
      return (GraphPainter.label(arrow.label).width + 8, 20)
    }
  }
}
