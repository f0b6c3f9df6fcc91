import Expressions
import Testing

@Suite struct TeXTests {
  static let forms: [(String, String)] = [
    ("alpha", "\\alpha"), ("α", "\\alpha"), ("yhat_2", "\\hat{y}_{2}"), ("yhat", "\\hat{y}"),
    ("xbar", "\\bar{x}"),
    ("loss", "\\mathrm{loss}"), ("b1", "b_{1}"), ("b1_2", "b_{1,2}"), ("W_{2,3}", "W_{2,3}"),
    ("x/y", "\\frac{x}{y}"),
    ("(a+b)/c", "\\frac{a + b}{c}"), ("a/b/c", "\\frac{\\frac{a}{b}}{c}"), ("a/b*c", "\\frac{a}{b} \\, c"),
    ("sqrt(x+1)", "\\sqrt{x + 1}"), ("2x", "2 x"), ("2*3", "2 \\cdot 3"), ("x*2", "x \\cdot 2"),
    ("x*y", "x \\, y"),
    ("x*(y+1)", "x \\cdot \\left(y + 1\\right)"), ("exp(-x)", "e^{-x}"),
    ("exp(x/2)", "\\exp\\left(\\frac{x}{2}\\right)"),
    ("exp(x)^2", "\\left(e^{x}\\right)^{2}"), ("log(x)", "\\ln\\left(x\\right)"),
    ("abs(x)", "\\left| x \\right|"),
    ("(-x)^2", "\\left(-x\\right)^{2}"), ("-x^2", "-x^{2}"), ("2^-1", "2^{-1}"),
    ("(x/y)^2", "\\left(\\frac{x}{y}\\right)^{2}"),
    ("a - (b - c)", "a - \\left(b - c\\right)"), ("a - -b", "a - \\left(-b\\right)"),
    ("a*(-b)", "a \\cdot \\left(-b\\right)"),
    ("softmax(h)_2", "\\operatorname{softmax}\\left(h\\right)_{2}"), ("1e-12", "10^{-12}"),
    ("2.5e-3", "2.5 \\times 10^{-3}"), ("1e-12^2", "\\left(10^{-12}\\right)^{2}"), ("0.05", "0.05"),
    ("86400", "86400"),
    ("1e15", "10^{15}"), ("1.746e11", "1.746 \\times 10^{11}"), ("inf", "\\infty"),
    ("close.p.Paris", "\\mathrm{close}.p_{\\text{Paris}}"),
    ("n.\"50 % & more\"", "n_{\\text{50 \\% \\& more}}"),
    ("f.standard_error.b1", "f.\\mathrm{standard\\ error}_{b_{1}}"), ("c.dy_dx", "\\frac{d y}{d x}"),
    ("-(a/b)", "-\\frac{a}{b}"), ("-1e-12", "-10^{-12}"), ("xprime_2^2", "{x'}_{2}^{2}"),
    ("x_max", "x_{\\mathrm{max}}"), ("0 <= p < 1", "0 \\le p < 1"), ("a == b", "a = b"),
    ("a != b", "a \\ne b"),
    ("[1, 2]", "\\left(1, 2\\right)"),
    ("[[1, 2], [3, 4]]", "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}"),
    ("d(L, h_2)", "\\frac{\\partial L}{\\partial h_{2}}"), ("dot(u, v)", "u \\cdot v"),
    ("d(x^2, x)", "\\frac{\\partial}{\\partial x} \\left(x^{2}\\right)"), ("transpose(A)", "A^{\\top}"),
    ("if(x > 0, x, 0)", "\\begin{cases} x & \\text{if } x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}"),
    ("not a and b", "\\text{not } a \\;\\text{and}\\; b"), ("\"a_b\"", "\\text{a\\_b}"),
    ("p_{i+1}", "p_{i + 1}"),
  ]

  @Test(arguments: forms)
  func expressionsAreTypeset(_ text: String, _ tex: String) throws {
    #expect(try Expression.parse(text).tex() == tex)
  }

  @Test func valuesAreTypeset() throws {
    #expect(try value(of: "[1, -2.5, 1e-9]").tex() == "\\left(1, -2.5, 10^{-9}\\right)")
    #expect(try value(of: "W").tex() == "\\begin{pmatrix} 1 & 2 & 3 \\\\ 4 & 5 & 6 \\end{pmatrix}")
    #expect(try value(of: "n.m_2").tex() == "9")
    #expect(try value(of: "\"10 $\"").tex() == "\\text{10 \\$}")
    #expect(try value(of: "linspace(1,30,30)").tex() == "\\left(1, 2, 3, 4, 5, 6, \\ldots, 30\\right)")
    #expect(Value.number(-1.0 / 3).tex(style: TeXStyle(significantDigits: 3)) == "-0.333")
  }
}
