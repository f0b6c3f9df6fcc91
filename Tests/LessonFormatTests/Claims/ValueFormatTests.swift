import Expressions
import LessonFormat
import Testing

/// How values are inserted.
@Suite struct ValueFormatTests {
  @Test(
    arguments: [
      (0.0, "0"), (3640, "3,640"), (-3640, "−3,640"), (999, "999"), (1e14, "100,000,000,000,000"),
      (999_999_999_999_999, "999,999,999,999,999"), (1e15, "1×10^15"), (8.64e19, "8.64×10^19"), (0.5, "0.5"),
      (3.141_592_65, "3.142"), (-0.576_116, "−0.5761"), (1234.567, "1,235"), (0.000_123_46, "0.0001235"),
      (0.0001, "0.0001"), (0.000_099_994, "9.999×10^−5"), (0.000_099_999, "0.0001"), (999_999.6, "1,000,000"),
      (1_234_567.8, "1.235×10^6"), (-1.5e-10, "−1.5×10^−10"), (.infinity, "∞"), (-.infinity, "−∞"),
      (.nan, "not a number"),
      (.leastNonzeroMagnitude, "4.941×10^−324"), (-0.0, "0"),
    ] as [(Double, String)])
  func withoutAShape(_ value: Double, _ expected: String) throws {
    #expect(try ValueFormat.format(.number(value)).plain == expected)
  }

  @Test(
    arguments: [
      (0.576_116_9, "0.0%", "57.6%"), (0.576_116_9, "0 %", "58 %"), (0.5761, "0", "1"), (2.5, "0", "3"),
      (-2.449, "0.00", "−2.45"), (1234.5, "0.00", "1234.50"), (1234.5, "0,000", "1,235"),
      (12.5, "0,000.00", "12.50"),
      (5.976e22, "0.00e0", "5.98e22"), (0.000_55, "0.0E+00", "5.5E-04"), (9.999e9, "0.00e0", "1.00e10"),
      (5.976e22, "0.00×10^0", "5.98×10^22"), (1.234e9, "0.0 billion", "1.2 billion"), (-0.001, "0.0", "0.0"),
      (0, "0.00e0", "0.00e0"), (123_456.789_012_345, "0.0000000000", "123456.789012"),
      (0.285, "0.00", "0.28"),
    ] as [(Double, String, String)])
  func inAShape(_ value: Double, _ shape: String, _ expected: String) throws {
    // 0.285 is stored as 0.284999…: the digits come from the exact value.
    #expect(try ValueFormat.format(.number(value), title: shape).plain == expected)
  }

  @Test(arguments: [
    "", "x", "1", "0.0.0", "#", "-0", "+0", "0e5", "00,00", "0%%", "0.0000000000000", "about 0", "±0.5",
  ])
  func anUnreadableShapeIsAnError(_ shape: String) {
    #expect(throws: ClaimTextError.self) { try ValueFormat.format(.number(1), title: shape) }
  }

  @Test func otherValues() throws {
    #expect(try ValueFormat.format(.text("Paris")).plain == "Paris")
    #expect(try ValueFormat.format(.boolean(true)).plain == "true")
    #expect(try ValueFormat.format(.vector([0.91234, -0.5, 3000])).plain == "(0.9123, −0.5, 3,000)")
    #expect(try ValueFormat.format(.vector([0.5, 0.25]), title: "0%").plain == "(50%, 25%)")
    let record = Value.record(Record([("a", .number(1)), ("b", .text("x"))]))
    #expect(try ValueFormat.format(record).plain == "(a: 1, b: x)")
    let matrix = try #require(Matrix(rows: 2, columns: 2, entries: [1, 2, 3, 4]))
    #expect(try ValueFormat.format(.matrix(matrix)).plain == "((1, 2), (3, 4))")
    #expect(throws: ClaimTextError.self) { try ValueFormat.format(.text("a"), title: "0.0") }
    #expect(throws: ClaimTextError.self) {
      try ValueFormat.format(.vector(Array(repeating: 0, count: 1_000_000)))
    }
  }

  @Test func powersOfTenAreRaised() throws {
    let value = try ValueFormat.format(.vector([5.976e22, 1.5]))
    #expect(value.pieces == [.text("(5.976×10"), .superscript("22"), .text(", 1.5)")])
    #expect(value.tex == "(5.976\\times10^{22}, 1.5)")
  }

  @Test func inTeX() throws {
    #expect(try ValueFormat.format(.number(-3640)).tex == "-3{,}640")
    #expect(try ValueFormat.format(.number(0.576), title: "0.0 %").tex == "57.6\\,\\%")
    #expect(try ValueFormat.format(.number(5.5e-4), title: "0.0e0").tex == "5.5\\times10^{-4}")
    #expect(try ValueFormat.format(.text("50% of a_b\\")).tex == "\\text{50\\% of a\\_b\\textbackslash{}}")
    #expect(try ValueFormat.format(.number(-.infinity)).tex == "-\\infty")
  }
}
