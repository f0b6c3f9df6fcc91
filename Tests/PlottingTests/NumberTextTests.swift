import Plotting
import Testing

@Suite struct NumberTextTests {
  // The sums and products are written as a program computes them; the texts are what a person would write.
  @Test(arguments: [
    (0.1 + 0.2, "0.3"), (-2.5, "−2.5"), (0, "0"), (-0.0, "0"), (12_345, "12,345"), (1234, "1234"),
    (0.211_94, "0.2119"), (1e6, "1,000,000"), (1.5e300, "1.5×10³⁰⁰"),
    (Double.leastNonzeroMagnitude, "5×10⁻³²⁴"), (1e-5, "10⁻⁵"),
    (0.999_99, "1"), (-1e-7, "−10⁻⁷"), (1 / 3.0, "0.3333"), (.nan, "not finite"), (-.infinity, "not finite"),
  ])
  func numbersAreShort(_ value: Double, _ text: String) {
    #expect(NumberText.short(value) == text)
  }

  @Test(arguments: [
    (0.575, 2, "0.58"), (2.675, 2, "2.68"), (0.005, 2, "0.01"), (9.995, 2, "10.00"), (-0.001, 2, "0.00"),
    (1e15, 0, "1,000,000,000,000,000"), (0.05, 0, "0"), (0.5, 0, "1"), (99.95, 1, "100.0"),
  ])
  func decimalsAreRoundedAsOnPaper(_ value: Double, _ decimals: Int, _ text: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == text)
  }

  @Test(arguments: [(0.0, "0"), (1234.5, "1.2×10³"), (-9.96, "−1.0×10¹"), (1e300, "1.0×10³⁰⁰")])
  func powersOfTenKeepTheirDigits(_ value: Double, _ text: String) {
    #expect(NumberText.scientific(value, decimals: 1) == text)
  }
}
