extension String {
  /// The text on one line, with one space where there was any.
  var squeezed: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for byte in utf8 {
      let isSpace = byte == UInt8(ascii: " ") || (9...13).contains(byte)
      if !isSpace {
        bytes.append(byte)
      } else if let last = bytes.last, last != UInt8(ascii: " ") {
        bytes.append(UInt8(ascii: " "))
      }
    }
    if bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The beginning of the text, at most so many bytes and ended between words; the whole where it fits.
  func beginning(bytes limit: Int) -> Substring {
    guard utf8.count > limit else { return self[...] }
    var end = utf8.index(startIndex, offsetBy: limit)
    if let space = utf8[..<end].lastIndex(of: UInt8(ascii: " ")) { return self[..<space] }
    while end > startIndex, end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
    return self[..<end]
  }

  /// The same with a sign that there is more.
  func shortened(bytes limit: Int) -> String {
    let beginning = beginning(bytes: limit)
    return beginning.endIndex == endIndex ? self : "\(beginning)…"
  }
}

/// Calls a function with each word of a text, in lower case: letters, digits and marks.
///
/// Of scripts that write no spaces every sign is a word. The script of the search does the same.
func forEachWord(in text: Substring, _ body: (String) -> Void) {
  var word = ""
  func end() {
    guard !word.isEmpty else { return }
    body(word)
    word = ""
  }
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      switch scalar {
      case "a"..."z", "0"..."9": word.unicodeScalars.append(scalar)
      case "A"..."Z": word.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: scalar) | 0x20))
      default: end()
      }
    } else if scalar.isWordInItself {
      end()
      body(String(scalar))
    } else if scalar.isPartOfWord {
      word += scalar.properties.lowercaseMapping
    } else {
      end()
    }
  }
  end()
}

extension Unicode.Scalar {
  /// Whether it belongs to a script without spaces: Thai, Japanese, Chinese.
  var isWordInItself: Bool {
    switch value {
    case 0x0E00...0x0E7F, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: isPartOfWord
    default: false
    }
  }

  fileprivate var isPartOfWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }
}
