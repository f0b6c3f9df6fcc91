/// Finds the numerals in a text.
///
/// A numeral begins with a digit that begins a word: `12`, `3.5 %`, `1,000`, `1.2 billion`, `1/2`, `5.98×10^22`,
/// `1986`, `7B`, `80-layer`, `½`. A digit behind a letter belongs to a name (`x2`, `GPT-4`). Ordinals (`3rd`),
/// versions (`6.3.1`), times (`12:30`) and dates (`2026-05-01`) say in which place something stands, and are none.
struct NumeralScanner {
  private let scalars: [Unicode.Scalar]

  /// Takes a text.
  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The places of all numerals, in order.
  func ranges() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = 0
    while place < scalars.count {
      guard isDigit(place) else {
        place += 1
        continue
      }
      if beginsWord(place), let end = dateEnd(from: place) {
        place = end
        continue
      }
      let end = endOfWord(from: place)
      if beginsWord(place), isNumber(place..<end) {
        found.append(signed(place)..<unitEnd(behind: end))
      }
      place = max(end, found.last?.upperBound ?? 0)
    }
    return found
  }

  // MARK: Words

  /// Where the word ends that goes on at a digit: letters, digits, and marks between two of them.
  private func endOfWord(from start: Int) -> Int {
    var end = start
    while end < scalars.count {
      if isDigit(end) || isLetter(end) || isRaised(end) {
        end += 1
      } else if (Self.joints.contains(scalars[end]) && isDigit(end + 1)) || isHyphenInside(end) {
        end += 1
      } else if let power = powerEnd(from: end) {
        end = power
      } else {
        break
      }
    }
    return end
  }

  private static let joints: Set<Unicode.Scalar> = [
    ".", ",", ":", "/", "\u{2009}", "\u{202F}", "'", "\u{2019}", "_",
  ]

  /// Whether a hyphen ties a letter to the number, as in `80-layer`, or belongs to a power of ten, as in `3e-4`.
  private func isHyphenInside(_ place: Int) -> Bool {
    guard scalars[place] == "-" || scalars[place] == "\u{2212}" else { return false }
    if scalars[place] == "-", isLetter(place + 1) { return true }
    return place > 1 && "eE".unicodeScalars.contains(scalars[place - 1]) && isDigit(place - 2)
      && isDigit(place + 1)
  }

  /// `×10^22`, `·10²²`, with or without spaces around the sign.
  private func powerEnd(from start: Int) -> Int? {
    var place = skippingSpace(from: start)
    guard place < scalars.count, scalars[place] == "×" || scalars[place] == "·" else { return nil }
    place = skippingSpace(from: place + 1)
    guard matches("10", at: place) else { return nil }
    place += 2
    if isRaised(place) { return place }
    guard place < scalars.count, scalars[place] == "^" else { return nil }
    place += 1
    if place < scalars.count, scalars[place] == "-" || scalars[place] == "\u{2212}" { place += 1 }
    return isDigit(place) ? place : nil
  }

  private func skippingSpace(from place: Int) -> Int {
    place < scalars.count && Self.isSpace(scalars[place]) ? place + 1 : place
  }

  /// Whether a digit is the first character of its word, a sign or a bracket apart.
  private func beginsWord(_ place: Int) -> Bool {
    guard place > 0 else { return true }
    if isLetter(place - 1) || scalars[place - 1] == "_" { return false }
    // In `GPT-4` the hyphen belongs to the name, in `−4` and `(-4)` to the number.
    return !(scalars[place - 1] == "-" && place > 1 && isLetter(place - 2))
  }

  private func signed(_ place: Int) -> Int {
    guard place > 0, scalars[place - 1] == "-" || scalars[place - 1] == "\u{2212}" else { return place }
    let isBinary = place > 1 && !Self.isSpace(scalars[place - 2]) && scalars[place - 2] != "("
    return isBinary ? place : place - 1
  }

  // MARK: Numbers

  /// Whether a word that begins with a digit says how much, and not in which place.
  private func isNumber(_ word: Range<Int>) -> Bool {
    let text = String(String.UnicodeScalarView(scalars[word]))
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isGrouped = parts.dropFirst().allSatisfy { $0.count == 3 }
    if parts.count > 2, !isGrouped { return false }
    if text.contains(":") { return false }
    let ending = String(text.reversed().prefix { $0.isLetter }.reversed()).lowercased()
    return !Self.ordinalEndings.contains(ending)
  }

  private static let ordinalEndings: Set<String> = ["st", "nd", "rd", "th"]

  /// Where a date such as `2026-05-01` ends.
  private func dateEnd(from start: Int) -> Int? {
    let end = start + Self.date.count
    guard end <= scalars.count, !isDigit(end) else { return nil }
    for (place, kind) in zip(start..<end, Self.date) {
      guard kind == "0" ? isDigit(place) : scalars[place] == kind else { return nil }
    }
    return end
  }

  private static let date = Array("0000-00-00".unicodeScalars)

  /// Where a percent sign or a word such as `billion` ends that belongs to a number.
  private func unitEnd(behind end: Int) -> Int {
    let start = skippingSpace(from: end)
    if start < scalars.count, scalars[start] == "%" || scalars[start] == "‰" { return start + 1 }
    guard start > end else { return end }
    for word in ClaimScanner.scaleWords where matches(word, at: start) {
      let next = start + word.unicodeScalars.count
      if !isLetter(next) { return next }
    }
    return end
  }

  private func matches(_ text: String, at place: Int) -> Bool {
    let wanted = text.unicodeScalars
    guard place + wanted.count <= scalars.count else { return false }
    return zip(wanted, scalars[place...]).allSatisfy {
      $0 == $1 || $0.properties.uppercaseMapping == String($1)
    }
  }

  // MARK: Characters

  private func isDigit(_ place: Int) -> Bool {
    guard place < scalars.count else { return false }
    let scalar = scalars[place]
    if scalar.isASCII { return ASCII.isDigit(UInt8(scalar.value)) }
    let properties = scalar.properties
    return properties.generalCategory == .decimalNumber
      || (properties.generalCategory == .otherNumber && properties.numericType == .numeric)
  }

  private func isLetter(_ place: Int) -> Bool {
    guard place < scalars.count else { return false }
    // What is no text of the author's stands for something that has a name: mathematics, code, a claim.
    return scalars[place] == ProseText.placeholder || scalars[place].properties.isAlphabetic
  }

  /// A raised digit or sign.
  private func isRaised(_ place: Int) -> Bool {
    guard place < scalars.count else { return false }
    return "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺".unicodeScalars.contains(scalars[place])
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
}
