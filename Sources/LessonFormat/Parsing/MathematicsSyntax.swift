internal import CCmark

/// The syntax extension that recognises mathematics inside cmark's parse.
///
/// It has no nodes of its own, since cmark lets tables hold known nodes only: mathematics is a code node
/// that belongs to the extension. One extension serves one parse, so that nothing is shared between threads.
final class MathematicsSyntax {
  /// cmark's own pointer.
  let pointer: OpaquePointer
  /// The document, as soon as cmark has read a line.
  fileprivate(set) var document: Node?
  /// The block whose text is being parsed, measured once, since cmark tells only where it is.
  fileprivate var measured: (block: OpaquePointer, text: Bytes)?

  /// Makes an extension for one parse.
  init?() {
    guard let pointer = cmark_syntax_extension_new("mathematics") else { return nil }
    self.pointer = pointer
    let dollar = UnsafeMutableRawPointer(bitPattern: UInt(ASCII.dollar))
    let characters = cmark_llist_append(cmark_get_default_mem_allocator(), nil, dollar)
    cmark_syntax_extension_set_special_inline_chars(pointer, characters)
    cmark_syntax_extension_set_private(pointer, Unmanaged.passUnretained(self).toOpaque(), nil)
    cmark_syntax_extension_set_open_block_func(pointer, openBlock)
    cmark_syntax_extension_set_match_block_func(pointer, continueBlock)
    cmark_syntax_extension_set_match_inline_func(pointer, matchInline)
  }

  deinit { cmark_syntax_extension_free(cmark_get_default_mem_allocator(), pointer) }

  /// Whether a node is mathematics.
  func owns(_ node: Node) -> Bool { cmark_node_get_syntax_extension(node.pointer) == pointer }

  /// Whether a block found its closing `$$`.
  static func isClosed(_ node: Node) -> Bool { cmark_node_get_user_data(node.pointer) == closedMark }

  /// A node's user data, never followed as a pointer, says that the block is closed.
  fileprivate static var closedMark: UnsafeMutableRawPointer? { UnsafeMutableRawPointer(bitPattern: 1) }

  fileprivate static func of(_ pointer: OpaquePointer?) -> MathematicsSyntax? {
    guard let context = cmark_syntax_extension_get_private(pointer) else { return nil }
    return Unmanaged<MathematicsSyntax>.fromOpaque(context).takeUnretainedValue()
  }

  fileprivate func text(of block: Node) -> Bytes {
    if let measured, measured.block == block.pointer { return measured.text }
    let content = block.content
    // cmark parses without the white space at the end.
    let text = Bytes(rebasing: content[0..<content.trimming(0..<content.count).upperBound])
    measured = (block.pointer, text)
    return text
  }
}

private typealias Line = UnsafeMutablePointer<UInt8>

/// What remains of the line that cmark is reading.
private func line(_ input: Line?, _ length: Int32, from offset: Int32) -> Bytes {
  guard offset < length, let input else { return Bytes(start: nil, count: 0) }
  return Bytes(start: UnsafePointer(input) + Int(offset), count: Int(length - offset))
}

/// Opens a block where a line begins with `$$`; cmark asks only where no syntax of its own fits.
private func openBlock(
  _ pointer: OpaquePointer?, isIndented: Int32, _ parser: OpaquePointer?, _ container: OpaquePointer?,
  _ input: Line?, _ length: Int32
) -> OpaquePointer? {
  guard let syntax = MathematicsSyntax.of(pointer) else { return nil }
  if syntax.document == nil { syntax.document = Node(container) }
  guard isIndented == 0, let parser else { return nil }
  let start = cmark_parser_get_first_nonspace(parser)
  let opening = DisplayLine.opening(of: line(input, length, from: start))
  guard opening != .none else { return nil }
  guard let block = cmark_parser_add_child(parser, container, CMARK_NODE_CODE_BLOCK, start + 1) else {
    return nil
  }
  cmark_node_set_syntax_extension(block, pointer)
  if opening == .closed { cmark_node_set_user_data(block, MathematicsSyntax.closedMark) }
  return block
}

/// Takes each line into an open block, up to the one that closes it.
private func continueBlock(
  _ pointer: OpaquePointer?, _ parser: OpaquePointer?, _ input: Line?, _ length: Int32,
  _ block: OpaquePointer?
) -> Int32 {
  guard let parser, let node = Node(block), !MathematicsSyntax.isClosed(node) else { return 0 }
  if DisplayLine.closes(line(input, length, from: cmark_parser_get_offset(parser))) {
    cmark_node_set_user_data(block, MathematicsSyntax.closedMark)
  }
  return 1
}

/// Makes a code node of the mathematics that a dollar opens.
private func matchInline(
  _ pointer: OpaquePointer?, _ parser: OpaquePointer?, _ parent: OpaquePointer?, _ character: UInt8,
  _ inlines: OpaquePointer?
) -> OpaquePointer? {
  guard character == ASCII.dollar, let syntax = MathematicsSyntax.of(pointer), let block = Node(parent) else {
    return nil
  }
  let start = Int(cmark_inline_parser_get_offset(inlines))
  guard let formula = FormulaScanner.formula(in: syntax.text(of: block), at: start) else { return nil }
  guard let node = cmark_node_new_with_mem(CMARK_NODE_CODE, cmark_get_default_mem_allocator()) else {
    return nil
  }
  cmark_node_set_syntax_extension(node, pointer)
  cmark_inline_parser_set_offset(inlines, Int32(formula.end))
  return node
}
