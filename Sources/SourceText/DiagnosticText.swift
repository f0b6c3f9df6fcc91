/// Diagnostics as people read them in a terminal: the place, the message, the line with the place underlined, help.
public struct DiagnosticText: Sendable {
  private let path: @Sendable (String) -> String
  private let line: @Sendable (String, Int) -> String?
  private let usesColor: Bool

  /// The longest excerpt of a line, in characters; more is cut off around the place.
  private static let excerptLength = 100

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - path: how a file of the course is called, seen from where the command runs.
  ///   - line: the text of a file's line, counted from 1, as far as it is known.
  ///   - usesColor: whether ANSI colours are understood.
  public init(
    path: @escaping @Sendable (String) -> String, line: @escaping @Sendable (String, Int) -> String?,
    usesColor: Bool
  ) {
    self.path = path
    self.line = line
    self.usesColor = usesColor
  }

  /// Diagnostics in the order given, apart by an empty line, with a line break at the end.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    // Many mistakes can stand on one long line, which is taken apart once.
    var known: (file: String, line: Int, scalars: [Unicode.Scalar]?)?
    return diagnostics.map { diagnostic in
      let number = diagnostic.start.line
      if known?.file != diagnostic.file || known?.line != number {
        known = (diagnostic.file, number, line(diagnostic.file, number).map { Array($0.unicodeScalars) })
      }
      return render(diagnostic, line: known?.scalars)
    }.joined(separator: "\n")
  }

  private func render(_ diagnostic: Diagnostic, line: [Unicode.Scalar]?) -> String {
    let place = "\(path(diagnostic.file)):\(diagnostic.start.line):\(diagnostic.start.column):"
    let tone = diagnostic.severity == .error ? "31" : "33"
    let severity = colored("\(diagnostic.severity.rawValue):", "1;" + tone)
    var text = "\(colored(printable(place), "1")) \(severity) \(printable(diagnostic.message))"
    text += " [\(diagnostic.code.rawValue)]\n"
    if let line { text += excerpt(diagnostic, scalars: line, tone: tone) }
    for note in diagnostic.notes { text += render(note, of: diagnostic) }
    if let help = diagnostic.help { text += "\(colored("help:", "1;36")) \(printable(help))\n" }
    return text
  }

  private func render(_ note: Diagnostic.Note, of diagnostic: Diagnostic) -> String {
    let place = note.start.map { "\(path(diagnostic.file)):\($0.line):\($0.column): " } ?? ""
    return "\(colored("\(printable(place))note:", "1")) \(printable(note.message))\n"
  }

  private func excerpt(_ diagnostic: Diagnostic, scalars: [Unicode.Scalar], tone: String) -> String {
    let start = min(diagnostic.start.column - 1, scalars.count)
    let isOneLine = diagnostic.end.line == diagnostic.start.line
    let end = isOneLine ? min(max(diagnostic.end.column - 1, start), scalars.count) : scalars.count
    let first = start > Self.excerptLength * 3 / 4 ? start - Self.excerptLength / 2 : 0
    let last = min(scalars.count, first + Self.excerptLength)
    let before = (first > 0 ? "…" : "") + shown(scalars[first..<start])
    let marked = shown(scalars[start..<min(end, last)])
    let after = shown(scalars[min(end, last)..<last]) + (last < scalars.count ? "…" : "")
    let number = String(diagnostic.start.line)
    let margin = String(repeating: " ", count: max(0, 5 - number.count)) + number
    let blank = String(repeating: " ", count: margin.count)
    let mark = "^" + String(repeating: "~", count: max(0, terminalWidth(marked) - 1))
    let indent = String(repeating: " ", count: terminalWidth(before))
    return "\(margin) | \(before)\(marked)\(after)\n\(blank) | \(indent)\(colored(mark, tone))\n"
  }

  /// Tabs as four spaces and control characters as a sign, so that the marks stand below their characters.
  private func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    for scalar in scalars {
      if scalar == "\t" {
        text += "    "
      } else {
        text.unicodeScalars.append(isControl(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return text
  }

  /// Messages quote what authors wrote: what could steer a terminal is taken out.
  private func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    default: false
    }
  }

  private func colored(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// How many cells a text takes in a terminal: two for East Asian wide characters and emoji, none for marks that
/// combine with the character before them.
public func terminalWidth(_ text: String) -> Int {
  text.reduce(0) { width, character in
    guard let scalar = character.unicodeScalars.first else { return width }
    if scalar.properties.generalCategory == .nonspacingMark { return width }
    return width + (isWide(scalar) || character.unicodeScalars.contains("\u{FE0F}") ? 2 : 1)
  }
}

private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    true
  default: scalar.properties.isEmojiPresentation
  }
}
