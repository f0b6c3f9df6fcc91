/// A drawing as a file of its own: it needs no page around it, and programs that know little of style sheets show it.
///
/// Colours are those of a light page, written out; there is paper behind the drawing; what has frames stands still.
struct StandaloneDrawing {
  private let svg: String
  private let values: StyleValues

  /// Takes a drawing of a page.
  init(_ svg: String) {
    let still = stillDrawing(svg)
    self.svg = still
    values = StyleValues(Self.sheets(of: still))
  }

  /// The file, with a margin of paper around the drawing.
  var file: String {
    let start = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let view = attribute("viewBox", ofRootOf: svg)?.split(separator: " ").compactMap { Double($0) } ?? []
    guard view.count == 4, let size, size == (view[2], view[3]) else { return start + document() }
    let (width, height) = (view[2] + 2 * Self.margin, view[3] + 2 * Self.margin)
    return start
      + document(at: [
        "viewBox": "\(view[0] - Self.margin) \(view[1] - Self.margin) \(width) \(height)",
        "width": "\(width)",
        "height": "\(height)",
      ])
  }

  private static let margin = 12.0

  /// The drawing as one element.
  ///
  /// - Parameter place: the attributes by which it stands in another drawing; none for a file of its own.
  func document(at place: KeyValuePairs<String, String> = [:]) -> String {
    var result: [UInt8] = []
    var isInStyle = false
    for piece in MarkupScanner(svg) {
      switch piece {
      case .text(let text): if !isInStyle { result += text }
      case .tag(let bytes):
        if bytes.begins(with: "<style") || bytes.begins(with: "</style") {
          isInStyle = bytes.begins(with: "<style")
          if isInStyle { result += style.utf8 }
        } else if result.isEmpty, bytes.begins(with: "<svg") {
          result += root(bytes, at: place).utf8
        } else {
          result += StyleValues.refers(bytes) ? Array(values.resolved(bytes.text).utf8)[...] : bytes
        }
      }
    }
    return result[...].text
  }

  /// The width and the height that the drawing asks for.
  var size: (width: Double, height: Double)? {
    let view = attribute("viewBox", ofRootOf: svg)?.split(separator: " ").compactMap { Double($0) } ?? []
    let width = attribute("width", ofRootOf: svg).flatMap(Double.init) ?? (view.count == 4 ? view[2] : nil)
    let height = attribute("height", ofRootOf: svg).flatMap(Double.init) ?? (view.count == 4 ? view[3] : nil)
    guard let width, let height, width > 0, height > 0 else { return nil }
    return (width, height)
  }

  private func root(_ bytes: ArraySlice<UInt8>, at place: KeyValuePairs<String, String>) -> String {
    guard var tag = MarkupTag(bytes) else { return bytes.text }
    // How a page may shrink it means nothing in a file.
    tag["style"] = nil
    for (name, value) in place { tag[name] = value }
    let view = tag["viewBox"]?.split(separator: " ").map(String.init) ?? []
    let box = view.count == 4 ? view : ["0", "0", "100%", "100%"]
    let paper = values.resolved("var(--plot-paper)")
    return values.resolved(tag.text)
      + "<rect x=\"\(box[0])\" y=\"\(box[1])\" width=\"\(box[2])\" height=\"\(box[3])\" fill=\"\(paper)\"/>"
  }

  /// What is left of the style sheet without its properties and without what is for dark pages.
  private var style: String {
    let rules = Self.sheets(of: svg).flatMap(StyleRule.rules).compactMap { rule -> String? in
      let declarations = rule.declarations.filter { !$0.name.hasPrefix("--") }
      guard !declarations.isEmpty else { return nil }
      return "\(rule.selector){"
        + declarations.map { "\($0.name):\(values.resolved($0.value))" }.joined(separator: ";") + "}"
    }
    return rules.isEmpty ? "" : "<style>\(rules.joined())</style>"
  }

  private static func sheets(of svg: String) -> [String] {
    var sheets: [String] = []
    var isInStyle = false
    for piece in MarkupScanner(svg) {
      switch piece {
      case .tag(let bytes): isInStyle = bytes.begins(with: "<style")
      case .text(let text): if isInStyle { sheets.append(text.text) }
      }
    }
    return sheets
  }
}
