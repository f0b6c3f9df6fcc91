import Foundation
import Testing
import Typesetting

/// Formulas made to hang, to crash or to fill the memory.
@Suite struct HostileFormulaTests {
  struct Attack: CustomTestStringConvertible {
    let name: String
    let tex: String
    let message: String
    var testDescription: String { name }
  }

  private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  static let attacks = [
    Attack(
      name: "macro without end", tex: #"\def\a{\a\a}\a"#,
      message: "the macros of the formula do not end: more than 1000 expansions"),
    Attack(
      name: "macro that doubles", tex: #"\def\a#1{#1#1}"# + times(30, #"\a{"#) + "x" + times(30, "}"),
      message: "the macros of the formula do not end: more than 1000 expansions"),
    Attack(
      name: "a hundred thousand braces", tex: times(100_000, "{"),
      message: "the formula has 100000 bytes; at most 20000 are typeset"),
    Attack(name: "braces", tex: times(19_000, "{"), message: "the formula is nested too deeply"),
    Attack(
      name: "closed braces", tex: times(9000, "{") + times(9000, "}"),
      message: "the formula is nested too deeply"),
    Attack(
      name: "roots", tex: times(2000, #"\sqrt{"#) + times(2000, "}"),
      message: "the formula is nested too deeply"),
    Attack(
      name: "arguments within arguments", tex: times(2000, #"\text{"#) + times(2000, "}"),
      message: "the formula takes too much work to typeset"),
    Attack(
      name: "matrices", tex: times(1400, #"\begin{matrix}"#), message: #"a \begin is not closed by its \end"#),
    Attack(
      name: "a megabyte", tex: times(1_000_000, "x"),
      message: "the formula has 1000000 bytes; at most 20000 are typeset"),
    Attack(
      name: "a wide sum", tex: times(9999, "x+") + "x", message: "the formula takes too much work to typeset"),
  ]

  @Test(arguments: attacks)
  func `a hostile formula is an error`(_ attack: Attack) throws {
    let error = try #require(failure(of: attack.tex))
    #expect(error.message == attack.message)
  }

  @Test(arguments: [
    #"\rule{1e9em}{1em}"#, #"\kern{999999999999999999999em}"#, #"\hspace{1e-9999em}"#, #"\char"FFFFFFFF"#,
    #"\char"D800"#, #"\char'777777777777777777777"#, #"\begin{array}{*{99999}{c}}a\end{array}"#,
    #"\begin{array}{ccc@{}|||:::}\end{array}"#, #"\genfrac{(}{]}{99999pt}{9}{a}{b}"#,
    #"\sqrt[\sqrt[\sqrt[]{}]{}]{}"#,
    "\u{FEFF}\u{202E}\u{200D}", "\u{FFFF}\u{10FFFF}", "\u{1F600}\u{332}", #"\__proto__"#, #"\constructor"#,
    #"\begin{__proto__}\end{__proto__}"#, #"\begin{constructor}\end{constructor}"#, #"\color{constructor}x"#,
    #"\htmlData{__proto__=1}{x}"#, #"\def\__proto__{x}\__proto__"#, #"\gdef\constructor{x}"#,
    #"\let\frac\relax\frac"#,
    #"\def\left{}\left("#, #"\def\begin{}\begin{matrix}"#, #"\expandafter\expandafter"#, #"\futurelet\a\b"#,
    #"\@ifnextchar"#, #"\@firstoftwo"#, #"\current@color"#, #"\\math"#, #"\(x"#, #"\)"#, #"\[x\]"#,
  ])
  func `an odd formula is typeset or refused`(_ tex: String) {
    for display in [false, true] {
      switch outcome(of: tex, display: display) {
      case .success(let html): #expect(html.hasSuffix("</span>"))
      case .failure(let error): #expect(!error.message.isEmpty)
      }
    }
  }

  @Test func `deep nesting that a person might write is typeset`() throws {
    let tex = Self.times(60, #"\frac{1}{1+"#) + "x" + Self.times(60, "}")
    let html = try typesetter.mathematics(tex, display: true)
    #expect(html.components(of: "<mfrac>") == 60)
  }

  @Test func `a large matrix is typeset`() throws {
    let row = (1...12).map { "a_{\($0)}" }.joined(separator: "&")
    let tex =
      #"\begin{pmatrix}"# + Array(repeating: row, count: 12).joined(separator: #"\\"#) + #"\end{pmatrix}"#
    let html = try typesetter.mathematics(tex, display: true)
    #expect(html.components(of: "<mtd>") == 144)
  }

  @Test func `the stack of the caller does not matter`() async {
    // A match of this expression recurs 10,000 deep in C before Duktape stops it.
    let library =
      "katex = { ParseError: function () {}, renderToString: function (tex) { /(a|b)*c/.exec(tex) } }"
    let matcher = Typesetter(
      sources: { TypesettingSources(katex: library, highlight: "") }, version: "recursive")
    let tex = Self.times(9000, "ab")
    let message = await withCheckedContinuation { continuation in
      let thread = Thread {
        let result = Result { () throws(TypesettingError) in try matcher.mathematics(tex, display: false) }
        continuation.resume(returning: result.failure?.message)
      }
      thread.stackSize = 128 << 10
      thread.start()
    }
    #expect(message == "the formula is nested too deeply")
  }

  @Test func `a formula is typeset the same after hostile ones`() throws {
    let fresh = Typesetter(sources: installedSources, version: "installed", engines: 1)
    let before = try fresh.mathematics(#"\frac{1}{2}"#, display: false)
    for attack in Self.attacks where attack.message.contains("nested") {
      #expect(throws: TypesettingError.self) { try fresh.mathematics(attack.tex, display: false) }
      #expect(try fresh.mathematics(#"\frac{1}{2}"#, display: false) == before)
    }
  }
}

extension String {
  /// How often a text occurs.
  func components(of text: String) -> Int { ranges(of: text).count }
}
