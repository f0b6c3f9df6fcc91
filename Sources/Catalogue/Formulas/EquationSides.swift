import LessonFormat
import SourceText

extension MappedText {
  /// The pieces before and behind the one equals sign that is no part of a comparison; nil where there is none, or more.
  var equationSides: (left: Datum, right: Datum)? {
    let bytes = Array(text.utf8)
    func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0 }
    let comparisons = Array("=<>!".utf8)
    var isQuoted = false
    var signs: [Int] = []
    for (index, character) in bytes.enumerated() {
      if character == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted, character == UInt8(ascii: "="), byte(index + 1) != UInt8(ascii: "="),
        !comparisons.contains(byte(index - 1))
      else { continue }
      signs.append(index)
    }
    guard signs.count == 1, let sign = signs.first else { return nil }
    let (left, right) = (slice(0..<sign), slice(sign + 1..<bytes.count))
    return (Datum(.text(left), span: left.span), Datum(.text(right), span: right.span))
  }
}
