import Expressions
import LessonFormat
import Testing

/// What claims are held to, and how near to failing they are.
@Suite struct ClaimStandardTests {
  private func standard(
    _ text: String, _ value: Value, title: String? = nil, isMathematics: Bool = false
  ) -> ClaimStandard? {
    ClaimStandard(claim(text, title: title, isMathematics: isMathematics), value: value)
  }

  @Test(
    arguments: [
      ("58%", "rounds to 58%: 57.5% to 58.5%"), ("58 %", "rounds to 58 %: 57.5 % to 58.5 %"),
      ("58\u{A0}%", "rounds to 58 %: 57.5 % to 58.5 %"), ("0.10", "rounds to 0.10: 0.095 to 0.105"),
      ("0", "rounds to 0: −0.5 to 0.5"), ("-2.45", "rounds to −2.45: −2.455 to −2.445"),
      ("3,640", "rounds to 3,640: 3,639.5 to 3,640.5"),
      ("5.5e-4", "rounds to 5.5e-4: 5.45e-4 to 5.55e-4"),
      ("1.00e5", "rounds to 1.00e5: 9.95e4 to 1.005e5"),
      ("5.98×10^22", "rounds to 5.98×10^22: 5.975×10^22 to 5.985×10^22"),
      ("1.2 billion", "rounds to 1.2 billion: 1.15 billion to 1.25 billion"),
      ("about 42", "within 5 % of 42: 39.9 to 44.1"),
      ("almost 1", "below 1 and within 5 % of it: 0.95 to 1"),
      ("more than 99%", "more than 99%"), ("≤ 3", "at most 3"), ("fewer than 10", "less than 10"),
      ("at least 3", "at least 3"), ("between 2 and 3", "between 2 and 3"),
    ])
  func saysWhatWouldHold(_ text: String, _ words: String) {
    #expect(standard(text, .number(1))?.words == words)
  }

  @Test func mathematicsIsToldWithoutTeX() {
    let percent = standard("58\\,\\%", .number(0.58), isMathematics: true)
    #expect(percent?.words == "rounds to 58 %: 57.5 % to 58.5 %")
    let power = standard("5.98\\times10^{22}", .number(5.98e22), isMathematics: true)
    #expect(power?.words == "rounds to 5.98×10^22: 5.975×10^22 to 5.985×10^22")
    #expect(
      standard("3{,}640", .number(3640), isMathematics: true)?.words == "rounds to 3,640: 3,639.5 to 3,640.5")
  }

  @Test func aToleranceIsItsAuthors() {
    #expect(
      standard("42", .number(42), title: "±0.5")?.words == "within 0.5 of 42, by its author: 41.5 to 42.5")
    #expect(
      standard("42", .number(42), title: "±2%")?.words == "within 2 % of 42, by its author: 41.16 to 42.84")
    #expect(
      standard("58%", .number(0.58), title: "±0.5")?.words
        == "within 0.5% of 58%, by its author: 57.5% to 58.5%")
  }

  @Test func textsAndTruthsHaveNoMargin() {
    #expect(standard("Madrid", .text("Madrid"))?.words == "is this text")
    #expect(standard("indeed", .boolean(true))?.words == "is true")
    #expect(standard("not at all", .boolean(false))?.words == "is false")
    for value in [Value.text("Madrid"), .boolean(true)] {
      #expect(standard("Madrid", value)?.margin == nil)
      #expect(standard("Madrid", value)?.allowed.isEmpty == true)
    }
  }

  /// Margins by hand: the share of the way from the middle to the nearer end that is left.
  @Test(
    arguments: [
      ("58%", nil, 0.58, 1), ("58%", nil, 0.575, 0), ("58%", nil, 0.5825, 0.5), ("58%", nil, 0.5775, 0.5),
      ("about 40", nil, 41, 0.5), ("between 2 and 4", nil, 2.25, 0.25), ("42", "±2", 43, 0.5),
      ("almost 1", nil, 0.975, 1), ("42", "±0", 42, 0), ("between 2 and 2", nil, 2, 0),
      // Beside one bound: the distance relative to the larger of the two, of 5 %.
      ("more than 99%", nil, 1, 0.2), ("less than 100", nil, 98, 0.4), ("at most 3", nil, 3, 0),
      ("at least 3", nil, 4, 1), ("less than 0", nil, -1, 1), ("more than −100", nil, -96, 0.8),
      // What fails has nothing left.
      ("58%", nil, 0.6, 0), ("more than 3", nil, 2, 0), ("58%", nil, .nan, 0), ("58%", nil, .infinity, 0),
    ] as [(String, String?, Double, Double)])
  func theMarginIsWhatIsLeft(_ text: String, _ title: String?, _ value: Double, _ expected: Double) throws {
    let margin = try #require(standard(text, .number(value), title: title)?.margin)
    #expect((margin - expected).magnitude < 1e-9, "\(text) of \(value): \(margin)")
  }

  @Test func aTupleIsAsNearAsItsNearestEntry() throws {
    let standard = try #require(self.standard("(0.91, −0.91, 0.01)", .vector([0.91, -0.9125, 0.0149])))
    #expect(
      standard.words == "entry by entry: 0.905 to 0.915; −0.915 to −0.905; 0.005 to 0.015")
    #expect(standard.allowed.count == 3)
    // 0.0149 is 0.0049 from the middle of an interval that reaches 0.005 each way.
    #expect((try #require(standard.margin) - 0.02).magnitude < 1e-9)
  }

  @Test func entriesThatAreNoNumbersHaveNoInterval() throws {
    let standard = try #require(
      self.standard("(Paris, more than 2)", Value.list([.text("Paris"), .number(2.5)])))
    #expect(standard.words == "entry by entry: “Paris”; more than 2")
    #expect(standard.allowed.map { $0?.lower } == [nil, 2])
    #expect(standard.margin == 1)
  }

  @Test func whatCannotBeComparedHasNoStandard() {
    #expect(standard("quite a lot", .number(1)) == nil)
    #expect(standard("(1, 2)", .number(1)) == nil)
    #expect(standard("1", .vector([1])) == nil)
    #expect(standard("", .number(1)) == nil)
    // Entries that are missing make it fail.
    #expect(standard("(1, 2)", .vector([1]))?.margin == 0)
  }

  @Test func hugeNumbersAndLongTuplesAreNoTrouble() {
    #expect(standard("more than −1e308", .number(1.7e308))?.margin == 1)
    #expect(standard("between −1e308 and 1e308", .number(0))?.margin == 1)
    let long = "(" + Array(repeating: "1", count: 60).joined(separator: ", ") + ")"
    let words = standard(long, .vector(Array(repeating: 1, count: 60)))?.words ?? ""
    #expect(words.hasSuffix("0.5 to 1.5; …"))
    #expect(words.count < 200)
  }
}
