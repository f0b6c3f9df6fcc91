import LessonFormat

extension LessonWriter {
  mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  private mutating func write(_ block: Block) {
    switch block.kind {
    case .paragraph(let content): writeParagraph(content)
    case .heading(let level, let content, _): writeHeading(level, content)
    case .quote(let inner):
      html.markup("<blockquote>\n")
      write(inner)
      html.markup("</blockquote>\n")
    case .callout(let callout, let inner): write(callout, inner)
    case .list(let list): write(list)
    case .code(let language, let code): writeCode(code, language: language)
    case .table(let table): write(table)
    case .mathematics(let mathematics, let label): writeEquation(mathematics, label: label)
    case .thematicBreak: html.markup("<hr>\n")
    case .html(let source): writeHTML(source)
    case .directive(let directive): writeDirective(directive)
    }
  }

  private mutating func writeParagraph(_ content: [Inline]) {
    if content.count == 1, case .image(let image) = content[0].kind,
      image.label != nil || !image.title.isEmpty
    {
      writeFigure(image)
      return
    }
    html.markup("<p>")
    write(content)
    html.markup("</p>\n")
  }

  private mutating func writeHeading(_ level: Int, _ content: [Inline]) {
    // Headings within footnotes and parameters are not in the list of anchors.
    let heading = isInFootnotes || isInParameter ? nil : headings.popFirst()
    let level = min(level + headingShift, 6)
    open(heading: level, id: heading?.anchor)
    write(content)
    if let heading, !isOnPaper {
      html.open(
        "a", ["class": "anchor", "href": fragmentURL(heading.anchor), "aria-label": "Link to this section"])
      html.markup("#</a>")
    }
    close(heading: level)
    html.markup("\n")
  }

  private mutating func open(heading level: Int, id: String?) {
    switch level {
    case ...2: html.open("h2", ["id": id])
    case 3: html.open("h3", ["id": id])
    case 4: html.open("h4", ["id": id])
    case 5: html.open("h5", ["id": id])
    default: html.open("h6", ["id": id])
    }
  }

  private mutating func close(heading level: Int) {
    switch level {
    case ...2: html.close("h2")
    case 3: html.close("h3")
    case 4: html.close("h4")
    case 5: html.close("h5")
    default: html.close("h6")
    }
  }

  private mutating func write(_ callout: Callout, _ inner: [Block]) {
    let (name, title) = callout.appearance
    html.open("div", ["class": "callout \(name)", "role": "note", "aria-label": title])
    html.element("p", ["class": "callout-title", "aria-hidden": "true"], title)
    html.markup("\n")
    write(inner)
    html.markup("</div>\n")
  }

  mutating func writeCode(_ code: String, language: String) {
    html.markup("<pre>")
    html.open("code", ["class": language.isEmpty ? nil : "language-\(language)"])
    html.fragment(highlighted(code, language: language))
    html.markup("</code></pre>\n")
  }

  private mutating func writeHTML(_ source: String) {
    if outline.run.course.file.allowsHTML {
      html.fragment(source)
    } else {
      html.element("p", [:], source)
      html.markup("\n")
    }
  }
}

extension Callout {
  /// The callout's class and its title.
  fileprivate var appearance: (name: String, title: String) {
    switch self {
    case .note: ("note", "Note")
    case .tip: ("tip", "Tip")
    case .important: ("important", "Important")
    case .warning: ("warning", "Warning")
    case .caution: ("caution", "Caution")
    }
  }
}
