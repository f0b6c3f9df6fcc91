import Expressions
import Testing

@Suite struct HostileInputTests {
  static let pieces = [
    "(", ")", "[", "]", "_", "_{", "}", ".", ",", "+", "-", "*", "/", "^", "<", "<=", "==", "!=", "\"", "x",
    "v", "W",
    "m_2", "close", "p", "f", "sum", "softmax", "d", "if", "and", "or", "not", "true", "1", "2.5", "1e3", "0",
    "e", "_2",
    " ", "−", "é", "linspace(0,1,9)", "d(", "if(", "v_", "close.", "inf", "nan", "norm(", "\u{301}",
    "999999999999",
  ]

  @Test func randomTokensOnlyReturnOrThrow() throws {
    var random = SeededRandom(seed: 20_240_601)
    var values = 0
    for _ in 0..<12_000 {
      let count = Int(random.next() % 14) + 1
      let text = (0..<count).map { _ in Self.pieces[Int(random.next() % UInt64(Self.pieces.count))] }.joined()
      values += visit(text)
    }
    #expect(values > 100, "too few of the texts were expressions to show anything")
  }

  @Test func randomBytesOnlyReturnOrThrow() {
    var random = SeededRandom(seed: 7)
    var values = 0
    for _ in 0..<8_000 {
      let bytes = (0..<Int(random.next() % 24)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      values += visit(String(decoding: bytes, as: UTF8.self))
    }
    #expect(values > 0)
  }

  /// Reads, evaluates, prints and typesets a text; counts the values that came out.
  private func visit(_ text: String) -> Int {
    do {
      let expression = try Expression.parse(text)
      #expect(expression.tex().utf8.count < 100_000)
      #expect(try Expression.parse(expression.description).description == expression.description, "\(text)")
      _ = expression.names { lesson.values[$0] != nil }
      _ = try expression.evaluate(in: lesson)
      return 1
    } catch {
      #expect(
        error.range.lowerBound >= 0 && error.range.upperBound <= max(text.utf8.count, 1), "\(text): \(error)")
      #expect(!error.message.isEmpty)
      return 0
    }
  }

  static let deep = [
    ("(", "1", ")"), ("-", "1", ""), ("2^", "1", ""), ("[", "1", "]"), ("sin(", "1", ")"), ("v_{", "1", "}"),
    ("if(true, 1, ", "1", ")"), ("not ", "true", ""), ("d(", "x", ", x)"), ("1/(", "1", ")"), ("+", "1", ""),
  ]

  @Test(arguments: deep.indices)
  func deepNestingIsAMistake(_ index: Int) throws {
    let (open, inner, close) = Self.deep[index]
    for count in [300, 20_000] where count * (open.utf8.count + close.utf8.count) < 100_000 {
      let text = String(repeating: open, count: count) + inner + String(repeating: close, count: count)
      let error = try #require(mistake(in: text))
      #expect(error.message.contains("deep"), "\(error.message)")
    }
  }

  @Test func nestingWithinTheLimitWorks() throws {
    for (open, close) in [("(", ")"), ("-", ""), ("abs(", ")"), ("if(true, ", ", 1)"), ("1*(1+", ")")] {
      let text = String(repeating: open, count: 190) + "1" + String(repeating: close, count: 190)
      let expression = try Expression.parse(text)
      _ = try expression.evaluate(in: lesson)
      #expect(expression == (try Expression.parse(text)))
      #expect(expression.hashValue == (try Expression.parse(text)).hashValue)
      #expect(!expression.tex().isEmpty && !expression.description.isEmpty)
    }
  }

  @Test func longChainsWork() throws {
    #expect(try value(of: String(repeating: "1+", count: 15_000) + "1") == .number(15_001))
    #expect(try value(of: String(repeating: "1*", count: 15_000) + "1") == .number(1))
    #expect(try value(of: String(repeating: "true and ", count: 9_000) + "true") == .boolean(true))
    #expect(try value(of: String(repeating: "1<=", count: 9_000) + "1") == .boolean(true))
  }

  @Test func tooManyPartsAreAMistake() {
    for text in ["1+", "1*", "x.a.", "1<", "v_1_1", "1,", "x ", "\"", "(1)(2)"] {
      let long = String(repeating: text, count: 100_000 / text.utf8.count - 1)
      #expect(mistake(in: long) != nil)
    }
    #expect(mistake(in: "v" + String(repeating: "_1", count: 40_000)) != nil)
    #expect(mistake(in: String(repeating: "x", count: 200_000)) != nil)
  }

  @Test func hugeVectorsAreAMistake() {
    for text in [
      "linspace(0, 1, 1e300)", "linspace(0,1,inf)", "linspace(0,1,1000001)",
      "dot(transpose([linspace(0,1,1000)]), [linspace(0,1,1001)])",
      "[" + String(repeating: "linspace(0,1,100000),", count: 30) + "1]",
      "v_999999999999999999999999", "v_{1e300}", "v_{inf}", "v_{-1}", "round(1, 1e99)",
    ] {
      #expect(mistake(in: text) != nil, "\(text.prefix(60))")
    }
  }

  @Test func computingTooMuchAltogetherIsAMistake() throws {
    let scope = DictionaryScope(["u": .vector(Array(repeating: 1, count: 1_000_000))])
    let expression = try Expression.parse(String(repeating: "length(u) + ", count: 20) + "1")
    #expect(throws: ExpressionError.self) { try expression.evaluate(in: scope) }
  }

  @Test(arguments: [
    ("(", ")_1"), ("(", ")/2"), ("transpose(", ")"), ("exp(", ")"), ("d(x, v_{", "})"), ("d(", ", x)"),
    ("-(", ")"),
    ("dot(1, ", ")"), ("(1/(", "))_1"), ("if(", ", 1, 1)"), ("sum(x, ", ")"),
  ])
  func nestingDoesNotDoubleTheWork(_ open: String, _ close: String) throws {
    let text = String(repeating: open, count: 60) + "1" + String(repeating: close, count: 60)
    let expression = try Expression.parse(text)
    #expect(expression.tex().utf8.count < 10_000)
    #expect(expression.description.utf8.count < 10_000)
    _ = expression.names { lesson.values[$0] != nil }
    _ = try? expression.evaluate(in: lesson)
  }

  @Test func nestedDefinitionsThatAreDeepAreAMistake() throws {
    var scope = DictionaryScope(
      ["x": .number(1), "f0": .number(1)], formulas: ["f0": try Expression.parse("x^2")])
    for index in 1...20 {
      scope.values["f\(index)"] = .number(1)
      let text = String(repeating: "abs(", count: 190) + "f\(index - 1)" + String(repeating: ")", count: 190)
      scope.formulas["f\(index)"] = try Expression.parse(text)
    }
    #expect(try Expression.parse("d(f2, x)").evaluate(in: scope) == .number(2))
    let deep = try Expression.parse("d(d(d(f20, x), x), x)")
    #expect(throws: ExpressionError.self) { try deep.evaluate(in: scope) }
  }

  @Test func circularDefinitionsAreAMistake() throws {
    let scope = DictionaryScope(
      ["p": .number(1), "q": .number(1), "x": .number(1)],
      formulas: ["p": try Expression.parse("q + x"), "q": try Expression.parse("p * x")])
    let expression = try Expression.parse("d(p, x)")
    #expect(throws: ExpressionError.self) { try expression.evaluate(in: scope) }
  }
}

/// SplitMix64, so that every run tries the same inputs.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
