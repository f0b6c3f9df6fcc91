import SourceText

extension LessonBuilder {
  /// Cuts TeX into what is typeset and the claims inside it: `\claim{text}{expression}`,
  /// `\val[format]{expression}`.
  func parts(ofTeX content: Content, _ range: Range<Int>) -> [Mathematics.Part] {
    var reader = TeXClaimReader(content, range, builder: self)
    return reader.parts()
  }
}

/// Finds claims in TeX.
private struct TeXClaimReader {
  private let content: Content
  private let bytes: Bytes
  private let range: Range<Int>
  private let builder: LessonBuilder
  private var offset: Int

  init(_ content: Content, _ range: Range<Int>, builder: LessonBuilder) {
    self.content = content
    self.bytes = content.bytes
    self.range = range
    self.builder = builder
    self.offset = range.lowerBound
  }

  mutating func parts() -> [Mathematics.Part] {
    var parts: [Mathematics.Part] = []
    var start = offset
    while offset < range.upperBound {
      guard bytes[offset] == ASCII.backslash else {
        offset += 1
        continue
      }
      guard let command = command(at: offset) else {
        // An escaped character, a second backslash too, begins no command.
        offset += 2
        continue
      }
      appendTeX(start..<offset, to: &parts)
      if let index = readClaim(command) { parts.append(.claim(index)) }
      start = offset
    }
    appendTeX(start..<range.upperBound, to: &parts)
    return parts
  }

  private func appendTeX(_ range: Range<Int>, to parts: inout [Mathematics.Part]) {
    if range.lowerBound < range.upperBound { parts.append(.tex(content.mapped(range))) }
  }

  /// The command at a backslash, where it is one of the two.
  private func command(at backslash: Int) -> String? {
    for name in ["claim", "val"] as [StaticString] where bytes.matches(name, at: backslash + 1) {
      let end = backslash + 1 + name.utf8CodeUnitCount
      if end >= range.upperBound || !ASCII.isLetter(bytes[end]) { return name.description }
    }
    return nil
  }

  private mutating func readClaim(_ command: String) -> Int? {
    let start = offset
    offset += command.utf8.count + 1
    let isClaim = command == "claim"
    let first =
      isClaim ? group(ASCII.openBrace, ASCII.closeBrace) : group(ASCII.openBracket, ASCII.closeBracket)
    if isClaim, first == nil { return malformed(command, at: start) }
    guard let expression = group(ASCII.openBrace, ASCII.closeBrace) else {
      return malformed(command, at: start)
    }
    let span = content.span(start..<offset)
    let nowhere = Span(at: span.start)
    let index = builder.reserveClaim()
    builder.claims[index] = Claim(
      text: isClaim
        ? first.map { content.mapped($0) } ?? MappedText(at: span.start) : MappedText(at: span.start),
      content: [], expression: content.mapped(expression).expressionOfClaim,
      title: isClaim ? nil : first.map { content.mapped($0) }, isMathematics: true,
      textSpan: isClaim ? first.map { content.span($0) } ?? nowhere : nowhere, span: span)
    return index
  }

  /// What stands between two delimiters at the offset, inner pairs included; the offset moves behind it.
  private mutating func group(_ open: UInt8, _ close: UInt8) -> Range<Int>? {
    var start = offset
    while start < range.upperBound, ASCII.isSpace(bytes[start]) { start += 1 }
    guard start < range.upperBound, bytes[start] == open else { return nil }
    var depth = 0
    var end = start
    while end < range.upperBound {
      switch bytes[end] {
      case ASCII.backslash: end += 1
      case open: depth += 1
      case close: depth -= 1
      default: break
      }
      end += 1
      guard depth == 0 else { continue }
      offset = end
      return start + 1..<end - 1
    }
    return nil
  }

  /// Reports a command without its arguments, and leaves out what could only make KaTeX complain once more.
  private mutating func malformed(_ command: String, at start: Int) -> Int? {
    let usage =
      command == "claim" ? "\\claim{text}{expression}" : "\\val{expression} or \\val[format]{expression}"
    let end = start + command.utf8.count + 1
    builder.report(
      .claim, at: content.span(start..<end), "\\\(command) without its arguments in balanced braces",
      help: "write \(usage)")
    offset = range.upperBound
    return nil
  }
}
