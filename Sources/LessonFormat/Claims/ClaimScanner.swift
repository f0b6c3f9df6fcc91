/// Goes through a claim's text scalar by scalar.
struct ClaimScanner {
  /// The longest text that is read for numbers, in bytes.
  static let lengthLimit = 1000

  /// Whether the whole text is TeX.
  var isTeX: Bool
  /// Whether zeros may stand in groups, `0,000`, as in the shape of an inserted value.
  var readsShape = false
  /// The scalar that comes next.
  var position = 0
  private let scalars: [Unicode.Scalar]
  /// The byte offset of each scalar, and of the end.
  private let offsets: [Int]
  private var end: Int

  /// Makes a scanner of a text.
  init(_ text: String, isTeX: Bool) throws(ClaimTextError) {
    guard text.utf8.count <= Self.lengthLimit else {
      throw ClaimTextError("a text of \(text.utf8.count) bytes is no claim about a number")
    }
    scalars = Array(text.unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append((offsets.last ?? 0) + UTF8.width(scalar)) }
    self.offsets = offsets
    self.end = scalars.count
    self.isTeX = isTeX
    while end > 0, Self.isSpace(scalars[end - 1]) { end -= 1 }
    skipSpace()
    enterDollars()
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { position >= end }

  /// The next scalar.
  var next: Unicode.Scalar? { peek(0) }

  /// What is not read yet.
  var rest: String {
    String(String.UnicodeScalarView(scalars[min(position, scalars.count)...]))
  }

  /// The byte offset of the next scalar.
  var offset: Int { offsets[min(position, scalars.count)] }

  /// A scalar further on.
  func peek(_ distance: Int) -> Unicode.Scalar? {
    position + distance < end ? scalars[position + distance] : nil
  }

  /// What stands between an earlier position and here.
  func text(from start: Int) -> String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[min(start, position)..<position])
    return String(result)
  }

  /// Takes a text, letter by letter; false, and nothing taken, where it is not there.
  mutating func take(_ text: String) -> Bool {
    var distance = 0
    for scalar in text.unicodeScalars {
      guard peek(distance) == scalar else { return false }
      distance += 1
    }
    position += distance
    return true
  }

  /// Takes a TeX command, which no letter may follow.
  mutating func takeCommand(_ command: String) -> Bool {
    let start = position
    guard take(command) else { return false }
    if next?.properties.isAlphabetic != true { return true }
    position = start
    return false
  }

  /// Takes a word in any case of letters, which no letter or digit may follow.
  mutating func takeWord(_ word: String) -> Bool {
    var distance = 0
    for scalar in word.unicodeScalars {
      guard let found = peek(distance), found.properties.lowercaseMapping == String(scalar) else {
        return false
      }
      distance += 1
    }
    if let after = peek(distance), after.properties.isAlphabetic || after.properties.numericType != nil {
      return false
    }
    position += distance
    return true
  }

  /// Takes digits from 0 to 9.
  mutating func takeDigits() -> [UInt8] {
    var digits: [UInt8] = []
    while let digit = next.flatMap(Self.digit) {
      digits.append(digit)
      position += 1
    }
    return digits
  }

  /// Passes white space, and in TeX what sets it; whether there was any.
  @discardableResult mutating func skipSpace() -> Bool {
    let start = position
    while let next {
      if Self.isSpace(next) {
        position += 1
      } else if !(take("\\,") || take("\\;") || take("\\:") || take("\\ ") || (isTeX && take("~"))) {
        break
      }
    }
    return position > start
  }

  /// The value of a digit from 0 to 9; other scripts' digits are none.
  static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    ("0"..."9").contains(scalar) ? UInt8(scalar.value - 48) : nil
  }

  /// Passes over dollars that enclose the whole text.
  private mutating func enterDollars() {
    let dollars = (position..<end).filter { scalars[$0] == "$" }
    guard dollars.count == 2, dollars.first == position, dollars.last == end - 1, end - position > 2 else {
      return
    }
    position += 1
    end -= 1
    isTeX = true
    skipSpace()
    while end > position, Self.isSpace(scalars[end - 1]) { end -= 1 }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
}
