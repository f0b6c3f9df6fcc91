import SourceText

/// Puts the events of a document together.
///
/// It keeps its own stack, so that no nesting can outgrow the program's.
struct DatumBuilder {
  /// A list or a mapping that has not ended.
  private struct Open {
    enum Key {
      case new(Spanned<String>)
      /// A key whose value is read, but not kept.
      case ignored
    }

    var isMapping: Bool
    var isFlow: Bool
    var start: Int
    var end: Int
    var items: [Datum] = []
    var entries: [Datum.Entry] = []
    var seen: Set<String> = []
    /// The key whose value comes next.
    var key: Key?
  }

  /// Everything that is wrong so far.
  var mistakes: MistakeList
  private let source: YAMLSource
  private var open: [Open] = []
  private var root: Datum?
  private var entryCount = 0
  private var documentCount = 0
  /// Whether a part's value cannot be known, so that the document says nothing that others could rely on.
  private var isUnknown = false

  /// Makes a builder for a document.
  init(_ source: YAMLSource, _ mistakes: MistakeList) {
    self.source = source
    self.mistakes = mistakes
  }

  /// What the document says.
  func finish() -> Datum? {
    isUnknown ? nil : root ?? Datum(.empty, span: Span(at: source.span(0..<0).start))
  }

  /// Takes the next event; false where reading must stop.
  mutating func take(_ event: YAMLEvent) -> Bool {
    reportProperties(of: event)
    switch event.kind {
    case .streamStart, .streamEnd, .documentEnd: return true
    case .documentStart(let hasDirectives): return startDocument(event, hasDirectives: hasDirectives)
    case .collectionEnd:
      endCollection(event)
      return true
    case .alias:
      reportAlias(event)
      return admit(event) && add(Datum(.empty, span: source.span(event.range)), event)
    case .scalar(let value, let style):
      return admit(event) && takeScalar(value, style, event)
    case .listStart(let isFlow):
      return admit(event) && start(event, isMapping: false, isFlow: isFlow)
    case .mappingStart(let isFlow):
      return admit(event) && start(event, isMapping: true, isFlow: isFlow)
    }
  }

  // MARK: Mistakes

  private mutating func fail(_ event: YAMLEvent, _ message: String, help: String? = nil) -> Bool {
    mistakes.report(source.span(event.range), message, help: help)
    return false
  }

  private mutating func reportProperties(of event: YAMLEvent) {
    let place = source.span(event.range.lowerBound..<min(event.range.lowerBound + 1, source.bytes.count))
    if event.hasTag {
      mistakes.report(
        place, "a tag means nothing here: YAML is read for its structure only",
        help: "a value in quotes is text; a text that begins with “!” goes in quotes")
    }
    if event.hasAnchor {
      mistakes.report(
        place, "anchors are not read", help: "write the value out; a text that begins with “&” goes in quotes"
      )
    }
  }

  private mutating func reportAlias(_ event: YAMLEvent) {
    isUnknown = true
    mistakes.report(
      source.span(event.range), "aliases are not read",
      help: "write the value out; a text that begins with “*” goes in quotes")
  }

  private mutating func startDocument(_ event: YAMLEvent, hasDirectives: Bool) -> Bool {
    documentCount += 1
    if documentCount > 1 {
      return fail(event, "a second document begins here", help: "one document is read; take the “---” out")
    }
    return hasDirectives ? fail(event, "directives of YAML (“%”) are not read", help: "take them out") : true
  }

  private mutating func admit(_ event: YAMLEvent) -> Bool {
    entryCount += 1
    if mistakes.isFull { return false }
    if entryCount > YAMLLimits.entries {
      return fail(
        event, "more than \(YAMLLimits.entries) entries are not read", help: YAMLReader.largeDataHelp)
    }
    return true
  }

  // MARK: Structure

  private mutating func start(_ event: YAMLEvent, isMapping: Bool, isFlow: Bool) -> Bool {
    if awaitsKey {
      return fail(
        event, "a key is a list or a mapping", help: "a key is a word, a number or a text in quotes")
    }
    if open.count == YAMLLimits.depth {
      return fail(event, "lists and mappings more than \(YAMLLimits.depth) deep are not read")
    }
    let range = event.range
    open.append(Open(isMapping: isMapping, isFlow: isFlow, start: range.lowerBound, end: range.upperBound))
    return true
  }

  private mutating func endCollection(_ event: YAMLEvent) {
    guard var ended = open.popLast() else { return }
    // A block ends where its last entry does; libyaml says so only when it meets what follows.
    if ended.isFlow { ended.end = event.range.upperBound }
    let span = source.span(ended.start..<ended.end)
    let kind = ended.isMapping ? Datum.Kind.mapping(ended.entries) : .list(ended.items)
    attach(Datum(kind, span: span), end: ended.end)
  }

  private mutating func takeScalar(_ value: String, _ style: YAMLEvent.Style, _ event: YAMLEvent) -> Bool {
    if awaitsKey {
      takeKey(value, style, event)
      return true
    }
    let scalar = ScalarReader(source: source, value: value, style: style, range: event.range)
    if case .number(let number, _) = scalar.kind, !number.isFinite {
      mistakes.report(
        source.span(event.range), "\(value) is too large for a number",
        help: "the largest is about 1.8e308; in quotes it is text")
    }
    attach(Datum(scalar.kind, span: source.span(scalar.range)), end: scalar.range.upperBound)
    return true
  }

  /// Adds a value that may stand where a key is needed.
  private mutating func add(_ datum: Datum, _ event: YAMLEvent) -> Bool {
    if awaitsKey { return false }
    attach(datum, end: event.range.upperBound)
    return true
  }

  private var awaitsKey: Bool { open.last.map { $0.isMapping && $0.key == nil } ?? false }

  private mutating func takeKey(_ value: String, _ style: YAMLEvent.Style, _ event: YAMLEvent) {
    guard let last = open.indices.last else { return }
    open[last].end = max(open[last].end, event.range.upperBound)
    open[last].key = .ignored
    let span = source.span(event.range)
    if style == .plain, value == "<<" {
      mistakes.report(span, "merge keys are not read", help: "write the entries out")
    } else if style == .plain, value.isEmpty {
      mistakes.report(span, "a key is missing", help: "an entry is a key, a colon and a value")
    } else if !open[last].seen.insert(value).inserted {
      mistakes.report(span, "the key “\(excerpt(value))” is given twice", help: "take one of the two out")
    } else {
      open[last].key = .new(Spanned(value, span))
    }
  }

  private mutating func attach(_ datum: Datum, end: Int) {
    guard let last = open.indices.last else {
      root = datum
      return
    }
    open[last].end = max(open[last].end, end)
    if !open[last].isMapping {
      open[last].items.append(datum)
    } else {
      if case .new(let key)? = open[last].key {
        open[last].entries.append(Datum.Entry(key: key, value: datum))
      }
      open[last].key = nil
    }
  }
}
