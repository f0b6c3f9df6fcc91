import SourceText

extension InlineReader {
  /// Reads a text node, whose literal is the content without escapes and entities.
  mutating func readText(_ literal: Bytes, into result: inout [Inline]) {
    let end = position + literal.count
    let isVerbatim =
      end <= content.count && holds(literal)
      && (isBareAddress || !literal.contains { $0 == ASCII.backslash || $0 == ASCII.ampersand })
    if isVerbatim {
      let range = position..<end
      position = end
      readVerbatim(range, into: &result)
    } else {
      readEscaped(literal, into: &result)
    }
  }

  private func holds(_ literal: Bytes) -> Bool {
    for index in 0..<literal.count where literal[index] != content.bytes[position + index] { return false }
    return true
  }

  private mutating func readEscaped(_ literal: Bytes, into result: inout [Inline]) {
    var index = 0
    var start = position
    while index < literal.count, position < content.count {
      if let piece = piece(matching: literal, at: index) {
        readVerbatim(start..<position, into: &result)
        add(piece, into: &result)
        index += piece.replacement?.utf8.count ?? 0
        position = piece.range.upperBound
        start = position
      } else if literal[index] == content.bytes[position] {
        index += 1
        position += 1
      } else {
        // cmark drops line breaks in what looks like a footnote's label: the text goes on behind them.
        readVerbatim(start..<position, into: &result)
        position += 1
        start = position
      }
    }
    readVerbatim(start..<position, into: &result)
  }

  /// The escape at the position, if the literal holds what it stands for.
  private func piece(matching literal: Bytes, at index: Int) -> Unescaping.Piece? {
    guard let piece = Unescaping.piece(in: content.bytes, at: position) else { return nil }
    let isMeant = piece.replacement?.utf8.elementsEqual(
      literal[index...].prefix(piece.replacement?.utf8.count ?? 0))
    return isMeant == true ? piece : nil
  }

  private mutating func add(_ piece: Unescaping.Piece, into result: inout [Inline]) {
    guard isShown(piece.range.lowerBound) else { return }
    add(piece.replacement ?? "", from: piece.range)
    claimText?.append(piece, of: content)
  }

  /// Reads text that stands as it is in the content.
  private mutating func readVerbatim(_ range: Range<Int>, into result: inout [Inline]) {
    var clipped = range.clamped(to: visible)
    if consumed.contains(clipped.lowerBound) {
      clipped = max(clipped.lowerBound, min(consumed.upperBound, clipped.upperBound))..<clipped.upperBound
    }
    guard !clipped.isEmpty else { return }
    claimText?.append(content.mapped(clipped))
    guard isProse else { return add(content.bytes.string(clipped), from: clipped) }
    var start = clipped.lowerBound
    var offset = start
    while offset < clipped.upperBound {
      guard Self.isSpecial(content.bytes[offset]),
        let found = special(at: offset, in: clipped, after: result.last)
      else {
        offset += 1
        continue
      }
      if found.range.lowerBound > start {
        add(content.bytes.string(start..<found.range.lowerBound), from: start..<found.range.lowerBound)
      }
      flush(into: &result)
      found.apply(&result)
      offset = found.range.upperBound
      start = offset
    }
    if start < clipped.upperBound {
      add(content.bytes.string(start..<clipped.upperBound), from: start..<clipped.upperBound)
    }
  }

  /// A stretch of text that is more than text, and what becomes of it.
  struct Special {
    var range: Range<Int>
    var apply: (inout [Inline]) -> Void
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == ASCII.openBracket || byte == ASCII.closeBracket || byte == ASCII.at || byte == ASCII.openBrace
  }

  private mutating func special(at offset: Int, in range: Range<Int>, after last: Inline?) -> Special? {
    switch content.bytes[offset] {
    case ASCII.openBracket:
      if let citation = citationGroup(at: offset) { return citation }
      openBrackets.append(offset)
    case ASCII.closeBracket: closeBracket(at: offset)
    case ASCII.at: return reference(at: offset, in: range) ?? textualCitation(at: offset, in: range)
    case ASCII.openBrace where content.bytes.byte(offset + 1) == ASCII.hash:
      return label(at: offset, in: range, after: last)
    default: break
    }
    return nil
  }

  private func reference(at offset: Int, in range: Range<Int>) -> Special? {
    guard let found = LabelScanner.reference(in: content.bytes, at: offset, limit: range.upperBound) else {
      return nil
    }
    let span = content.span(found.range)
    let index = builder.references.count
    builder.references.append(Reference(kind: found.kind, name: found.name, span: span))
    return Special(range: found.range) { $0.append(Inline(.reference(index), span: span)) }
  }

  /// A label, which in running text belongs right behind a picture and nowhere else.
  private mutating func label(at offset: Int, in range: Range<Int>, after last: Inline?) -> Special? {
    guard let end = LabelScanner.end(of: content.bytes, at: offset) else { return nil }
    let span = content.span(offset..<end)
    if case .image(var image)? = last?.kind, let picture = last?.span, pending.text.isEmpty,
      image.label == nil,
      content.source(of: offset) == picture.end, end <= range.upperBound
    {
      guard let label = builder.label(in: content, offset..<end, for: .figure, at: span) else { return nil }
      image.label = label
      return Special(range: offset..<end) {
        $0[$0.count - 1].kind = .image(image)
        $0[$0.count - 1].span.end = span.end
      }
    }
    builder.reportMisplacedLabel(content.bytes.string(offset..<end), at: span)
    return nil
  }

  /// Closes a bracket of the text, and reports what looks like a claim and is none.
  private mutating func closeBracket(at offset: Int) {
    let opener = openBrackets.popLast()
    if LostClaim.begins(in: content.bytes, at: offset) {
      builder.reportLostClaim(LostClaim.span(in: content, from: opener ?? offset, bracket: offset))
    }
  }

  private mutating func add(_ text: String, from range: Range<Int>) {
    pending.range = (pending.text.isEmpty ? range.lowerBound : pending.range.lowerBound)..<range.upperBound
    pending.text += text
  }

  /// Adds the text that waits.
  mutating func flush(into result: inout [Inline]) {
    guard !pending.text.isEmpty else { return }
    result.append(Inline(.text(pending.text), span: content.span(pending.range)))
    pending = PendingText()
  }
}
