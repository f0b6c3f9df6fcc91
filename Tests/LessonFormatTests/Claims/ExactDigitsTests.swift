import Expressions
import LessonFormat
import Testing

/// The digits of a double are its exact ones.
@Suite struct ExactDigitsTests {
  /// The exact expansions, from Python's `decimal.Decimal(x)`.
  @Test(
    arguments: [
      (0.1, "0.00", "0.10"), (0.285, "0.00", "0.28"), (2.675, "0.00", "2.67"), (1.005, "0.00", "1.00"),
      (0.125, "0.00", "0.13"),
      (1e23, "0.000000000000e0", "1.00000000000e23"), (4.35, "0.0", "4.3"),
      (9_007_199_254_740_992, "0", "9007199254740992"),
      (0.5, "0", "1"), (1.5, "0", "2"), (-0.5, "0", "−1"), (1e-300, "0.00e0", "1.00e-300"),
      (.greatestFiniteMagnitude, "0.0000e0", "1.7977e308"),
      (.leastNonzeroMagnitude, "0.0000e0", "4.9407e-324"),
    ] as [(Double, String, String)])
  func areRoundedOnce(_ value: Double, _ shape: String, _ expected: String) throws {
    #expect(try ValueFormat.format(.number(value), title: shape).plain == expected)
  }

  @Test func aClaimOfEveryDigitThatSwiftPrintsHolds() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      let value = Double.random(in: 0.0001...9999, using: &generator)
      #expect(outcome("\(value)", .number(value)) == "held")
    }
  }
}
