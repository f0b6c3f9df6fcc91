import Engine
import LessonFormat

/// Walks over a lesson in the order of its page, and keeps the words.
struct ProseReader {
  let run: LessonRun
  let index: Int
  let labels: LabelIndex
  private var headings: ArraySlice<Anchors.Heading>
  /// The words of the section so far; spaces are put right at its end.
  private var text = ""
  /// The paragraph that was read last, which leads to the formula below it.
  private var paragraph = ""
  private(set) var prose = LessonProse()
  /// Whether footnotes or Markdown of a parameter are being read, whose headings begin no section.
  private var isAside = false
  /// Footnotes that the section refers to, and all that were read.
  private var footnotes: [Int] = []
  private var readFootnotes: Set<Int> = []

  init(_ run: LessonRun, at index: Int, labels: LabelIndex) {
    self.run = run
    self.index = index
    self.labels = labels
    headings = labels.anchors(of: index).headings[...]
  }

  private var lesson: Lesson { run.lesson }

  mutating func read() -> LessonProse {
    read(lesson.blocks)
    endSection()
    for section in prose.sections where !section.anchor.isEmpty {
      prose.labelled[section.anchor] = section.text
    }
    return prose
  }

  // MARK: Blocks

  private mutating func read(_ blocks: [Block]) {
    for block in blocks { read(block) }
  }

  private mutating func read(_ block: Block) {
    switch block.kind {
    case .paragraph(let content): readParagraph(content)
    case .heading(_, let content, _): readHeading(content)
    case .quote(let inner), .callout(_, let inner): read(inner)
    case .list(let list): for item in list.items { read(item.blocks) }
    case .table(let table): read(table)
    case .mathematics(_, let label):
      prose.formulas += 1
      if let label { prose.labelled[label.name] = paragraph }
    case .code(_, let code): prose.linesOfCode += code.utf8.count { $0 == UInt8(ascii: "\n") }
    case .directive(let directive): readDirective(directive)
    case .thematicBreak, .html: break
    }
  }

  private mutating func readParagraph(_ content: [Inline]) {
    paragraph = add { $0.read(content) }
  }

  private mutating func readHeading(_ content: [Inline]) {
    guard !isAside, let heading = headings.popFirst() else { return readParagraph(content) }
    endSection()
    let words = add { $0.read(content) }
    text = ""
    prose.sections.append(LessonProse.Section(anchor: heading.anchor, heading: words))
  }

  private mutating func endSection() {
    while !footnotes.isEmpty {
      let number = footnotes.removeFirst()
      guard lesson.footnotes.indices.contains(number - 1) else { continue }
      aside { $0.read($0.lesson.footnotes[number - 1].blocks) }
    }
    prose.sections[prose.sections.count - 1].text = text.squeezed
    text = ""
  }

  private mutating func read(_ table: Table) {
    prose.tables += 1
    for cell in table.header + table.rows.flatMap(\.self) { _ = add { $0.read(cell) } }
    let caption = add { $0.read(table.caption ?? []) }
    if let label = table.label { prose.labelled[label.name] = caption }
  }

  // MARK: Directives

  private mutating func readDirective(_ index: Int) {
    let directive = lesson.directives[index]
    prose.directiveSections[index] = prose.sections[prose.sections.count - 1].anchor
    if directive.code != nil, directive.display.showsSource {
      prose.linesOfCode += directive.source.utf8.count { $0 == UInt8(ascii: "\n") }
    }
    guard directive.display.showsOutput else { return }
    if let exercise = directive.exercise { read(exercise, of: index) }
    if let term = directive.term {
      let definition = aside {
        $0.text += "\(term.words): "
        return $0.add { $0.read(term.definition) }
      }
      prose.captions[index] = definition
      prose.labelled[term.label] = definition
    }
    for display in run.directives[index].run?.outcome.displays ?? [] { read(display) }
    readCaptions(of: directive, index)
  }

  private mutating func read(_ exercise: Exercise, of index: Int) {
    let question = aside { reader in reader.add { $0.read(exercise.question) } }
    prose.captions[index] = question
    if let result = lesson.directives[index].result?.value {
      prose.labelled[Label.Kind.exercise.label(result)] = question
    }
    guard case .chosen(let choices, _) = exercise.answer else { return }
    for choice in choices { _ = aside { reader in reader.add { $0.read(choice.content) } } }
  }

  private mutating func read(_ display: Display) {
    switch display {
    case .figure: prose.figures += 1
    case .table: prose.tables += 1
    case .derivation(let derivation): prose.formulas += derivation.lines.count
    }
  }

  /// Captions of what is there to have one.
  private mutating func readCaptions(of directive: Directive, _ index: Int) {
    let kinds = Set((run.directives[index].run?.outcome.displays ?? []).compactMap(\.labelKind))
    let captions = [
      (Label.Kind.figure, directive.display.figureCaption), (.table, directive.display.tableCaption),
    ]
    for case (let kind, let caption?) in captions where kinds.contains(kind) {
      let words = add { $0.read(caption) }
      prose.captions[index] = prose.captions[index] ?? words
      if let result = directive.result?.value { prose.labelled[kind.label(result)] = words }
    }
  }

  // MARK: Text

  /// Adds what somebody reads as words of their own, and gives them.
  private mutating func add(_ content: (inout ProseReader) -> Void) -> String {
    let before = text
    text = ""
    content(&self)
    let words = text.squeezed
    text = before
    text += words
    text += " "
    return words
  }

  private mutating func aside<Result>(_ content: (inout ProseReader) -> Result) -> Result {
    let wasAside = isAside
    isAside = true
    defer { isAside = wasAside }
    return content(&self)
  }

  private mutating func read(_ inlines: [Inline]) {
    for inline in inlines { read(inline) }
  }

  private mutating func read(_ inline: Inline) {
    switch inline.kind {
    case .text(let words), .code(let words): text += words
    case .softBreak, .lineBreak: text += " "
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner):
      read(inner)
    case .image(let image): read(image)
    case .footnote(let number): if readFootnotes.insert(number).inserted { footnotes.append(number) }
    case .mathematics(let mathematics): text += words(of: mathematics)
    case .claim(let claim): readClaim(claim)
    case .reference(let reference):
      guard case .found(let target) = labels.resolve(lesson.references[reference], from: index) else {
        return
      }
      text += target.name
    case .citation(let citation): read(lesson.citations[citation])
    case .html: break
    }
  }

  /// Of a citation what stands around its works is read; their names are in the list of references.
  private mutating func read(_ citation: Citation) {
    text += citation.items.map { "\($0.prefix) \($0.suffix)" }.joined(separator: " ")
  }

  private mutating func read(_ image: Image) {
    prose.figures += 1
    let words = image.title.isEmpty ? image.alternative : image.title
    text += words
    if let label = image.label { prose.labelled[label.name] = words }
  }

  private mutating func readClaim(_ index: Int) {
    if case .inserted(let value) = run.claims[index].verdict {
      text += value.plain
    } else {
      read(lesson.claims[index].content)
    }
  }

  /// A formula that reads as it is written, such as `n + 1`; of others nobody could read the TeX.
  private func words(of mathematics: Mathematics) -> String {
    let tex = mathematics.tex(claims: run.claims, of: lesson)
    return tex.utf8.contains { [UInt8(ascii: "\\"), UInt8(ascii: "{")].contains($0) } ? "…" : tex
  }
}
