import Plotting

/// Makes the pictures by which other sites show pages.
public struct PictureMaker: Sendable {
  /// The width that sites ask for, in pixels.
  static let width = 1200
  /// The height that sites ask for, in pixels.
  static let height = 630

  private let raster: @Sendable (_ svg: String, _ width: Int, _ height: Int) -> [UInt8]?

  /// Takes what turns a drawing into a PNG of a size.
  public init(raster: @escaping @Sendable (_ svg: String, _ width: Int, _ height: Int) -> [UInt8]?) {
    self.raster = raster
  }

  /// The picture as a PNG: without the figure where that cannot be drawn.
  func picture(_ card: Card) -> [UInt8]? {
    if let bytes = raster(card.svg, Self.width, Self.height) { return bytes }
    var plain = card
    plain.figure = nil
    return raster(plain.svg, Self.width, Self.height)
  }
}

/// A picture with a title and a figure, as other sites show it beside a link.
struct Card {
  /// The title of the page.
  var title: String
  /// What stands above the title.
  var course: String
  /// What stands below it.
  var line: String?
  /// The figure; without one, words alone fill the picture.
  var figure: StandaloneDrawing?

  private static let fonts = "'Liberation Sans','Helvetica Neue',Helvetica,Arial,'DejaVu Sans',sans-serif"
  private static let margin = 64.0

  /// The picture.
  var svg: String {
    let box = figureBox
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630" \
      font-family="\(Self.fonts)"><rect width="1200" height="630" fill="#fdfcfa"/>\
      <rect width="1200" height="12" fill="#00685a"/>
      """
    svg += words(width: (box?.x ?? 1200) - Self.margin * (box == nil ? 2 : 1.75))
    if let figure, let box {
      svg += """
        <rect x="\(box.x - 20)" y="\(box.y - 20)" width="\(box.width + 40)" height="\(box.height + 40)" rx="10" \
        fill="#fff" stroke="#e2dfd8"/>
        """
      svg += figure.document(
        at: [
          "x": "\(box.x)", "y": "\(box.y)", "width": "\(box.width)", "height": "\(box.height)",
          "preserveAspectRatio": "xMidYMid meet",
        ])
    }
    return svg + "</svg>\n"
  }

  private struct Box {
    var x, y, width, height: Double
  }

  /// Where the figure stands: on the right half, as large as it fits.
  private var figureBox: Box? {
    guard let size = figure?.size else { return nil }
    let scale = min(600 / size.width, 480 / size.height)
    let (width, height) = ((size.width * scale).rounded(), (size.height * scale).rounded())
    return Box(
      x: 1200 - Self.margin - 20 - width, y: ((630 + 12 - height) / 2).rounded(), width: width, height: height
    )
  }

  private func words(width: Double) -> String {
    let title = title.withoutControls
    let size =
      [68.0, 58, 48, 40].first { WrappedText(title, width: width, size: $0, mostLines: 5).isWhole } ?? 36
    let lines = WrappedText(title, width: width, size: size, mostLines: 7).lines
    let height = Double(lines.count) * size * 1.16
    let top = max((630 + 12 - height) / 2, 140)
    var words = ""
    for (index, line) in WrappedText(course.withoutControls, width: width, size: 26, mostLines: 2).lines
      .enumerated()
    {
      words += text(line, size: 26, y: 76 + 34 * Double(index), color: "#00685a", weight: 600, width: width)
    }
    for (index, line) in lines.enumerated() {
      let y = top + size * (0.82 + 1.16 * Double(index))
      words += text(line, size: size, y: y, color: "#0f1216", weight: 700, width: width)
    }
    if let line { words += text(line, size: 26, y: 578, color: "#5d636c", weight: 400, width: width) }
    return words
  }

  private func text(
    _ text: String, size: Double, y: Double, color: String, weight: Int, width: Double
  ) -> String {
    let line = WrappedText(text.withoutControls, width: width, size: size, mostLines: 1).lines.first ?? ""
    var buffer = HTMLBuffer()
    buffer.open(
      "text",
      [
        "x": "\(Self.margin)", "y": "\(y.rounded())", "font-size": "\(size)", "font-weight": "\(weight)",
        "fill": color,
      ])
    buffer.text(line)
    buffer.close("text")
    return buffer.string
  }
}

extension PageMaker {
  /// The picture of a lesson, or without one of the whole course.
  func picture(of lesson: Int?) -> [UInt8]? {
    guard let pictures else { return nil }
    guard let lesson else {
      let drawing = outline.order.lazy.compactMap { outline.firstDrawing(of: $0) }.first
      let count = counted(outline.order.count, "lesson")
      return pictures.picture(Card(title: outline.title, course: "", line: count, figure: drawing))
    }
    let title = outline.title(of: lesson)
    return pictures.picture(
      Card(
        title: title, course: title == outline.title ? "" : outline.title,
        line: outline.run.course.lessons[lesson].frontMatter.subtitle,
        figure: outline.firstDrawing(of: lesson)))
  }
}

extension Outline {
  /// The first figure that a lesson shows, as a drawing of its own.
  fileprivate func firstDrawing(of lesson: Int) -> StandaloneDrawing? {
    let keys = downloads[lesson].keys
    guard let key = keys.first(where: { downloads[lesson].files[$0]?.drawing != nil }),
      case .figure(let figure)? = runs[lesson]?.directives[key.directive].run?.outcome.displays[key.display]
    else { return nil }
    return StandaloneDrawing(figure.svg)
  }
}
