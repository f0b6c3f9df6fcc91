import Testing

/// Texts that keep readers busy, and files that are no lessons.
enum Hostility {
  struct Text: CustomTestStringConvertible {
    var name: String
    var text: String
    var testDescription: String { name }

    init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  static func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  static func let_(_ body: String) -> String { "```{let} x\n\(body)\n```\n" }

  /// Bodies of lessons.
  ///
  /// The readers' own tests try more of them; these are to show that no part of a run, from the
  /// reader to the report, takes long for any.
  static let lessons: [Text] = [
    Text("a directive with a million numbers", let_("v: [\(times("1, ", 1_000_000))1]")),
    Text("a hundred thousand parentheses", let_("v: =\(times("(", 49_000))1\(times(")", 49_000))")),
    Text("a claim with parentheses", "[2](<=\(times("(", 49_000))1\(times(")", 49_000))>)\n"),
    Text("a hundred thousand signs", let_("v: =\(times("-", 99_000))1")),
    Text("deep lists in YAML", let_("v: \(times("[", 100_000))")),
    Text("towers of powers", "[2](=9^9^9^9) [3](=2^-9^9^9) [4](<=(9^9^9^9) - (9^9^9^9)>)\n"),
    Text(
      "a table of 5,000 by 5,000", times("|a", 5000) + "\n" + times("|-", 5000) + "\n" + times("|a\n", 5000)),
    Text(
      "aliases within aliases",
      let_("a0: &a0 [1]\n" + (1...9).map { "a\($0): &a\($0) [\(times("*a\($0 - 1), ", 9))1]\n" }.joined())),
    Text("headings of one name", times("# same\n\n", 10_000)),
    Text("open brackets", times("[", 10_000)), Text("open links", times("[a](", 10_000)),
    Text("claims that would vanish", times("[a](=", 10_000)),
    Text("nested quotes", times(">", 100_000)), Text("nested lists", times("- ", 50_000)),
    Text("stars", times("*a **b ", 20_000)), Text("dollars", times("$a ", 50_000)),
    Text("closed mathematics with text behind it", times("$$ a\n", 5_001)),
    Text("a line of claims that fail", times("[3](=1+1) ", 5_000)),
    Text("lines of claims that fail", times("[3](=1+1)\n\n", 2_000)),
    Text("doublings", let_("a0: 1\n" + (1...1500).map { "a\($0): =a\($0 - 1) + a\($0 - 1)\n" }.joined())),
    Text(
      "vectors of vectors",
      let_("v0: [1, 1]\n" + (1...60).map { "v\($0): =[v\($0 - 1), v\($0 - 1)]\n" }.joined())),
    Text("directives that depend on each other", chain(2_000)),
    Text("directives without a body", times("```{let}\n```\n", 2_000)),
    Text("one character", "e" + times("\u{301}", 100_000) + " [3](=1+1)\n"),
    Text("NUL", "a\0b [2](=1+1)\0\n" + let_("a\0: 1")),
    Text("footnotes", (0..<5000).map { "[^\($0)]\n\n[^\($0)]: x\n\n" }.joined()),
    Text("labels", times("$$ x $$ {#eq-x}\n\n", 1_000)), Text("tags", times("<a ", 20_000)),
    Text("comments", times("<!-- ", 20_000)),
  ]

  private static func chain(_ count: Int) -> String {
    (1...count).map { "```{let} x\($0)\na: \($0 == 1 ? "1" : "=x\($0 - 1).a + 1")\n```\n" }.joined()
  }
}
