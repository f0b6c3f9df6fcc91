import LessonFormat
import SourceText

/// Writes a lesson as an indented tree, each node with its place: `line:column-line:column`, the end
/// exclusive.
struct LessonDumper {
  private let lesson: Lesson
  private var lines: [String] = []

  static func dump(_ lesson: Lesson) -> String {
    var dumper = LessonDumper(lesson)
    dumper.addLesson()
    return dumper.lines.joined(separator: "\n") + "\n"
  }

  private init(_ lesson: Lesson) { self.lesson = lesson }

  private mutating func addLesson() {
    for block in lesson.blocks { add(block, 0) }
    for footnote in lesson.footnotes {
      add("footnote \(footnote.number) \(footnote.label)", footnote.span, 0)
      for block in footnote.blocks { add(block, 1) }
    }
    for label in lesson.labels { add("label \(label.name)", label.span, 0) }
    for diagnostic in lesson.diagnostics {
      lines.append(
        "\(Self.place(diagnostic.start, diagnostic.end)) [\(diagnostic.code.rawValue)] \(diagnostic.message)")
    }
  }

  private mutating func add(_ text: String, _ span: Span, _ depth: Int) {
    let place = Self.place(lesson.file.position(of: span.start), lesson.file.position(of: span.end))
    lines.append(String(repeating: "  ", count: depth) + text + " @" + place)
  }

  private static func place(_ start: Position, _ end: Position) -> String {
    "\(start.line):\(start.column)-\(end.line):\(end.column)"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\n", with: "⏎").replacing("\r", with: "␍") + "\""
  }

  private mutating func add(_ block: Block, _ depth: Int) {
    switch block.kind {
    case .paragraph(let inlines):
      add("paragraph", block.span, depth)
      add(inlines, depth + 1)
    case .heading(let level, let inlines, let label):
      add("heading \(level)\(label.map { " {#\($0.name)}" } ?? "")", block.span, depth)
      add(inlines, depth + 1)
    case .quote(let blocks):
      add("quote", block.span, depth)
      for block in blocks { add(block, depth + 1) }
    case .callout(let callout, let blocks):
      add("callout \(callout.rawValue)", block.span, depth)
      for block in blocks { add(block, depth + 1) }
    case .list(let list): add(list, block.span, depth)
    case .code(let language, let text):
      add("code \(Self.quoted(language)) \(Self.quoted(text))", block.span, depth)
    case .table(let table): add(table, block.span, depth)
    case .mathematics(let mathematics, let label):
      add("display\(label.map { " {#\($0.name)}" } ?? "")", block.span, depth)
      add(mathematics, depth + 1)
    case .thematicBreak: add("break", block.span, depth)
    case .html(let text): add("html \(Self.quoted(text))", block.span, depth)
    case .directive(let index): add(lesson.directives[index], depth)
    }
  }

  private mutating func add(_ list: List, _ span: Span, _ depth: Int) {
    let kind = list.start.map { "from \($0)" } ?? "bullets"
    add("list \(kind)\(list.isTight ? " tight" : "")", span, depth)
    for item in list.items {
      add("item\(item.isDone.map { $0 ? " done" : " to do" } ?? "")", item.span, depth + 1)
      for block in item.blocks { add(block, depth + 2) }
    }
  }

  private mutating func add(_ table: Table, _ span: Span, _ depth: Int) {
    let alignments = table.alignments.map(\.rawValue).joined(separator: " ")
    add("table \(alignments)\(table.label.map { " {#\($0.name)}" } ?? "")", span, depth)
    for row in [table.header] + table.rows {
      for (column, cell) in row.enumerated() {
        lines.append(String(repeating: "  ", count: depth + 1) + (column == 0 ? "row cell" : "cell"))
        add(cell, depth + 2)
      }
    }
    if let caption = table.caption {
      lines.append(String(repeating: "  ", count: depth + 1) + "caption")
      add(caption, depth + 2)
    }
  }

  private mutating func add(_ directive: Directive, _ depth: Int) {
    let result = directive.result.map { " " + $0.value } ?? ""
    add("directive \(directive.name.value)\(result) \(Self.quoted(directive.source))", directive.span, depth)
    for (name, caption) in [
      ("figure", directive.display.figureCaption), ("table", directive.display.tableCaption),
    ] {
      guard let caption else { continue }
      lines.append(String(repeating: "  ", count: depth + 1) + name + " caption")
      add(caption, depth + 2)
    }
  }

  private mutating func add(_ mathematics: Mathematics, _ depth: Int) {
    for part in mathematics.parts {
      switch part {
      case .tex(let tex): add("tex \(Self.quoted(tex.text))", tex.span, depth)
      case .claim(let index): addClaim(index, depth)
      }
    }
  }

  private mutating func addClaim(_ index: Int, _ depth: Int) {
    let claim = lesson.claims[index]
    let title = claim.title.map { " title \(Self.quoted($0.text))" } ?? ""
    add("claim \(index) \(Self.quoted(claim.text.text))\(title)", claim.span, depth)
    add("= \(Self.quoted(claim.expression.text))", claim.expression.span, depth + 1)
    add("text", claim.textSpan, depth + 1)
    add(claim.content, depth + 1)
  }

  private mutating func add(_ inlines: [Inline], _ depth: Int) {
    for inline in inlines { add(inline, depth) }
  }

  private mutating func add(_ inline: Inline, _ depth: Int) {
    switch inline.kind {
    case .text(let text): add("text \(Self.quoted(text))", inline.span, depth)
    case .softBreak: add("soft break", inline.span, depth)
    case .lineBreak: add("line break", inline.span, depth)
    case .code(let text): add("code \(Self.quoted(text))", inline.span, depth)
    case .html(let text): add("html \(Self.quoted(text))", inline.span, depth)
    case .footnote(let number): add("footnote \(number)", inline.span, depth)
    case .claim(let index): addClaim(index, depth)
    case .reference(let index): add("reference \(lesson.references[index].name)", inline.span, depth)
    case .citation(let index):
      let items = lesson.citations[index].items.map {
        "\(Self.quoted($0.prefix)) \($0.key.value) \(Self.quoted($0.suffix))"
      }
      add("citation \(items.joined(separator: "; "))", inline.span, depth)
    case .image(let image):
      let label = image.label.map { " {#\($0.name)}" } ?? ""
      add("image \(image.source) \(Self.quoted(image.alternative))\(label)", inline.span, depth)
    case .mathematics(let mathematics):
      add(mathematics.isDisplay ? "display mathematics" : "mathematics", inline.span, depth)
      add(mathematics, depth + 1)
    case .emphasis, .strong, .strikethrough, .link: addNested(inline, depth)
    }
  }

  private mutating func addNested(_ inline: Inline, _ depth: Int) {
    switch inline.kind {
    case .emphasis(let inner):
      add("emphasis", inline.span, depth)
      add(inner, depth + 1)
    case .strong(let inner):
      add("strong", inline.span, depth)
      add(inner, depth + 1)
    case .strikethrough(let inner):
      add("strikethrough", inline.span, depth)
      add(inner, depth + 1)
    case .link(let destination, let title, let inner):
      add("link \(destination)\(title.isEmpty ? "" : " " + Self.quoted(title))", inline.span, depth)
      add(inner, depth + 1)
    default: break
    }
  }
}
