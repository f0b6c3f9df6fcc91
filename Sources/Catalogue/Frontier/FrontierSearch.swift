import Engine
import Mathematics

/// A point of a curve.
struct FrontierPoint: Hashable {
  /// The curve, from 0.
  let curve: Int
  let x: Double
  let y: Double
}

/// The lower envelope of some curves, its hull, and the law through it.
struct FrontierSearch {
  let curves: [FrontierCurve]
  /// Between which x the law is fitted.
  let range: ClosedRange<Double>
  let through: FrontierLine
  /// Whether the hull is that of the logarithms.
  let isLogarithmic: Bool

  /// With fewer points a line has no interval.
  static let fewestPoints = 3

  /// The points of which none further left is as low, of some of the curves.
  func envelope(of chosen: [Int]) -> [FrontierPoint] {
    let points = chosen.flatMap { index in
      zip(curves[index].x, curves[index].y).map { FrontierPoint(curve: index, x: $0, y: $1) }
    }
    return frontier(of: points.map { PlanePoint($0.x, $0.y) }).map { points[$0] }
  }

  /// The points of the envelope below which no line between two others passes.
  func hull(of envelope: [FrontierPoint]) -> [FrontierPoint] {
    let places = envelope.map {
      isLogarithmic ? PlanePoint(Double.log($0.x), Double.log($0.y)) : PlanePoint($0.x, $0.y)
    }
    return lowerHull(of: places).map { envelope[$0] }
  }

  /// The points through which the law is fitted.
  func fitted(_ envelope: [FrontierPoint]) -> [FrontierPoint] {
    let line = through == .hull ? hull(of: envelope) : envelope
    return line.filter { range.contains($0.x) }
  }

  /// The law through the frontier of some of the curves; nil where too few points are left.
  func law(of chosen: [Int]) -> PowerLaw? {
    let points = fitted(envelope(of: chosen))
    guard points.count >= Self.fewestPoints else { return nil }
    return try? PowerLaw(x: points.map(\.x), y: points.map(\.y))
  }

  /// How far the law moves with other runs of the same kind: whole curves are drawn with replacement (Efron 1979).
  ///
  /// The points of a run follow one another, so that they say less about the law than as many runs would.
  func bootstrap(_ samples: Int, confidence: Double, seed: Seed) -> FrontierBootstrap {
    var generator = Xoshiro256StarStar(seed: seed.value)
    var laws: [PowerLaw] = []
    for _ in 0..<samples {
      let chosen = Set(curves.indices.map { _ in generator.index(below: curves.count) }).sorted()
      if let law = law(of: chosen) { laws.append(law) }
    }
    let ends = [(1 - confidence) / 2, (1 + confidence) / 2]
    func interval(_ values: [Double]) -> [Double] { (try? quantiles(values, ends)) ?? [.nan, .nan] }
    return FrontierBootstrap(
      exponent: interval(laws.map(\.exponent)), coefficient: interval(laws.map(\.coefficient)),
      succeeded: laws.count)
  }
}

/// Between what the coefficients lie over the bootstrap's samples.
struct FrontierBootstrap: Hashable {
  let exponent: [Double]
  let coefficient: [Double]
  let succeeded: Int
}

/// Through which points a law is fitted.
enum FrontierLine: String, ChoiceParameter {
  /// All points of which none further left is as low.
  case envelope
  /// The corners of their lower convex hull.
  case hull
}
