/// The order of words in a list: without case and accents, the same on every machine.
struct Alphabet {
  /// The letter below each letter with an accent.
  private let bases: [Character: Character]

  /// Finds the letters by what Unicode says is equal: `e` and an accent are `é`.
  init() {
    let letters = ("a"..."z").scalars + ("\u{3B1}"..."\u{3C9}").scalars + ("\u{430}"..."\u{44F}").scalars
    let accents = ("\u{300}"..."\u{36F}").scalars
    var bases: [Character: Character] = [:]
    for letter in letters {
      for accent in accents {
        var written = String(letter)
        written.unicodeScalars.append(accent)
        if written.count == 1 { bases[Character(written)] = Character(letter) }
      }
    }
    self.bases = bases
  }

  /// What a word is ordered by, scalar by scalar.
  func key(of word: String) -> String {
    String(word.lowercased().map { bases[$0] ?? $0 })
  }
}

extension ClosedRange<Unicode.Scalar> {
  fileprivate var scalars: [Unicode.Scalar] {
    (lowerBound.value...upperBound.value).compactMap(Unicode.Scalar.init)
  }
}
