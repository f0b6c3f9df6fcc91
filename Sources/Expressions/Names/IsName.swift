/// Whether a word can be a name: a letter, then letters, digits and underscores, and no word of the language.
public func isName(_ word: String) -> Bool {
  let reserved: Set<String> = ["true", "false", "and", "or", "not", "if"]
  guard let first = word.unicodeScalars.first, !reserved.contains(word) else { return false }
  guard first.properties.isAlphabetic else { return false }
  return word.unicodeScalars.allSatisfy { scalar in
    scalar == "_" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }
}
