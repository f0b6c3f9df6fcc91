import Expressions
import LessonFormat
import SourceText
import Testing

/// Random claims never crash, and what is mended holds.
@Suite struct ClaimFuzzTests {
  private static let pieces = [
    "0", "1", "5", "9", "58", "999", "000", "3,640", ".", ".5", ",", "%", " %", "\\%", "$", "e", "e-4",
    "E+02", "×10^22",
    "\\times10^{22}", "\\cdot 10^{-3}", "×10²²", "10^", "{,}", "\\,", "\u{2009}", "+", "-", "−", "(", ")",
    ", ", "; ",
    "about ", "over ", "at most ", "between ", " and ", "almost ", "≈", "≤ ", "~", " billion", " hundred",
    "no", "é", "\n", "¹", "^",
  ]
  private static let numbers = [
    "5", "58", "9.99", "0.0863", "3,640", "999,999", "1.000", "0.5", "12.34", "100", "9.5", "1\u{202F}000",
    "0.00", "$9{,}990$",
  ]
  private static let scales = [
    "", "", "", "e-4", "E+09", "e0", "×10^22", " × 10^9", "·10^−3", "×10²²", "×10⁻⁹", "%", " %", " million",
  ]

  private func value(_ generator: inout SeededGenerator) -> Double {
    let special: [Double] = [
      0, 1, -1, .nan, .infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude, 0.575, 1e15,
    ]
    if Int.random(in: 0..<10, using: &generator) == 0 { return special.randomElement(using: &generator) ?? 0 }
    let size = Double.random(in: -10...10, using: &generator)
    var power = 1.0
    for _ in 0..<Int.random(in: 0...12, using: &generator) { power *= 10 }
    return Bool.random(using: &generator) ? size * power : size / power
  }

  /// The file and the claim after a fix; nil where there is none.
  private func mended(_ text: String, _ value: Value) -> Claim? {
    let file = SourceFile(path: "a.md", text: "[" + text + "](=x)")
    guard case .edits(let edits) = ClaimFixer.fix(claim(text, at: 1), value: value, in: file, isForced: true)
    else {
      return nil
    }
    var bytes = file.bytes
    for edit in edits.reversed() {
      #expect(edit.span.start >= 1 && edit.span.end <= 1 + text.utf8.count)
      bytes.replaceSubrange(edit.span.start..<edit.span.end, with: edit.replacement.utf8)
    }
    return claim(String(String(decoding: bytes, as: UTF8.self).dropFirst().dropLast(5)), at: 1)
  }

  @Test func anyTextIsVerifiedAndMended() {
    var generator = SeededGenerator(seed: 1)
    var mendedCount = 0
    for _ in 0..<10_000 {
      let text = (0..<Int.random(in: 1...6, using: &generator)).map { _ in generator.pick(Self.pieces) }
        .joined()
      let number = value(&generator)
      for value in [Value.number(number), .vector([number, 1]), .boolean(number > 0), .text(text)] {
        guard let after = mended(text, value) else { continue }
        mendedCount += 1
        let verification = ClaimVerifier.verify(after, value: value)
        #expect(verification == .held, "\(text) for \(value) became \(after.text.text)")
      }
    }
    #expect(mendedCount > 300)
  }

  @Test func everyNumberIsMendedSoThatItHolds() {
    var generator = SeededGenerator(seed: 2)
    var mendedCount = 0
    for _ in 0..<10_000 {
      let sign = generator.pick(["", "", "−", "-", "+"])
      let text = sign + generator.pick(Self.numbers) + generator.pick(Self.scales)
      let number = Value.number(value(&generator))
      guard let after = mended(text, number) else { continue }
      mendedCount += 1
      #expect(
        ClaimVerifier.verify(after, value: number) == .held, "\(text) for \(number) became \(after.text.text)"
      )
    }
    #expect(mendedCount > 5_000)
  }
}
