import SourceText

/// Which footnotes are referred to, and their numbers: in the order in which a reader meets them.
struct FootnoteIndex {
  /// A definition that somebody refers to.
  struct Definition {
    var node: Node
    var number: Int
    var line: Int
  }

  /// The definitions that are referred to, in the order of their places.
  private(set) var definitions: [Definition] = []
  /// The definitions in the tree that nobody refers to, and those whose label was taken.
  private(set) var unused: [Node] = []
  private var numbers: [String: Int] = [:]

  /// No footnotes at all, as in a caption.
  init() {}

  /// Finds the footnotes of a lesson.
  init(_ root: Node, in source: LessonSource) {
    guard source.mayHoldFootnotes else { return }
    let all = root.descendants { _ in true }.filter { $0.kind == .footnoteDefinition }
    let linked = Self.linkedDefinitions(root)
    var queue = [root]
    var reached: Set<Node> = []
    var next = 0
    while next < queue.count {
      let place = queue[next]
      next += 1
      for node in place.descendants(where: { $0.kind != .footnoteDefinition })
      where node.kind == .footnoteReference {
        let name = Self.name(of: node)
        guard numbers[name] == nil, let definition = linked[name] else { continue }
        numbers[name] = numbers.count + 1
        reached.insert(definition)
        queue.append(definition)
        definitions.append(
          Definition(node: definition, number: numbers.count, line: source.startLine(of: definition)))
      }
    }
    definitions.sort { $0.line < $1.line }
    unused = all.filter { !reached.contains($0) }
  }

  /// The number of the footnote that a reference leads to.
  func number(of reference: Node) -> Int? { numbers[Self.name(of: reference)] }

  /// cmark's own number, in the order of the parse, which identifies the footnote.
  private static func name(of reference: Node) -> String {
    let literal = reference.literal
    return literal.string(0..<literal.count)
  }

  /// The definitions by cmark's numbers: those that it moved to the document's end, in order.
  private static func linkedDefinitions(_ root: Node) -> [String: Node] {
    let references = root.descendants { _ in true }.filter { $0.kind == .footnoteReference }
    var number = references.compactMap { Int(name(of: $0)) }.max() ?? 0
    var result: [String: Node] = [:]
    var node = root.lastChild
    while let definition = node, number > 0, definition.kind == .footnoteDefinition {
      result[String(number)] = definition
      number -= 1
      node = definition.previous
    }
    return result
  }
}

extension Node {
  /// Every node below, parents first; below those that the condition refuses nothing is looked for.
  func descendants(where enters: (Node) -> Bool) -> [Node] {
    var result: [Node] = []
    var current = firstChild
    while let node = current {
      result.append(node)
      if enters(node), let child = node.firstChild {
        current = child
        continue
      }
      var finished = node
      while finished.next == nil, let parent = finished.parent, parent != self { finished = parent }
      current = finished.next
    }
    return result
  }
}

extension LessonSource {
  /// Whether `[^` stands anywhere.
  var mayHoldFootnotes: Bool {
    var offset = bodyStart
    while offset + 1 < bytes.count {
      if bytes[offset] == ASCII.openBracket, bytes[offset + 1] == ASCII.caret { return true }
      offset += 1
    }
    return false
  }
}
