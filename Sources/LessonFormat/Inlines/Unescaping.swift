internal import CCmark
import SourceText

/// Takes backslash escapes and entities out of Markdown text, piece by piece, so that the map to the file
/// survives.
enum Unescaping {
  /// A piece of text: as it is written, or what an escape stands for.
  struct Piece {
    var range: Range<Int>
    var replacement: String?
  }

  /// The escape or entity at an offset.
  static func piece(in bytes: Bytes, at offset: Int) -> Piece? {
    switch bytes.byte(offset) {
    case ASCII.backslash:
      let escaped = bytes.byte(offset + 1)
      guard ASCII.isPunctuation(escaped) else { return nil }
      return Piece(range: offset..<offset + 2, replacement: String(UnicodeScalar(escaped)))
    case ASCII.ampersand: return entity(in: bytes, at: offset)
    default: return nil
    }
  }

  /// A range without its escapes and entities.
  static func text(of content: Content, _ range: Range<Int>) -> MappedText {
    var result = MappedText(at: content.source(of: range.lowerBound))
    var verbatim = range.lowerBound
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard let piece = piece(in: content.bytes, at: offset), piece.range.upperBound <= range.upperBound
      else {
        offset += 1
        continue
      }
      result.append(content.mapped(verbatim..<offset))
      result.append(piece, of: content)
      offset = piece.range.upperBound
      verbatim = offset
    }
    result.append(content.mapped(verbatim..<range.upperBound))
    return result
  }

  /// The longest entity of HTML has 31 letters; cmark looks no further either.
  private static let longestEntity = 40

  private static func entity(in bytes: Bytes, at offset: Int) -> Piece? {
    let next = bytes.byte(offset + 1)
    guard next == ASCII.hash || ASCII.isLetter(next), let base = bytes.baseAddress else { return nil }
    let limit = min(bytes.count - offset - 1, longestEntity)
    var buffer = cmark_strbuf()
    cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0)
    defer { cmark_strbuf_free(&buffer) }
    let consumed = houdini_unescape_ent(&buffer, base + offset + 1, Int32(limit))
    guard consumed > 0, let decoded = cmark_strbuf_cstr(&buffer) else { return nil }
    return Piece(range: offset..<offset + 1 + Int(consumed), replacement: String(cString: decoded))
  }
}

extension MappedText {
  /// Adds what an escape stands for.
  mutating func append(_ piece: Unescaping.Piece, of content: Content) {
    guard let replacement = piece.replacement else { return append(content.mapped(piece.range)) }
    // An escaped character stands in the file behind its backslash, byte for byte.
    if piece.range.count == 2, replacement.utf8.count == 1 {
      append(replacement, from: content.span(piece.range.lowerBound + 1..<piece.range.upperBound))
    } else {
      append(replacement, from: content.span(piece.range))
    }
  }
}
