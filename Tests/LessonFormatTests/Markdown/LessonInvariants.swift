import LessonFormat
import SourceText

/// What holds for every lesson, whatever its text: places lie in the file, in order, and lead to what they
/// are the places of.
struct LessonInvariants {
  private let lesson: Lesson
  /// What does not hold.
  private(set) var violations: [String] = []
  /// How many pieces of text were compared with the file.
  private(set) var compared = 0

  init(_ lesson: Lesson) {
    self.lesson = lesson
    for block in lesson.blocks { check(block) }
    for footnote in lesson.footnotes {
      check(footnote.span, "footnote")
      begins(footnote.span, ["[^"], "footnote")
      for block in footnote.blocks { check(block) }
    }
    for label in lesson.labels { begins(label.span, ["{#"], "label") }
    for reference in lesson.references { equals(reference.span, "@" + reference.name, "reference") }
    for claim in lesson.claims { check(claim) }
    checkOrder()
  }

  private mutating func checkOrder() {
    for (first, second) in zip(lesson.claims, lesson.claims.dropFirst())
    where first.span.start > second.span.start {
      violations.append("claims out of order at \(second.span)")
    }
    for (first, second) in zip(lesson.directives, lesson.directives.dropFirst())
    where first.span.start > second.span.start {
      violations.append("directives out of order at \(second.span)")
    }
    if lesson.diagnostics != lesson.diagnostics.sorted() { violations.append("diagnostics out of order") }
  }

  private mutating func check(_ span: Span, _ what: String) {
    if span.start < 0 || span.end > lesson.file.bytes.count || span.end < span.start {
      violations.append("\(what) \(span) outside the file")
    }
  }

  private func slice(_ span: Span) -> String { lesson.file.text(in: span) }

  private mutating func equals(_ span: Span, _ text: String, _ what: String) {
    check(span, what)
    compared += 1
    if slice(span) != text { violations.append("\(what) «\(text)» stands at «\(slice(span))» \(span)") }
  }

  private mutating func begins(_ span: Span, _ prefixes: [String], _ what: String) {
    check(span, what)
    compared += 1
    let text = slice(span)
    if !prefixes.contains(where: { text.hasPrefix($0) }) {
      violations.append("\(what) begins with «\(text.prefix(12))» \(span)")
    }
  }

  /// Escapes, entities, prefixes and bytes that are no UTF-8 make a text differ from its source.
  private func isPlain(_ span: Span) -> Bool {
    let bytes = lesson.file.bytes[
      min(span.start, lesson.file.bytes.count)..<min(span.end, lesson.file.bytes.count)]
    return !bytes.contains { $0 == 0x5C || $0 == 0x26 || $0 == 0x0A || $0 == 0x0D || $0 == 0 }
      && !slice(span).contains("\u{FFFD}")
  }

  private mutating func check(_ claim: Claim) {
    check(claim.span, "claim")
    check(claim.textSpan, "claim text")
    if claim.span.start > claim.textSpan.start || claim.textSpan.end > claim.span.end {
      violations.append("claim text \(claim.textSpan) outside its claim \(claim.span)")
    }
    begins(claim.span, claim.isMathematics ? ["\\claim", "\\val"] : ["["], "claim")
    for text in [claim.text, claim.expression, claim.title ?? MappedText(at: 0)] {
      check(text.span, "claim part")
      if isPlain(text.span), !text.isEmpty, text.span.count == text.count {
        equals(text.span, text.text, "claim part")
      }
    }
    for inline in claim.content { check(inline) }
  }

  private mutating func check(_ block: Block) {
    check(block.span, "block")
    switch block.kind {
    case .paragraph(let inlines), .heading(_, let inlines, _): check(inlines, in: block.span)
    case .quote(let blocks), .callout(_, let blocks):
      begins(block.span, [">"], "quote")
      for inner in blocks { check(inner) }
    case .list(let list):
      for item in list.items {
        check(item.span, "item")
        for inner in item.blocks { check(inner) }
      }
    case .table(let table):
      for cell in ([table.header] + table.rows).joined() { check(cell, in: block.span) }
      if let caption = table.caption { check(caption, in: block.span) }
    case .mathematics(let mathematics, _):
      begins(mathematics.span, ["$$", "```", "~~~"], "display")
      check(mathematics)
    case .code, .html, .thematicBreak: break
    case .directive(let index):
      begins(lesson.directives[index].span, ["```", "~~~"], "directive")
      if let exercise = lesson.directives[index].exercise { check(exercise) }
      for block in lesson.directives[index].term?.definition ?? [] { check(block) }
    }
  }

  private mutating func check(_ exercise: Exercise) {
    for block in exercise.question + exercise.hint + exercise.solution { check(block) }
    for claim in exercise.answers {
      check(claim.textSpan, "answer")
      for text in [claim.text, claim.expression] where isPlain(text.span) && text.span.count == text.count {
        equals(text.span, text.text, "answer part")
      }
    }
  }

  private mutating func check(_ inlines: [Inline], in span: Span) {
    var end = span.start
    for inline in inlines {
      if inline.span.start < end || inline.span.end > span.end {
        violations.append("\(inline.kind) at \(inline.span) not between \(end) and \(span.end)")
      }
      end = inline.span.end
      check(inline)
    }
  }

  private mutating func check(_ mathematics: Mathematics) {
    for case .tex(let tex) in mathematics.parts {
      check(tex.span, "TeX")
      if isPlain(tex.span), !tex.text.contains("\n") { equals(tex.span, tex.text, "TeX") }
    }
  }

  private mutating func check(_ inline: Inline) {
    check(inline.span, "inline")
    switch inline.kind {
    case .text(let text): if isPlain(inline.span) { equals(inline.span, text, "text") }
    case .html(let text): if isPlain(inline.span) { equals(inline.span, text, "html") }
    case .softBreak, .lineBreak: break
    case .code: begins(inline.span, ["`"], "code")
    case .emphasis(let inner), .strong(let inner):
      begins(inline.span, ["*", "_"], "emphasis")
      check(inner, in: inline.span)
    case .strikethrough(let inner):
      begins(inline.span, ["~"], "strikethrough")
      check(inner, in: inline.span)
    case .link(let destination, _, let inner):
      begins(inline.span, ["[", "<", "www."] + Self.starts(of: destination), "link \(destination)")
      check(inner, in: inline.span)
    case .image: begins(inline.span, ["!["], "image")
    case .footnote: begins(inline.span, ["[^"], "footnote")
    case .mathematics(let mathematics):
      begins(inline.span, ["$"], "mathematics")
      check(mathematics)
    case .claim(let index): equals(inline.span, slice(lesson.claims[index].span), "claim")
    case .reference: begins(inline.span, ["@"], "reference")
    case .citation(let index):
      begins(inline.span, ["@", "["], "citation")
      for item in lesson.citations[index].items { begins(item.key.span, ["@"], "key") }
    }
  }

  /// An address that stands alone is its own text; that of a mail has a scheme before it.
  private static func starts(of destination: String) -> [String] {
    let address = destination.hasPrefix("mailto:") ? String(destination.dropFirst(7)) : destination
    return [String(address.prefix(2)), "mailto:", "xmpp:", "\\", "&"]
  }
}
