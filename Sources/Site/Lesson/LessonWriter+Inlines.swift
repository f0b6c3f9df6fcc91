import Engine
import LessonFormat

extension LessonWriter {
  mutating func write(_ inlines: [Inline]) {
    var rest = inlines[...]
    while let inline = rest.popFirst() {
      if case .mathematics = inline.kind, case .text(let text)? = rest.first?.kind,
        let mark = text.openingMark
      {
        writeUnbroken(inline, mark)
        html.text(String(text.dropFirst(mark.count)))
        rest.removeFirst()
      } else {
        write(inline)
      }
    }
  }

  /// A formula with the comma behind it: browsers would break the line between them.
  private mutating func writeUnbroken(_ formula: Inline, _ mark: String) {
    html.markup("<span class=\"unbroken\">")
    write(formula)
    html.text(mark)
    html.markup("</span>")
  }

  private mutating func write(_ inline: Inline) {
    switch inline.kind {
    case .text(let text): html.text(text)
    case .softBreak: html.markup("\n")
    case .lineBreak: html.markup("<br>\n")
    case .code(let code): html.element("code", [:], code)
    case .emphasis(let inner): write(inner, in: "em")
    case .strong(let inner): write(inner, in: "strong")
    case .strikethrough(let inner): write(inner, in: "del")
    case .link(let destination, let title, let inner): writeLink(to: destination, title: title, inner)
    case .image(let image): writeImage(image)
    case .html(let source):
      if outline.run.course.file.allowsHTML { html.fragment(source) } else { html.text(source) }
    case .footnote(let number): writeFootnoteReference(number)
    case .mathematics(let mathematics): writeFormula(mathematics)
    case .claim(let claim): writeClaim(claim)
    case .reference(let reference): write(lesson.references[reference])
    case .citation(let citation): writeCitation(citation)
    }
  }

  private mutating func write(_ inner: [Inline], in tag: StaticString) {
    html.open(tag)
    write(inner)
    html.close(tag)
  }

  private mutating func writeLink(to destination: String, title: String, _ inner: [Inline]) {
    let isOutermost = !isInLink
    let title = title.isEmpty ? nil : title
    switch outline.destination(of: destination, from: index, on: page) {
    case .external(let url) where isOutermost:
      html.open("a", ["href": url, "title": title, "rel": "noopener"])
    case .inside(let url) where isOutermost: html.open("a", ["href": url, "title": title])
    default:
      write(inner)
      return
    }
    isInLink = true
    write(inner)
    isInLink = false
    html.markup("</a>")
  }

  /// A picture of the course; words stand for one from elsewhere, which would need the network.
  mutating func writeImage(_ image: Image, isInFigure: Bool = false) {
    guard outline.file(for: image.source, from: index) != nil,
      case .inside(let url) = outline.destination(of: image.source, from: index, on: page)
    else {
      html.text(image.alternative)
      return
    }
    let title = isInFigure || image.title.isEmpty ? nil : image.title
    html.open(
      "img",
      ["src": url, "alt": image.alternative, "title": title, "id": isInFigure ? nil : image.label?.name])
  }

  /// A picture that stands alone, with its title as its caption.
  mutating func writeFigure(_ image: Image) {
    html.open("figure", ["id": image.label?.name])
    html.markup("\n")
    writeImage(image, isInFigure: true)
    html.markup("\n<figcaption>")
    if let label = image.label, let number = numbering.labels[label.name] {
      writeNumber("Figure", number)
    }
    html.text(image.title)
    html.markup("</figcaption>\n</figure>\n")
  }

  /// The number at the beginning of a caption.
  mutating func writeNumber(_ noun: String, _ number: ItemNumber) {
    html.element("span", ["class": "number"], "\(noun) \(number).")
    html.markup(" ")
  }
}

extension String {
  /// The punctuation that the text begins with; nil where it begins otherwise.
  fileprivate var openingMark: String? {
    let mark = prefix { ",.;:!?)]”’…".contains($0) }
    return mark.isEmpty ? nil : String(mark)
  }
}
