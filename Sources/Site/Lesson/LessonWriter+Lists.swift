import LessonFormat

extension LessonWriter {
  mutating func write(_ list: List) {
    if let start = list.start {
      html.open("ol", ["start": start == 1 ? nil : String(start)])
    } else {
      html.markup("<ul>")
    }
    html.markup("\n")
    for item in list.items { write(item, isTight: list.isTight) }
    if list.start == nil { html.markup("</ul>\n") } else { html.markup("</ol>\n") }
  }

  private mutating func write(_ item: List.Item, isTight: Bool) {
    html.open("li", ["class": item.isDone == nil ? nil : "task"])
    if let isDone = item.isDone {
      html.open("span", ["class": "box", "role": "img", "aria-label": isDone ? "done" : "to do"])
      if isDone { html.markup("☑</span>") } else { html.markup("☐</span>") }
    }
    for block in item.blocks {
      if isTight, case .paragraph(let content) = block.kind {
        write(content)
        html.markup("\n")
      } else {
        write([block])
      }
    }
    html.markup("</li>\n")
  }
}
