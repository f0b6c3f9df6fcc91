import Mathematics
import Testing

@Suite struct HandwritingTests {
  private func image(_ hand: Handwriting, of digit: Int, size: Int = 28, seed: UInt64 = 1) -> [Double] {
    var generator = Xoshiro256StarStar(seed: seed)
    return hand.image(of: digit, size: size, using: &generator)
  }

  /// A hand that writes the same every time.
  private var steady: Handwriting {
    var hand = Handwriting()
    (hand.rotation, hand.shear, hand.stretch, hand.shift) = (0, 0, 0, 0)
    (hand.wobble, hand.pressure) = (0, 0)
    return hand
  }

  @Test func imagesHaveTwoHundredAndFiftySixShades() {
    for digit in 0..<Handwriting.digitCount {
      let pixels = image(Handwriting(), of: digit)
      #expect(pixels.count == 784)
      #expect(
        pixels.allSatisfy { (0...1).contains($0) && ($0 * 255 - ($0 * 255).rounded()).magnitude < 1e-9 })
      #expect(pixels.contains(1) && pixels.contains(0), "\(digit)")
    }
  }

  @Test func theInkOfAOneIsItsLineTimesTheWidth() {
    // The plain form runs from (0.54, 0.12) to (0.50, 0.88), which is 0.7611 long; round ends add a disc 0.08 across.
    let expected = 0.08 * 0.7611 + .pi * 0.04 * 0.04
    let inks = (1...8).map { seed in
      image(steady, of: 1, size: 64, seed: seed).reduce(0, +) / (64 * 64)
    }
    // The other form has a flag more.
    let plain = inks.min() ?? 0
    #expect((plain / expected - 1).magnitude < 0.02)
    #expect((inks.max() ?? 0) > 1.2 * plain)
  }

  @Test func aSteadyHandHasAsManyImagesAsForms() {
    let forms = [1, 2, 2, 1, 2, 1, 1, 2, 1, 2]
    for (digit, count) in forms.enumerated() {
      let images = Set((1...12).map { image(steady, of: digit, seed: $0) })
      #expect(images.count == count, "\(digit)")
    }
    #expect(Set((1...12).map { image(Handwriting(), of: 8, seed: $0) }).count == 12)
  }

  @Test func theSameSeedWritesTheSame() {
    #expect(image(Handwriting(), of: 5, seed: 3) == image(Handwriting(), of: 5, seed: 3))
    #expect(image(Handwriting(), of: 5, seed: 3) != image(Handwriting(), of: 5, seed: 4))
  }

  @Test func thickerLinesTakeMoreInk() {
    var broad = steady
    broad.thickness = 0.16
    let (fine, thick) = (image(steady, of: 3).reduce(0, +), image(broad, of: 3).reduce(0, +))
    #expect(thick > 1.6 * fine && thick < 2.2 * fine)
  }

  @Test func imagesAreNearestToTheirOwnDigit() throws {
    var generator = Xoshiro256StarStar(seed: 5)
    let labels = (0..<10).flatMap { Array(repeating: $0, count: 12) }
    let rows = labels.flatMap { Handwriting().image(of: $0, size: 28, using: &generator) }
    let share = try neighbourAgreement(
      of: Tensor(rows, shape: [120, 784]), labels: labels, neighbours: 1)
    // By chance it would be one in ten.
    #expect(share > 0.6)
  }

  @Test func extremeAmountsStayOnThePaper() {
    var wild = Handwriting()
    (wild.rotation, wild.shear, wild.stretch, wild.shift) = (180, 1, 0.5, 0.5)
    (wild.wobble, wild.thickness, wild.pressure) = (0.5, 0.5, 1)
    for seed in 1...30 {
      let pixels = image(wild, of: Int(seed % 10), size: 8, seed: UInt64(seed))
      #expect(pixels.count == 64 && pixels.allSatisfy { (0...1).contains($0) })
    }
  }
}
