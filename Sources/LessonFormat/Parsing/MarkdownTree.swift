internal import CCmark
import Synchronization

/// cmark's tree of a text, with tables, strikethrough, autolinks, footnotes and mathematics.
///
/// Task lists are left to the reader: cmark's extension sees them only at the start of a line, outside
/// quotes.
final class MarkdownTree {
  private let parser: OpaquePointer
  private let syntax: MathematicsSyntax
  private var document: OpaquePointer?

  private static let extensions: [String] = {
    cmark_gfm_core_extensions_ensure_registered()
    return ["table", "strikethrough", "autolink"]
  }()

  /// cmark keeps the characters that begin inline syntax in a table for the whole process, which each parse
  /// fills and then clears: two at once would take the dollar away from each other.
  private static let inlineParsing = Mutex(())

  /// Parses a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - inspect: Sees the blocks before cmark looks for inline syntax in them, and may empty some.
  init?(_ text: Bytes, inspect: (Node) -> Void) {
    guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES), let syntax = MathematicsSyntax() else {
      return nil
    }
    self.parser = parser
    self.syntax = syntax
    // Blocks of mathematics come first, so that they interrupt tables.
    cmark_parser_attach_syntax_extension(parser, syntax.pointer)
    for name in Self.extensions {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    // The blank line before the text shows the document to the extension; those behind it close the last
    // paragraph.
    cmark_parser_feed(parser, "\n", LessonSource.prelude)
    text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    cmark_parser_feed(parser, "\n\n", 2)
    if let root = syntax.document { inspect(root) }
    var finished: OpaquePointer?
    Self.inlineParsing.withLock { _ in finished = cmark_parser_finish(parser) }
    document = finished
  }

  deinit {
    if let document { cmark_node_free(document) }
    cmark_parser_free(parser)
  }

  /// The whole document.
  var root: Node? { Node(document) }

  /// Whether a code node is mathematics, for which cmark has no node of its own.
  func isMathematics(_ node: Node) -> Bool { syntax.owns(node) }

  /// Whether a block of mathematics found its closing `$$`.
  func isClosed(_ node: Node) -> Bool { MathematicsSyntax.isClosed(node) }
}
