import Expressions
import LessonFormat
import Testing

/// Claims about one number.
@Suite struct NumericClaimTests {
  @Test(
    arguments: [
      ("58%", paris), ("58 %", paris), ("58\u{A0}%", paris), ("57.61%", paris), ("$58\\%$", paris),
      ("$58\\,\\%$", paris), ("$58$ %", paris), ("58%", 0.575), ("58%", 0.585), ("58%", 0.585 * (1 + 5e-13)),
      ("0.0863", 0.0862504), ("5.5e-4", 0.00055015), ("2.39E+02", 238.942), ("3,640", 3640.4),
      ("3640", 3639.5),
      ("−2.45", -2.4506), ("-2.45", -2.4506), ("+2.45", 2.45), ("1.2 billion", 1.21e9),
      ("1.2 Billion", 1.16e9),
      ("3 hundred", 349), ("2 decillion", 2.2e33), ("86.4 quintillion", 8.64e19), ("5.98×10^22", 5.976e22),
      ("5.98 × 10^22", 5.976e22), ("5.98·10^22", 5.976e22), ("5.98×10²²", 5.976e22),
      ("5.98×10⁻²²", 5.976e-22),
      ("$5.98\\times10^{22}$", 5.976e22), ("$5.98 \\cdot 10^{-22}$", 5.976e-22), ("10^22", 1.4e22),
      ("$10^{22}$", 0.6e22), ("3\u{2009}640\u{2009}000", 3_640_000), ("3\u{202F}640", 3640),
      ("1,000,000", 1_000_000.4), ("$3{,}640$", 3640),
      ("$3\\,640.5$", 3640.5), ("0.50", 0.5), ("0", 0.4), ("−0", -0.4), ("1000.25", 1000.25),
      ("5.5e−4", 0.00055),
      ("-57.5%", -0.5752),
    ] as [(String, Double)])
  func holdsWhereItRounds(_ text: String, _ value: Double) {
    #expect(outcome(text, .number(value)) == "held")
  }

  @Test(
    arguments: [
      ("57%", paris), ("58%", 0.5749), ("58%", 0.5851), ("0.60", paris), ("0.5", 0.56), ("0.50", 0.51),
      ("3,640", 3641), ("1.20 billion", 1.21e9), ("−0.576", paris), ("5.98×10^22", 5.9e22), ("58%", 58),
      ("58%", .nan), ("1", .infinity), ("0", -0.6), ("−2.45", -2.456), ("58%", 0.585 * (1 + 5e-12)),
    ] as [(String, Double)])
  func failsWhereItDoesNot(_ text: String, _ value: Double) {
    #expect(outcome(text, .number(value)) == "failed")
  }

  @Test(
    arguments: [
      ("about 42", 42.105), ("About 42", 44.1), ("≈ 42", 39.9), ("~42", 42), ("$\\approx 42$", 42),
      ("about −42", -44.1),
      ("more than 99.9%", 0.99975), ("over 3", 3.01), ("at least 3", 3), ("AT LEAST 3", 3 - 1e-12),
      ("less than 3", 2.9),
      ("under 3%", 0.0299), ("at most 1", 1), ("at most −1", -1 + 1e-13), ("fewer than 10", 9), ("< 3", 2),
      ("<3", 2), ("> 3", 4),
      ("≤ 3", 3), ("≥ 3", 3), ("<= 3", 3), (">=3", 3), ("$\\leq 3$", 3), ("$\\ge 3$", 3), ("$\\lt 3$", 2),
      ("between 2 and 3", 2), ("between 2 and 3", 3), ("Between 2%\nand 3%", 0.025),
      ("between −3 and −2", -2.5),
      ("almost 1", 0.96), ("nearly 1", 0.999_999), ("almost −1", -0.96), ("more than 1.2 billion", 1.3e9),
    ] as [(String, Double)])
  func relationsHold(_ text: String, _ value: Double) {
    #expect(outcome(text, .number(value)) == "held")
  }

  @Test(
    arguments: [
      ("about 42", 44.2), ("about 42", 39.8), ("about −42", 42), ("more than 1", 1), ("over 58%", paris),
      ("less than 1", 1),
      ("at least 3", 2.99), ("at most 3", 3.01), ("between 2 and 3", 3.01), ("almost 1", 1),
      ("almost 1", 0.94),
      ("almost 1", 1.01), ("almost −1", -1), ("more than 1", .nan), ("less than 1", -.infinity),
      ("at most 1", .infinity),
    ] as [(String, Double)])
  func relationsFail(_ text: String, _ value: Double) {
    #expect(outcome(text, .number(value)) == "failed")
  }

  @Test(arguments: [
    "quite a lot", "  ", "58%.", "58 percent", "3,64", "3,6400", "0,575", "1234,567", "5.", ".5", "--5",
    "+−5",
    "2–3", "$5", "$5 and $6", "5 and 6", "about", "about quite", "between 2", "between 2 and",
    "between 3 and 2",
    "between 2 and 3%", "1.2billion", "1.2 billion%", "1e5 million", "5×10", "5×11^2", "2^10", "1e999",
    "1e-999",
    "10^99999999999999999999", "١٢", "５８%", "42 kg", "over58", "more 3", "(1", "(1, 2)", "1 2", "1\u{A0}000",
    "e5", "∞", "NaN",
    "$10^22$", "$5.98\\times10^-3$", "%", "$", "$$", "58%%", "about about 42", "3\u{2009}640\u{202F}000",
    "not 5", "yes", "0x10", "1_000",
  ])
  func isUnreadableWhereTheTableSaysNothing(_ text: String) {
    #expect(outcome(text, .number(1)) == "unreadable")
  }

  @Test(
    arguments: [
      ("42", "±0.5", 42.5, "held"), ("42", "±0.5", 42.51, "failed"), ("42", "±2%", 42.84, "held"),
      ("42", "±2%", 42.85, "failed"), ("42", "+-0.5", 41.5, "held"), ("42", "+/- 0.5", 41.5, "held"),
      ("3,640", "±0.1%", 3637.5, "held"), ("58%", "±0.5", 0.5751, "held"), ("58%", "±0.5", 0.574, "failed"),
      ("−42", "±2%", -42.8, "held"), ("42.00", "±1", 42.9, "held"), ("about 42", "±10", 51, "held"),
      ("42", "±0", 42, "held"),
      ("42", "0.5", 42, "unreadable"), ("42", "±", 42, "unreadable"), ("42", "±-1", 42, "unreadable"),
      ("42", "±1 million", 42, "unreadable"), ("over 42", "±1", 43, "unreadable"),
      ("42", "", 42, "unreadable"),
      ("1.2 billion", "±0.1", 1.3e9, "held"), ("42", "±0.5 or so", 42, "unreadable"),
    ] as [(String, String, Double, String)])
  func theTitleIsATolerance(_ text: String, _ title: String, _ value: Double, _ expected: String) {
    #expect(outcome(text, .number(value), title: title) == expected)
  }

  /// Claims as lessons make them.
  ///
  /// The first three values are softmax's, e^10 / (e^10 + 2e) for the second; the
  /// last three are certified by NIST for Misra1a.
  @Test(
    arguments: [
      ("58%", paris), ("99.98%", 0.999_753_241), ("more than 99.9%", 0.999_753_241),
      ("at most 1", 0.999_753_241),
      ("8.64×10^19", 8.64e19), ("$8.64\\times10^{19}$", 8.64e19), ("86.4 quintillion", 8.64e19),
      ("about 42", 4 / 0.095), ("42.105", 4 / 0.095), ("1,000", 1000), ("238.9421292", 238.942_129_18),
      ("5.501564318e-4", 5.501_564_318_1e-4), ("0.1245513889", 0.124_551_388_94),
    ] as [(String, Double)])
  func claimsOfLessonsHold(_ text: String, _ value: Double) {
    #expect(outcome(text, .number(value)) == "held")
  }

  @Test func inMathematicsTheTextIsTeX() {
    #expect(outcome("58\\%", .number(paris), isMathematics: true) == "held")
    #expect(outcome("5.98\\times10^{22}", .number(5.976e22), isMathematics: true) == "held")
    #expect(outcome("\\approx 0.6", .number(paris), isMathematics: true) == "held")
  }

  @Test func aTextOfAMegabyteIsRefused() {
    for unit in ["1", "(", "-", "about ", "1,", "$"] {
      let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
      #expect(outcome(text, .number(1)) == "unreadable")
      #expect(outcome(text, .vector([1])) == "unreadable")
    }
  }
}
