import Mathematics
import Testing

@Suite("The normal distribution and GELU")
struct NormalDistributionTests {
  /// x, Φ(x), x Φ(x) and Φ(x) + x φ(x), with 20 digits: mpmath 1.3 with 40 digits, Φ(x) = erfc(−x/√2)/2.
  private static let table: [(x: Double, distribution: Double, gelu: Double, slope: Double)] = [
    (-37, 5.7255712225245768227e-300, -2.1184613523340934244e-298, -7.8382986694185162425e-297),
    (-20, 2.7536241186062336951e-89, -5.5072482372124673902e-88, -1.1014360483133464042e-86),
    (-8, 6.2209605742717841235e-16, -4.9767684594174272988e-15, -3.9796072610867959891e-14),
    (-5, 2.8665157187919391167e-7, -1.4332578593959695584e-6, -7.1469460017922946279e-6),
    (-3, 0.0013498980316300945267, -0.00404969409489028358, -0.011945647204183927),
    (-1.5, 0.066807201268858066004, -0.10021080190328709901, -0.12746919222997952542),
    (-1, 0.15865525393145705141, -0.15865525393145705141, -0.083315470587686298383),
    (-0.5, 0.30853753872598689636, -0.15426876936299344818, 0.13250487534383715747),
    (-0.001, 0.49960105778608893741, -0.00049960105778608894781, 0.49920211570515859505),
    (0, 0.5, 0.0, 0.5),
    (1e-9, 0.5000000003989422804, 5.0000000039894231154e-10, 0.5000000007978845608),
    (0.3, 0.61791142218895263307, 0.18537342665668578306, 0.7323277668271098549),
    (1, 0.84134474606854294859, 0.84134474606854294859, 1.0833154705876862984),
    (2, 0.9772498680518207928, 1.9544997361036415856, 1.0852318010781968967),
    (4, 0.99996832875816688008, 3.9998733150326675203, 1.0005036496612264215),
    (6, 0.99999999901341235496, 5.9999999940804741298, 1.0000000354687094539),
    (9, 0.99999999999999999989, 8.999999999999999999, 1.0000000000000000091),
  ]

  @Test("All digits, in the far tail too")
  func values() throws {
    let x = Tensor(Self.table.map(\.x))
    let distribution = try x.normalDistribution().values
    let gelu = try x.gelu().values
    let slope = try gradient(at: x) { try $0.gelu().sum() }.values
    for (row, expected) in Self.table.enumerated() {
      // Four units in the last place; the slope cancels near −0.75 and is compared with its largest part.
      #expect(abs(distribution[row] - expected.distribution) <= 9e-16 * expected.distribution)
      #expect(abs(gelu[row] - expected.gelu) <= 9e-16 * abs(expected.gelu))
      let part = max(abs(expected.slope), expected.distribution)
      #expect(abs(slope[row] - expected.slope) <= 2e-15 * part, "x = \(expected.x)")
    }
  }

  @Test("Limits and NaN")
  func limits() throws {
    let x = Tensor([-.infinity, -1e300, 1e300, .infinity, .nan])
    let distribution = try x.normalDistribution().values
    #expect(distribution[..<4] == [0, 0, 1, 1] && distribution[4].isNaN)
    let gelu = try x.gelu().values
    #expect(gelu[..<4] == [0, 0, 1e300, .infinity] && gelu[4].isNaN)
    let slope = try gradient(at: x) { try $0.gelu().sum() }.values
    #expect(slope[..<4] == [0, 0, 1, 1] && slope[4].isNaN)
    #expect(try x.normalDensity().values[..<4] == [0, 0, 0, 0])
  }

  @Test("Both tails add up to 1")
  func symmetry() throws {
    let x = Tensor((-400...400).map { Double($0) / 50 })
    let sums = try (x.normalDistribution() + (-x).normalDistribution()).values
    #expect(sums.count == 801)
    // Twice the error of Φ(0), which is 4 units in its last place.
    #expect(sums.allSatisfy { abs($0 - 1) <= 9e-16 })
  }
}
