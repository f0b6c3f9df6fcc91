/// Writes a scene down as one SVG that needs nothing else.
struct SVGWriter {
  private let identifier: String
  private let scene: Scene
  private var output = ""

  private static let fonts = "var(--plot-font,'Helvetica Neue',Helvetica,Arial,'Liberation Sans',sans-serif)"

  /// Prepares to write a scene whose ids all begin with an identifier.
  init(_ scene: Scene, identifier: String) {
    self.scene = scene
    self.identifier = identifier
  }

  /// The picture with a title and a description for screen readers.
  mutating func write(title: String, description: String) -> String {
    let (width, height) = (shortDecimal(scene.width), shortDecimal(scene.height))
    output = """
      <svg xmlns="http://www.w3.org/2000/svg" id="\(identifier)" role="img" \
      aria-labelledby="\(identifier)-title \(identifier)-desc" viewBox="0 0 \(width) \(height)" \
      width="\(width)" height="\(height)" style="max-width:100%;\(leastWidth)height:auto" \
      font-family="\(Self.fonts)" font-size="12" font-variant-numeric="tabular-nums" fill="none">
      <title id="\(identifier)-title">\(PlainText.escaped(title))</title>
      <desc id="\(identifier)-desc">\(PlainText.escaped(description))</desc>
      <style>\(StyleSheet(scene, identifier: identifier).text)</style>

      """
    write(scene, clips: "\(identifier)-clip-")
    return output + "</svg>\n"
  }

  /// Writes all that a scene holds; the identifiers of its clips begin alike.
  private mutating func write(_ scene: Scene, clips: String) {
    writeClips(scene.clips, clips)
    writePrints(scene.prints)
    scene.shapes.forEach { write($0, clips) }
    writeTexts(scene.texts)
    for (index, part) in scene.parts.enumerated() {
      let (x, y) = (shortDecimal(part.origin.x), shortDecimal(part.origin.y))
      output += "<g transform=\"translate(\(x) \(y))\">\n"
      write(part.scene, clips: "\(clips)\(index + 1)-")
      output += "</g>\n"
    }
  }

  private var leastWidth: String {
    scene.leastWidth.map { "min-width:\(shortDecimal($0))px;" } ?? ""
  }

  private mutating func writeClips(_ clips: [Rectangle], _ prefix: String) {
    for (index, clip) in clips.enumerated() {
      let attributes = "x=\"\(shortDecimal(clip.x))\" y=\"\(shortDecimal(clip.y))\" "
      let size = "width=\"\(shortDecimal(clip.width))\" height=\"\(shortDecimal(clip.height))\""
      output += "<clipPath id=\"\(prefix)\(index + 1)\"><rect \(attributes)\(size)/></clipPath>\n"
    }
  }

  /// Writes pictures of pixels: each is a mask through which ink is seen, so that it is right on any page.
  private mutating func writePrints(_ prints: [Print]) {
    for (index, print) in prints.enumerated() {
      let (name, box) = ("\(identifier)-print-\(index + 1)", print.box)
      let place =
        "x=\"\(shortDecimal(box.x))\" y=\"\(shortDecimal(box.y))\" "
        + "width=\"\(shortDecimal(box.width))\" height=\"\(shortDecimal(box.height))\""
      output += """
        <mask id="\(name)" maskUnits="userSpaceOnUse" \(place)><image \(place) preserveAspectRatio="none" \
        style="image-rendering:pixelated" href="\(print.picture.dataURI)"/></mask>
        <rect \(place) fill="\(StyleSheet.reference(.ink))" mask="url(#\(name))"/>

        """
    }
  }

  private mutating func write(_ shape: Shape, _ clips: String) {
    guard !shape.path.isEmpty else { return }
    var attributes: [(String, String)] = []
    if let fill = shape.fill { attributes.append(("fill", StyleSheet.reference(fill))) }
    if shape.opacity < 1 { attributes.append(("fill-opacity", shortDecimal(shape.opacity))) }
    if let stroke = shape.stroke {
      attributes.append(("stroke", StyleSheet.reference(stroke)))
      if shape.width != 1 { attributes.append(("stroke-width", shortDecimal(shape.width))) }
    }
    if shape.hasRoundEnds { attributes.append(("stroke-linecap", "round")) }
    if shape.stroke != nil && shape.width > 1 { attributes.append(("stroke-linejoin", "round")) }
    if !shape.dash.isEmpty {
      attributes.append(("stroke-dasharray", shape.dash.map { shortDecimal($0) }.joined(separator: " ")))
    }
    if shape.isCrisp { attributes.append(("shape-rendering", "crispEdges")) }
    if let clip = shape.clip { attributes.append(("clip-path", "url(#\(clips)\(clip + 1))")) }
    attributes.append(("d", shape.path.text))
    let frames = Self.attributes(of: shape.frames, still: scene.still)
    output += "<path" + frames + attributes.map { " \($0)=\"\($1)\"" }.joined() + "/>\n"
  }

  /// The frames that show an element; what the still picture lacks is hidden until a script shows it.
  private static func attributes(of frames: ClosedRange<Int>?, still: Int?) -> String {
    guard let frames, let still else { return "" }
    let range = " data-frames=\"\(frames.lowerBound)-\(frames.upperBound)\""
    return range + (frames.contains(still) ? " data-still=\"\"" : " display=\"none\"")
  }

  /// Writes all words, those of one appearance in one group.
  private mutating func writeTexts(_ texts: [PlacedText]) {
    var groups: [(appearance: Appearance, texts: [PlacedText])] = []
    var places: [Appearance: Int] = [:]
    for text in texts {
      let appearance = Appearance(text)
      if let place = places[appearance] {
        groups[place].texts.append(text)
      } else {
        places[appearance] = groups.count
        groups.append((appearance, [text]))
      }
    }
    for group in groups {
      let frames = Self.attributes(of: group.appearance.frames, still: scene.still)
      output += "<g\(frames)\(group.appearance.attributes)>\n"
      group.texts.forEach { write($0) }
      output += "</g>\n"
    }
  }

  private mutating func write(_ text: PlacedText) {
    let (x, y) = (shortDecimal(text.position.x), shortDecimal(text.position.y))
    let turn = text.angle == 0 ? "" : " transform=\"rotate(\(shortDecimal(text.angle)) \(x) \(y))\""
    output +=
      "<text x=\"\(x)\" y=\"\(y)\"\(turn)>\(RaisedDigits.markup(text.string, size: text.size))</text>\n"
  }
}

/// What words of one kind have in common.
private struct Appearance: Hashable {
  let size: Double
  let isBold: Bool
  let anchor: Text.Anchor
  let ink: Ink
  let haloWidth: Double
  let frames: ClosedRange<Int>?

  init(_ text: PlacedText) {
    size = text.size
    isBold = text.role.isBold
    anchor = text.anchor
    ink = text.ink
    // Words that interrupt a line need a wider gap.
    frames = text.frames
    haloWidth = !text.hasHalo ? 0 : (text.role == .level ? 6 : 4)
  }

  var attributes: String {
    var attributes = " fill=\"\(StyleSheet.reference(ink))\""
    if size != 12 { attributes += " font-size=\"\(shortDecimal(size))\"" }
    if isBold { attributes += " font-weight=\"600\"" }
    if anchor != .start { attributes += " text-anchor=\"\(anchor == .middle ? "middle" : "end")\"" }
    if haloWidth > 0 {
      attributes += " stroke=\"\(StyleSheet.reference(.paper))\" stroke-width=\"\(shortDecimal(haloWidth))\""
      attributes += " stroke-linejoin=\"round\" paint-order=\"stroke\""
    }
    return attributes
  }
}
