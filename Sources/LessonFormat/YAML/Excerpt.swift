/// A text for a message: on one line, and short.
public func excerpt(_ text: String, limit: Int = 60) -> String {
  var result = ""
  var length = 0
  for character in text {
    if length == limit { return result + "…" }
    result.append(character.isNewline ? " " : character)
    length += 1
  }
  return result
}
