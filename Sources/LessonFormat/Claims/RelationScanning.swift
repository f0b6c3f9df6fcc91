extension ClaimScanner {
  /// What stands before a number.
  enum Relation {
    case about, almost, between
    case compares(Comparison)
  }

  private static let phrases: [(words: [String], relation: Relation)] = [
    (["about"], .about), (["almost"], .almost), (["nearly"], .almost), (["between"], .between),
    (["more", "than"], .compares(.more)), (["over"], .compares(.more)),
    (["less", "than"], .compares(.less)), (["fewer", "than"], .compares(.less)),
    (["under"], .compares(.less)), (["at", "least"], .compares(.atLeast)),
    (["at", "most"], .compares(.atMost)),
  ]

  /// The longer sign comes before the one that it begins with.
  private static let signs: [(sign: String, relation: Relation)] = [
    ("<=", .compares(.atMost)), (">=", .compares(.atLeast)), ("\u{2264}", .compares(.atMost)),
    ("\u{2265}", .compares(.atLeast)), ("<", .compares(.less)), (">", .compares(.more)), ("\u{2248}", .about),
    ("~", .about),
  ]

  private static let commands: [(command: String, relation: Relation)] = [
    ("\\approx", .about), ("\\sim", .about), ("\\leq", .compares(.atMost)), ("\\le", .compares(.atMost)),
    ("\\geq", .compares(.atLeast)), ("\\ge", .compares(.atLeast)), ("\\lt", .compares(.less)),
    ("\\gt", .compares(.more)),
  ]

  /// Takes the words or the sign before a number, and the space behind; nil where there are none.
  mutating func takeRelation() -> Relation? {
    for phrase in Self.phrases where takePhrase(phrase.words) { return phrase.relation }
    let sign = Self.signs.first { take($0.sign) }?.relation
    guard let found = sign ?? Self.commands.first(where: { takeCommand($0.command) })?.relation else {
      return nil
    }
    skipSpace()
    return found
  }

  private mutating func takePhrase(_ words: [String]) -> Bool {
    let start = position
    for word in words {
      guard takeWord(word), skipSpace() else {
        position = start
        return false
      }
    }
    return true
  }
}
