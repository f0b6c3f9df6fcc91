import Testing
import Typesetting

@Suite struct MathematicsTests {
  /// A formula and pieces that its HTML must have, in this order.
  struct Sample: CustomTestStringConvertible {
    let tex: String
    let pieces: [String]
    var testDescription: String { tex }

    init(_ tex: String, _ pieces: String...) {
      self.tex = tex
      self.pieces = pieces
    }
  }

  // The elements are those of MathML Core: mfrac is a fraction, msup a superscript, mtable a table.
  static let samples = [
    Sample("x^2", "<msup><mi>x</mi><mn>2</mn></msup>", #"<span class="msupsub">"#),
    Sample(#"\frac{1}{2}"#, "<mfrac><mn>1</mn><mn>2</mn></mfrac>", #"<span class="mfrac">"#),
    Sample(#"\hat y_k"#, "<mover accent=\"true\">", "<mi>y</mi>", "<mi>k</mi>"),
    Sample(#"\sum_{j=1}^n e^{h_j}"#, "<mo>∑</mo>", "<mi>h</mi>"),
    Sample(#"\begin{pmatrix} a & b \\ c & d \end{pmatrix}"#, "<mtable", "<mtr>", "<mi>d</mi>", "</mtable>"),
    Sample(#"\begin{matrix} 1 \end{matrix}"#, "<mtable", "<mn>1</mn>"),
    Sample(#"\begin{cases} 0 & x < 0 \\ 1 & x \ge 0 \end{cases}"#, "<mtable", "<mo>&lt;</mo>", "<mo>≥</mo>"),
    Sample(#"\begin{array}{l|r} a & b \\ \hline c & d \end{array}"#, "<mtable", "<mi>d</mi>"),
    Sample(#"\mathbb{R}^n \to \mathbb{R}"#, "<mi mathvariant=\"double-struck\">R</mi>", "<mo>→</mo>"),
    Sample(#"\text{loss of } 5\,\%"#, "<mtext>loss\u{A0}of\u{A0}</mtext>", "<mn>5</mn>"),
    Sample(#"\sqrt[3]{x}"#, "<mroot><mi>x</mi><mn>3</mn></mroot>", "<svg "),
    Sample("a % a remark\n+ b", "<mi>a</mi>", "<mo>+</mo>", "<mi>b</mi>"),
    Sample("", #"<span class="katex">"#),
  ]

  @Test(arguments: samples)
  func `a formula becomes MathML and HTML`(_ sample: Sample) throws {
    let html = try typesetter.mathematics(sample.tex, display: false)
    var rest = html[...]
    for piece in sample.pieces {
      let range = try #require(rest.firstRange(of: piece), "\(piece) is not in \(rest)")
      rest = rest[range.upperBound...]
    }
    #expect(html.hasPrefix(#"<span class="katex"><span class="katex-mathml">"#))
    #expect(html.contains(#"<span class="katex-html" aria-hidden="true">"#))
  }

  @Test func `a displayed formula is a block of its own`() throws {
    let html = try typesetter.mathematics(#"\sum_{j} x_j \tag{3}"#, display: true)
    #expect(html.hasPrefix(#"<span class="katex-display">"#))
    #expect(html.contains(#"display="block""#))
  }

  @Test(arguments: [
    (#"\text{</script><b>"\&'}"#, "&lt;/script&gt;&lt;b&gt;"),
    ("a<b>c", "<mo>&lt;</mo>"),
  ])
  func `what HTML would take for markup is escaped`(_ tex: String, _ escaped: String) throws {
    let html = try typesetter.mathematics(tex, display: false)
    #expect(html.contains(escaped))
    #expect(!html.contains("</script") && !html.contains("<b>"))
  }

  // An emoji and a mathematical letter beyond U+FFFF, an accent of two scalars, and Cyrillic.
  @Test(arguments: ["😀", "👩‍🚀", "é", "e\u{301}", "мера"])
  func `text in any script comes through unchanged`(_ text: String) throws {
    let html = try typesetter.mathematics("\\text{\(text)}", display: false)
    let annotation = "<annotation encoding=\"application/x-tex\">\\text{\(text)}</annotation>"
    #expect(html.contains(annotation))
    #expect(!html.contains("\u{FFFD}"))
  }

  @Test func `a mathematical letter beyond the basic plane is set as that letter`() throws {
    // U+1D400 is the bold capital A.
    let html = try typesetter.mathematics("\u{1D400}", display: false)
    #expect(html.contains(#"<span class="mord mathbf">A</span>"#))
  }

  @Test func `sizes are bounded`() throws {
    let html = try typesetter.mathematics(#"\rule{1000000000em}{1em}"#, display: false)
    #expect(html.contains("border-right-width:100em"))
  }
}
