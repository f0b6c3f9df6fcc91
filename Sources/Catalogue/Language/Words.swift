/// A word of a text with the bytes that it takes.
struct Word: Hashable, Sendable {
  let text: String
  let range: Range<Int>
}

/// The words of a text: what spaces and line breaks set apart, punctuation included.
func words(of text: String) -> [Word] {
  var words: [Word] = []
  var offset = 0
  for part in text.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace) {
    // What the split took away lies between the end of the last part and this one.
    offset = text.utf8.distance(from: text.startIndex, to: part.startIndex)
    if !part.isEmpty { words.append(Word(text: String(part), range: offset..<offset + part.utf8.count)) }
  }
  return words
}
