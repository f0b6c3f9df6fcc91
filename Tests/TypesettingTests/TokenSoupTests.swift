import Testing
import Typesetting

/// Random formulas: whatever they are, they are typeset or refused.
@Suite struct TokenSoupTests {
  /// The generator SplitMix64, so that every run tries the same formulas.
  private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  private static let tokens = [
    "a", "1", "+", "=", "(", ")", "[", "]", "{", "}", "{", "}", "^", "_", "&", "#1", "$", "%", "\n", " ", "~",
    "'", "|",
    "\\\\", "\\", "\\{", "\\}", #"\frac"#, #"\sqrt"#, #"\left("#, #"\right)"#, #"\left."#, #"\middle|"#,
    #"\text{"#,
    #"\begin{matrix}"#, #"\end{matrix}"#, #"\begin{cases}"#, #"\end{cases}"#, #"\begin{array}{c|c}"#,
    #"\end{array}"#,
    #"\def\x{"#, #"\x"#, #"\gdef\y#1{"#, #"\y"#, #"\let\x"#, #"\over"#, #"\hat"#, #"\sum"#, #"\limits"#,
    #"\mathbb"#,
    #"\color{red}"#, #"\tag{1}"#, #"\href"#, #"\verb"#, #"\char"#, #"\kern1em"#, #"\rule{1em}"#,
    #"\operatorname*"#,
    #"\mathchoice"#, #"\not"#, #"\overbrace"#, #"\xrightarrow"#, #"\displaystyle"#, #"\cancel"#,
    #"\raisebox{1em}"#,
    #"\alpha"#, #"\infty"#, "é", "😀", "\u{301}", "\u{0}", "中", #"\unknown"#, #"\expandafter"#, #"\hline"#,
    #"\cr"#,
  ]

  @Test(arguments: 0..<8)
  func `a random formula is typeset or refused`(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    var typeset = 0
    var refused = 0
    for _ in 0..<50 {
      let count = Int.random(in: 1...8, using: &generator)
      let tex = (0..<count).map { _ in Self.tokens.randomElement(using: &generator) ?? "" }.joined()
      switch outcome(of: tex, display: Bool.random(using: &generator)) {
      case .success(let html):
        typeset += 1
        #expect(html.hasPrefix("<span class=\"katex") && html.hasSuffix("</span>"), "\(tex)")
      case .failure(let error):
        refused += 1
        #expect(!error.message.isEmpty && !error.message.contains("\n"), "\(tex)")
        #expect((0...tex.utf8.count).contains(error.offset ?? 0), "\(tex)")
      }
    }
    #expect(typeset > 0 && refused > 0)
  }
}
