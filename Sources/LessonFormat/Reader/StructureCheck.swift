import SourceText

/// Refuses a lesson whose blocks would keep cmark busy for long.
struct StructureCheck {
  private let source: LessonSource
  /// The lines since the last blank one; no table or definition crosses a blank line.
  private var start = 0
  private var rows = 0
  private var markerColumns = 0
  private var markerRows = 0
  private var widest: (columns: Int, span: Span)?
  private var definition: Int?
  private var longestDefinition: (bytes: Int, span: Span)?
  private var brackets = 0

  /// What is wrong with a lesson; nil for every lesson that somebody wrote to be read.
  static func firstMistake(in source: LessonSource) -> Diagnostic? {
    var check = StructureCheck(source)
    return check.run()
  }

  private init(_ source: LessonSource) { self.source = source }

  private mutating func run() -> Diagnostic? {
    guard source.firstLine <= source.file.lineCount else { return nil }
    for line in source.firstLine...source.file.lineCount {
      let span = source.file.span(ofLine: line)
      let text = source.bytes.skippingBlanks(from: span.start)
      if text >= span.end {
        if let mistake = endOfLines(at: span.start) { return mistake }
        continue
      }
      if rows == 0 { start = span.start }
      rows += 1
      if let mistake = nesting(of: span) { return mistake }
      count(Span(text, span.end))
    }
    return endOfLines(at: source.bytes.count) ?? expansion()
  }

  private func nesting(of line: Span) -> Diagnostic? {
    let prefix = ContainerPrefix(source.bytes, line.start..<line.end)
    guard prefix.markers > 0, prefix.markers + prefix.columns / 2 > Limits.nesting else { return nil }
    return mistake(
      at: line, "blocks nested more than \(Limits.nesting) deep", "take some of the markers away")
  }

  private mutating func count(_ line: Span) {
    var bars = 0
    var isMarker = true
    for offset in line.start..<line.end {
      switch source.bytes[offset] {
      case ASCII.bar: bars += 1
      case ASCII.hyphen, ASCII.colon, ASCII.greater: break
      case ASCII.closeBracket:
        brackets += 1
        isMarker = false
        if source.bytes.byte(offset + 1) == ASCII.colon, definition == nil { definition = start }
      case let byte where ASCII.isSpace(byte): break
      default: isMarker = false
      }
    }
    if bars + 1 > widest?.columns ?? 0 { widest = (bars + 1, line) }
    guard isMarker else { return }
    markerRows += 1
    markerColumns = max(markerColumns, bars + 1)
  }

  /// Judges the lines between two blank ones.
  private mutating func endOfLines(at end: Int) -> Diagnostic? {
    defer { (rows, markerRows, markerColumns, widest, definition) = (0, 0, 0, nil, nil) }
    if let definition, end - definition > longestDefinition?.bytes ?? 0 {
      longestDefinition = (end - definition, Span(definition, end))
    }
    guard markerRows > 0, let widest else { return nil }
    if widest.columns > Limits.columns {
      return mistake(
        at: widest.span, "a table of \(widest.columns) columns: more than \(Limits.columns) are not read",
        "large data belong in a CSV file that {table} reads")
    }
    guard rows * markerColumns > Limits.cells || markerRows * (end - start) > Limits.tableCost else {
      return nil
    }
    return mistake(
      at: source.trimmed(from: start), "a table of more than \(Limits.cells) cells",
      "large data belong in a CSV file that {table} reads")
  }

  /// Each of many links could copy one long definition.
  private func expansion() -> Diagnostic? {
    // A lesson may hold many texts of its own, which share what it may make of definitions.
    let share = source.origin == nil ? 1 : Double(source.bytes.count) / Double(Limits.bytes)
    let limit = Int(Double(Limits.expansion) * share)
    guard let longestDefinition, longestDefinition.bytes * brackets > limit else { return nil }
    return mistake(
      at: source.trimmed(from: longestDefinition.span.start),
      "\(brackets) brackets, and \(longestDefinition.bytes) bytes that each of them could stand for",
      "put a blank line between the definitions of links")
  }

  private func mistake(at span: Span, _ message: String, _ help: String) -> Diagnostic {
    source.diagnostic(.markdown, at: span, message, help: help)
  }
}
