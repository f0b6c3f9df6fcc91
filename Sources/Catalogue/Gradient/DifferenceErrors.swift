import Mathematics

/// How far differences are from the derivative, step by step, and the laws that these errors follow.
struct DifferenceErrors {
  /// A straight line through errors on logarithmic axes.
  struct Law {
    let slope: Double
    let intercept: Double
    let steps: ClosedRange<Double>

    func error(at step: Double) -> Double {
      Double.pow(10, intercept + slope * Double.log10(step))
    }
  }

  /// The steps, the largest first.
  let steps: [Double]
  /// The largest error of all entries; NaN where the expression has no value at a step's end.
  let central: [Double]
  let forward: [Double]

  /// Steps in every factor of ten.
  private static let stepsPerDecade = 4.0
  /// A law is drawn through no fewer errors.
  private static let leastErrors = 4

  /// What rounding can explain of the errors, by far.
  private let roundingBounds: [Double]
  private let leastHonestStep: Double

  init(_ differences: inout Differences, from smallest: Double, to largest: Double) throws {
    let decades = Double.log10(largest) - Double.log10(smallest)
    let count = max(2, Int((decades * Self.stepsPerDecade).rounded()) + 1)
    let steps = Array(logspace(smallest, largest, count: count).reversed())
    var (central, forward, bounds): ([Double], [Double], [Double]) = ([], [], [])
    let spacing = differences.places.entries.map(\.value.ulp).max() ?? 0
    for step in steps {
      let pair = try differences.pair(step: step)
      central.append(Self.largestError(pair.central, differences.automatic))
      forward.append(Self.largestError(pair.forward, differences.automatic))
      let slope = pair.forward.map(\.magnitude).max() ?? 0
      let rounding = Double.ulpOfOne * (abs(differences.value) + slope * step) + spacing * slope
      bounds.append(100 * rounding / step)
    }
    (self.steps, self.central, self.forward, roundingBounds) = (steps, central, forward, bounds)
    // A step that is lost in the rounding of the point itself says nothing about the difference's rounding.
    leastHonestStep = 100 * spacing
  }

  private static func largestError(_ found: [Double], _ exact: [Double]) -> Double {
    let errors = zip(found, exact).map { abs($0 - $1) }
    return errors.contains(where: \.isNaN) ? .nan : errors.max() ?? .nan
  }

  /// The index of the step with the smallest error; nil where no step has an error.
  var best: Int? {
    central.indices.filter { central[$0].isFinite }.min { central[$0] < central[$1] }
  }

  /// The smallest step at which neither rounding nor the curve explains the error; nil for a smooth expression.
  ///
  /// At a kink or a jump the error of central differences does not fall with the step.
  func unexplainedStep(derivatives: [Double]) -> Double? {
    let honest = steps.indices.filter { roundingBounds[$0] < central[$0] / 1000 }
    guard let last = honest.last, last >= Int(Self.stepsPerDecade) else { return nil }
    let larger = central[last - Int(Self.stepsPerDecade)]
    let scale = derivatives.map(\.magnitude).max() ?? 0
    return central[last] > scale / 100 && central[last] > larger / 2 ? steps[last] : nil
  }

  /// How the error falls with the step where the curve matters: nil where nothing but rounding is seen.
  var truncation: Law? { truncation(of: central) }
  var forwardTruncation: Law? { truncation(of: forward) }

  private func truncation(of errors: [Double]) -> Law? {
    guard let turn = turningStep(errors) else { return nil }
    // Near the turn rounding still shows, and far from it higher powers of the step.
    let law = law(errors, over: turn * 30...turn * 3000)
    return law.flatMap { $0.slope > 0.5 ? $0 : nil }
  }

  /// How the error grows as the step shrinks where rounding matters.
  var rounding: Law? {
    guard let turn = turningStep(central), leastHonestStep < turn / 10 else { return nil }
    let law = law(central, over: leastHonestStep...turn / 10)
    return law.flatMap { $0.slope < -0.5 ? $0 : nil }
  }

  /// The step where the errors turn; neighbours together, because a single small error may be luck.
  private func turningStep(_ errors: [Double]) -> Double? {
    let worst = errors.indices.map { index in
      errors[max(0, index - 2)...min(errors.count - 1, index + 2)].filter(\.isFinite).max() ?? .infinity
    }
    return worst.indices.min { worst[$0] < worst[$1] }.map { steps[$0] }
  }

  /// The line of least squares through the logarithms.
  private func law(_ errors: [Double], over range: ClosedRange<Double>) -> Law? {
    let points = zip(steps, errors).filter { step, error in
      range.contains(step) && error.isFinite && error > 0
    }
    guard points.count >= Self.leastErrors, let first = points.first, let last = points.last else {
      return nil
    }
    let x = points.map { Double.log10($0.0) }
    let y = points.map { Double.log10($0.1) }
    let (meanX, meanY) = (mean(x), mean(y))
    let aside = x.map { $0 - meanX }
    let slope = dot(aside, y) / dot(aside, aside)
    return Law(slope: slope, intercept: meanY - slope * meanX, steps: last.0...first.0)
  }
}
