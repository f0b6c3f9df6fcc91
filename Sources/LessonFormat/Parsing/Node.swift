internal import CCmark
import Glibc

/// A node of cmark's tree, valid as long as the `MarkdownTree` that owns it.
struct Node: Hashable {
  /// What a node is.
  enum Kind {
    case document, quote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case footnoteDefinition, table, tableRow, tableCell
    case text, softBreak, lineBreak, code, html, emphasis, strong, strikethrough, link, image,
      footnoteReference
    case other
  }

  /// cmark's own pointer.
  let pointer: OpaquePointer

  /// Makes a node of a pointer that may be null.
  init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  var parent: Node? { Node(cmark_node_parent(pointer)) }
  var next: Node? { Node(cmark_node_next(pointer)) }
  var firstChild: Node? { Node(cmark_node_first_child(pointer)) }
  var lastChild: Node? { Node(cmark_node_last_child(pointer)) }
  var previous: Node? { Node(cmark_node_previous(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }
  var cmarkStartLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var cmarkEndLine: Int { Int(cmark_node_get_end_line(pointer)) }

  /// The nodes directly below.
  var children: some Sequence<Node> {
    sequence(state: firstChild) { (node: inout Node?) -> Node? in
      defer { node = node?.next }
      return node
    }
  }

  /// What the node is.
  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .html
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
    default: blockKind
    }
  }

  private var blockKind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
    default: extensionKind
    }
  }

  /// The kinds of cmark's extensions have no constants, only names.
  private var extensionKind: Kind {
    switch String(cString: cmark_node_get_type_string(pointer)) {
    case "table": .table
    case "table_row", "table_header": .tableRow
    case "table_cell": .tableCell
    case "strikethrough": .strikethrough
    default: .other
    }
  }

  /// The text that cmark parsed into the inline nodes below, container prefixes stripped.
  var content: Bytes { Self.bytes(cmark_node_get_string_content(pointer)) }

  /// The text of a leaf.
  var literal: Bytes { Self.bytes(cmark_node_get_literal(pointer)) }

  /// Whether cmark looks for inline syntax in the node's text.
  var holdsText: Bool {
    switch kind {
    case .paragraph, .heading, .tableCell: true
    default: false
    }
  }

  /// Takes the node's text away.
  func empty() { cmark_node_set_string_content(pointer, "") }

  /// The destination of a link or picture.
  var destination: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }

  /// The title of a link or picture.
  var title: String { cmark_node_get_title(pointer).map { String(cString: $0) } ?? "" }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> Bytes {
    guard let text else { return Bytes(start: nil, count: 0) }
    let count = strlen(text)
    return text.withMemoryRebound(to: UInt8.self, capacity: count) { Bytes(start: $0, count: count) }
  }
}
