import LessonFormat

/// The identifiers of a lesson's headings, in order, made as GitHub makes them: lower case, hyphens for spaces,
/// nothing else but letters, digits, hyphens and underscores, and a number where one comes again.
public struct Anchors: Sendable, Hashable {
  /// A heading with its identifier.
  public struct Heading: Sendable, Hashable {
    /// The number of its `#` signs.
    public var level: Int
    /// The text without markup.
    public var text: String
    /// The identifier: the label where there is one.
    public var anchor: String
  }

  /// The headings, in order, those inside quotes and lists too.
  public private(set) var headings: [Heading] = []
  private var used: [String: Int] = [:]
  private var anchors: Set<String> = []

  /// Finds the headings of a lesson.
  public init(_ lesson: Lesson) {
    for label in lesson.labels { used[label.name] = 0 }
    visit(lesson.blocks, of: lesson)
  }

  /// Whether a heading has this identifier.
  public func contains(_ anchor: String) -> Bool {
    anchors.contains(anchor)
  }

  private mutating func visit(_ blocks: [Block], of lesson: Lesson) {
    for block in blocks {
      switch block.kind {
      case .heading(let level, let content, let label):
        // What stands before a citation or a footnote at the end is a space.
        let text = lesson.plainText(content).withoutSpacesAtEnd
        let anchor = label?.name ?? unique(slug(text))
        headings.append(Heading(level: level, text: text, anchor: anchor))
        anchors.insert(anchor)
      default: visit(block.blocks, of: lesson)
      }
    }
  }

  private mutating func unique(_ slug: String) -> String {
    guard var count = used[slug] else {
      used[slug] = 0
      return slug
    }
    var candidate: String
    repeat {
      count += 1
      candidate = "\(slug)-\(count)"
    } while used[candidate] != nil
    used[slug] = count
    used[candidate] = 0
    return candidate
  }
}

private func slug(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for scalar in text.lowercased().unicodeScalars {
    if scalar == " " || scalar == "-" {
      result += "-"
    } else if scalar == "_" || scalar.isLetterOrDigit {
      result.unicodeScalars.append(scalar)
    }
  }
  return result.isEmpty ? "section" : result
}

extension Unicode.Scalar {
  /// What Unicode says of most scalars of most texts is known without its tables.
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9": true
    case "\0"..."\u{7F}": false
    default: properties.isAlphabetic || properties.numericType != nil
    }
  }
}

extension String {
  fileprivate var withoutSpacesAtEnd: String {
    lastIndex { !$0.isWhitespace }.map { String(self[...$0]) } ?? ""
  }
}

extension Lesson {
  /// The text of inlines without their markup, for identifiers, titles and lists of contents.
  public func plainText(_ inlines: [Inline]) -> String {
    inlines.map(plainText).joined()
  }

  private func plainText(_ inline: Inline) -> String {
    switch inline.kind {
    case .text(let text), .code(let text): text
    case .softBreak, .lineBreak: " "
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner):
      plainText(inner)
    case .image(let image): image.alternative
    case .mathematics(let mathematics): plainText(mathematics)
    case .claim(let index): plainText(claims[index].content)
    case .reference(let index): references[index].name
    case .html, .footnote, .citation: ""
    }
  }

  private func plainText(_ mathematics: Mathematics) -> String {
    mathematics.parts.map { part in
      switch part {
      case .tex(let tex): tex.text
      case .claim(let index): claims[index].text.text
      }
    }.joined()
  }
}
