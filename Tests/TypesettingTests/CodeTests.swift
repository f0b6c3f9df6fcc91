import Testing
import Typesetting

@Suite struct CodeTests {
  struct Sample: CustomTestStringConvertible {
    let language: String
    let source: String
    let marked: String
    var testDescription: String { language }
  }

  // The class names are those of highlight.js's documentation: hljs-keyword, hljs-string, …
  static let samples = [
    Sample(language: "swift", source: "let x = 3", marked: #"<span class="hljs-keyword">let</span>"#),
    Sample(
      language: "python", source: "def f(): return 'a'", marked: #"<span class="hljs-string">'a'</span>"#),
    Sample(language: "json", source: #"{"a": true}"#, marked: #"<span class="hljs-attr">"a"</span>"#),
    Sample(
      language: "bash", source: "echo $HOME # home", marked: #"<span class="hljs-comment"># home</span>"#),
    Sample(language: "markdown", source: "# Title", marked: #"<span class="hljs-section"># Title</span>"#),
    Sample(language: "yaml", source: "scores: 3", marked: #"<span class="hljs-attr">scores:</span>"#),
    Sample(language: "SWIFT", source: "let x = 3", marked: #"<span class="hljs-keyword">let</span>"#),
    Sample(language: "py", source: "return", marked: #"<span class="hljs-keyword">return</span>"#),
  ]

  @Test(arguments: samples)
  func `code is marked up in its language`(_ sample: Sample) throws {
    #expect(try typesetter.code(sample.source, language: sample.language).contains(sample.marked))
  }

  @Test(arguments: [
    "", "text", "plaintext", "no-such-language", "constructor", "__proto__", "{softmax}", "\u{0}", "😀",
  ])
  func `an unknown language gives the escaped text`(_ language: String) throws {
    let html = try typesetter.code("if a < b && c > d { \"x\" }", language: language)
    #expect(html == "if a &lt; b &amp;&amp; c &gt; d { \"x\" }")
  }

  @Test(arguments: ["swift", "python", "json", "bash", "markdown", "yaml", "html", "", "unknown"])
  func `what HTML would take for markup is escaped`(_ language: String) throws {
    let html = try typesetter.code("\"</script><b onload='x'>&amp;\"\n<b>", language: language)
    #expect(html.plainText == "\"</script><b onload='x'>&amp;\"\n<b>")
  }

  @Test(arguments: ["swift", "python", "json", "bash", "markdown", "yaml"])
  func `the text of the code is unchanged`(_ language: String) throws {
    let source = "a = \"é😀 e\u{301}\" # x\r\n\n\t// \u{202E}\n  - [ ] `x` \\n\u{0}\n}}}{{{\n\u{301}"
    #expect(try typesetter.code(source, language: language).plainText == source)
    #expect(try typesetter.code("\u{301}x", language: language).plainText == "\u{301}x")
  }

  @Test(arguments: ["c", "java", "bash", "matlab", "markdown", "ruby", "javascript", "perl"])
  func `code that would keep a regular expression busy is shown without colours`(_ language: String) throws {
    for unit in ["a", "a ", "a\n", "_", "$", "*a", "\n"] {
      let source = String(repeating: unit, count: 9000 / unit.utf8.count)
      #expect(try typesetter.code(source, language: language) == source)
    }
  }

  @Test func `a very long listing is shown without colours`() throws {
    let source = String(repeating: "let x = 3; ", count: 10_000)
    #expect(try typesetter.code(source, language: "swift") == source)
    let shorter = String(repeating: "let x = 3; ", count: 900)
    #expect(try typesetter.code(shorter, language: "swift").plainText == shorter)
    #expect(try typesetter.code(shorter, language: "swift") != shorter)
  }
}

extension String {
  /// What a browser shows of HTML whose only elements are `span`s.
  fileprivate var plainText: String {
    // Scalar by scalar: an accent at the start of the code forms one character with the > before it.
    self.replacing(#/<span class="[a-z_ -]*">|</span>/#.matchingSemantics(.unicodeScalar), with: "")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#x27;", with: "'").replacing("&amp;", with: "&")
  }
}
