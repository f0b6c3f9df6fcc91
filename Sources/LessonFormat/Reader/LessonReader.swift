import SourceText

/// Reads lessons: Markdown with front matter, mathematics, claims and directives.
///
/// Reading never fails: whatever is wrong is in the lesson's diagnostics, and the lesson holds what could
/// be read.
public struct LessonReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads a lesson.
  public func read(_ file: SourceFile) -> Lesson {
    guard file.bytes.count <= Limits.bytes else { return refused(file) }
    let repaired = TextCheck.repair(file)
    return (repaired?.bytes ?? file.bytes).withUnsafeBufferPointer { bytes in
      read(bytes, of: file, mistakes: repaired?.diagnostics ?? [])
    }
  }

  private func read(_ bytes: Bytes, of file: SourceFile, mistakes: [Diagnostic]) -> Lesson {
    let block = FrontMatterBlock(bytes, in: file)
    let source = LessonSource(file: file, bytes: bytes, firstLine: block.firstLine)
    var early = mistakes
    let frontMatter = frontMatter(block, in: file, &early)
    if let mistake = StructureCheck.firstMistake(in: source) {
      return lesson(LessonBuilder(source, footnotes: FootnoteIndex()), frontMatter, [], early + [mistake])
    }
    var cost = InlineCost()
    let body = Bytes(rebasing: bytes[min(source.bodyStart, bytes.count)...])
    let tree = MarkdownTree(body) { root in early += cost.emptyCostlyTexts(below: root, in: source) }
    guard let tree, let root = tree.root else {
      return lesson(LessonBuilder(source, footnotes: FootnoteIndex()), frontMatter, [], early)
    }
    let footnotes = FootnoteIndex(root, in: source)
    let builder = LessonBuilder(source, footnotes: footnotes, inlineCost: cost)
    builder.report(early)
    var reader = BlockReader(builder, tree: tree)
    let blocks = reader.document()
    builder.reportUnusedFootnotes(root)
    return lesson(builder, frontMatter, blocks, [])
  }

  private func frontMatter(
    _ block: FrontMatterBlock, in file: SourceFile, _ mistakes: inout [Diagnostic]
  ) -> FrontMatter {
    var result = FrontMatter()
    if let diagnostic = block.diagnostic { mistakes.append(diagnostic) }
    if let yaml = block.yaml {
      let (datum, problems) = YAMLReader.read(yaml, in: file, code: .frontMatter)
      mistakes += problems
      if let datum {
        let (read, problems) = FrontMatterReader.read(datum, in: file)
        result = read
        mistakes += problems
      }
    }
    if result.title.isEmpty { result.title = Self.stem(of: file.path) }
    return result
  }

  private func lesson(
    _ builder: LessonBuilder, _ frontMatter: FrontMatter, _ blocks: [Block], _ mistakes: [Diagnostic]
  ) -> Lesson {
    Lesson(
      file: builder.source.file, frontMatter: frontMatter, blocks: blocks,
      footnotes: builder.footnoteTexts.sorted { $0.number < $1.number }, directives: builder.directives,
      claims: builder.claims, labels: builder.labels.sorted { $0.span.start < $1.span.start },
      references: builder.references, citations: builder.citations,
      diagnostics: (builder.diagnostics + mistakes).sorted())
  }

  private func refused(_ file: SourceFile) -> Lesson {
    var frontMatter = FrontMatter()
    frontMatter.title = Self.stem(of: file.path)
    let message = "a lesson of \(file.bytes.count) bytes: more than \(Limits.bytes) are not read"
    let diagnostic = Diagnostic(
      .markdown, in: file, at: Span(at: 0), message,
      help: "divide it into lessons; large data belong in CSV files")
    return Lesson(
      file: file, frontMatter: frontMatter, blocks: [], footnotes: [], directives: [], claims: [], labels: [],
      references: [], diagnostics: [diagnostic])
  }

  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
  }
}
