import SourceText

/// Leads what was read from a cut-out text back: its places to the file, its indices to the lesson's lists.
struct Relocation {
  /// The text that was read.
  let origin: MappedText
  /// The index in the lesson of the text's first claim.
  let firstClaim: Int
  /// The index in the lesson of the text's first reference.
  let firstReference: Int
  /// The index in the lesson of the text's first citation.
  let firstCitation: Int

  func moved(_ block: Block) -> Block { Block(moved(block.kind), span: moved(block.span)) }

  func moved(_ claim: Claim) -> Claim {
    Claim(
      text: claim.text.relocated(through: origin), content: moved(claim.content),
      expression: claim.expression.relocated(through: origin),
      title: claim.title?.relocated(through: origin), isMathematics: claim.isMathematics,
      textSpan: moved(claim.textSpan), span: moved(claim.span))
  }

  func moved(_ reference: Reference) -> Reference {
    Reference(kind: reference.kind, name: reference.name, span: moved(reference.span))
  }

  func moved(_ citation: Citation) -> Citation {
    var citation = citation
    citation.span = moved(citation.span)
    for index in citation.items.indices {
      citation.items[index].key.span = moved(citation.items[index].key.span)
    }
    return citation
  }

  private func moved(_ span: Span) -> Span { origin.span(of: span.start..<span.end) }

  private func moved(_ label: Label?) -> Label? {
    label.map { Label(kind: $0.kind, name: $0.name, span: moved($0.span)) }
  }

  private func moved(_ kind: Block.Kind) -> Block.Kind {
    switch kind {
    case .paragraph(let content): .paragraph(moved(content))
    case .heading(let level, let content, let label):
      .heading(level: level, moved(content), label: moved(label))
    case .quote(let blocks): .quote(blocks.map(moved))
    case .callout(let callout, let blocks): .callout(callout, blocks.map(moved))
    case .list(let list): .list(moved(list))
    case .table(let table): .table(moved(table))
    case .mathematics(let mathematics, let label): .mathematics(moved(mathematics), label: moved(label))
    case .code, .thematicBreak, .html, .directive: kind
    }
  }

  private func moved(_ list: List) -> List {
    let items = list.items.map { item in
      List.Item(isDone: item.isDone, blocks: item.blocks.map(moved), span: moved(item.span))
    }
    return List(start: list.start, isTight: list.isTight, items: items)
  }

  private func moved(_ table: Table) -> Table {
    Table(
      alignments: table.alignments, header: table.header.map(moved), rows: table.rows.map { $0.map(moved) },
      caption: table.caption.map(moved), label: moved(table.label))
  }

  private func moved(_ inlines: [Inline]) -> [Inline] {
    inlines.map { Inline(moved($0.kind), span: moved($0.span)) }
  }

  private func moved(_ kind: Inline.Kind) -> Inline.Kind {
    switch kind {
    case .emphasis(let inner): return .emphasis(moved(inner))
    case .strong(let inner): return .strong(moved(inner))
    case .strikethrough(let inner): return .strikethrough(moved(inner))
    case .link(let destination, let title, let inner):
      return .link(destination: destination, title: title, moved(inner))
    case .image(var image):
      image.label = moved(image.label)
      return .image(image)
    case .mathematics(let mathematics): return .mathematics(moved(mathematics))
    case .claim(let index): return .claim(index + firstClaim)
    case .reference(let index): return .reference(index + firstReference)
    case .citation(let index): return .citation(index + firstCitation)
    case .text, .softBreak, .lineBreak, .code, .html, .footnote: return kind
    }
  }

  private func moved(_ mathematics: Mathematics) -> Mathematics {
    let parts = mathematics.parts.map { part -> Mathematics.Part in
      switch part {
      case .tex(let tex): .tex(tex.relocated(through: origin))
      case .claim(let index): .claim(index + firstClaim)
      }
    }
    return Mathematics(parts: parts, isDisplay: mathematics.isDisplay, span: moved(mathematics.span))
  }
}
