import CKernels

/// The curve 1 / (1 + a d²ᵇ) that says how near two points of the layout are, by their distance d.
public struct LayoutCurve: Hashable, Sendable {
  /// The factor of the distance.
  public var a: Double
  /// Half the power of the distance.
  public var b: Double

  /// Makes a curve of given parameters.
  public init(a: Double, b: Double) {
    self.a = a
    self.b = b
  }

  /// Fits the curve to the one wanted: 1 up to the minimum distance, then exp(−(d − minimum) / spread).
  ///
  /// By least squares over 300 distances from 0 to three times the spread, as the reference implementation does; the
  /// minimum is found by Levenberg's and Marquardt's method from a = b = 1.
  public init(minimumDistance: Double, spread: Double) throws {
    try GeometryError.require("spread", spread, in: 1e-100...1e100, for: "UMAP")
    try GeometryError.require("minimum distance", minimumDistance, in: 0...spread, for: "UMAP")
    let distances = Array(linspace(0, 3 * spread, count: 300).dropFirst())
    var wanted = distances.map { $0 < minimumDistance ? 0 : (minimumDistance - $0) / spread }
    vector_exponential(wanted, &wanted, wanted.count)
    var logarithms = distances
    vector_logarithm(distances, &logarithms, distances.count)
    self = Self.fitted(to: wanted, at: logarithms)
  }

  private static func fitted(to wanted: [Double], at logarithms: [Double]) -> LayoutCurve {
    var curve = LayoutCurve(a: 1, b: 1)
    var equations = NormalEquations(curve, wanted, logarithms)
    var damping = 1e-3
    for _ in 0..<500 where damping < 1e20 {
      let step = equations.step(damping: damping)
      let next = LayoutCurve(a: curve.a + step.a, b: curve.b + step.b)
      let trial = NormalEquations(next, wanted, logarithms)
      guard next.a > 0 && trial.squares <= equations.squares else {
        damping *= 4
        continue
      }
      let isDone = abs(step.a) <= 1e-15 * curve.a && abs(step.b) <= 1e-15
      (curve, equations, damping) = (next, trial, damping / 9)
      if isDone { break }
    }
    return curve
  }
}

/// The sums of least squares around one curve.
private struct NormalEquations {
  var squares = 0.0
  private var aa = 0.0
  private var ab = 0.0
  private var bb = 0.0
  private var towardsA = 0.0
  private var towardsB = 0.0

  init(_ curve: LayoutCurve, _ wanted: [Double], _ logarithms: [Double]) {
    var powers = logarithms.map { 2 * curve.b * $0 }
    vector_exponential(powers, &powers, powers.count)
    for (place, power) in powers.enumerated() {
      let value = 1 / (1 + curve.a * power)
      let residual = value - wanted[place]
      let slopeA = -value * value * power
      let slopeB = slopeA * curve.a * 2 * logarithms[place]
      squares += residual * residual
      aa += slopeA * slopeA
      ab += slopeA * slopeB
      bb += slopeB * slopeB
      towardsA -= slopeA * residual
      towardsB -= slopeB * residual
    }
  }

  func step(damping: Double) -> (a: Double, b: Double) {
    let (first, second) = (aa * (1 + damping), bb * (1 + damping))
    let determinant = first * second - ab * ab
    return (
      (second * towardsA - ab * towardsB) / determinant, (first * towardsB - ab * towardsA) / determinant
    )
  }
}
