import Mathematics
import Testing

private struct Path: CustomStringConvertible, Sendable {
  let description: String
  let clippingNorm: Double?
  let expected: [Double]
  let run: @Sendable (Double?) throws -> [Double]

  init(_ name: String, _ optimiser: some Optimiser, clippingNorm: Double? = nil, _ expected: [Double]) {
    description = name
    self.clippingNorm = clippingNorm
    self.expected = expected
    run = { clippingNorm in
      var descent = Descent(optimiser, clippingNorm: clippingNorm)
      var point = Tensor([1, 2, 3])
      for slope in [[0.5, -1, 0.25], [-0.2, 0.3, 0.1], [0.4, 0, -0.7]] {
        try descent.move(&point, along: Tensor(slope))
      }
      return point.values
    }
  }
}

// Three steps from (1, 2, 3) along given gradients at α = 0.1, computed by these lines of numpy:
//   v = .9*v + g; x -= .1*v                    (momentum; with Nesterov's look ahead x -= .1*(g + .9*v))
//   x -= .1*wd*x; m = .9*m + .1*g; v = .999*v + .001*g*g
//   x -= .1*(m/(1-.9**t))/(sqrt(v/(1-.999**t)) + 1e-8)
//   x -= .1*g*min(1, .5/norm(g))               (clipped)
private let paths = [
  Path("descent", StochasticGradientDescent(learningRate: 0.1), [0.93, 2.07, 3.035]),
  Path("momentum", Momentum(learningRate: 0.1), [0.8624999999999999, 2.214, 2.98325]),
  Path(
    "Nesterov's momentum", Momentum(learningRate: 0.1, isNesterov: true),
    [0.8062500000000001, 2.2626, 3.019925]),
  Path(
    "Adam", Adam(learningRate: 0.1), [0.8058857502289327, 2.175857677148999, 2.8448555235813218]),
  Path(
    "AdamW", Adam.decoupled(learningRate: 0.1, weightDecay: 0.1),
    [0.7785203560279675, 2.114037828583191, 2.7586410986590906]),
  Path(
    "clipped descent", StochasticGradientDescent(learningRate: 0.1), clippingNorm: 0.5,
    [0.9733712640585591, 2.0136435780471986, 3.0225012625944236]),
]

@Suite("Optimisers")
struct OptimiserTests {
  @Test("Three steps, as the papers define them", arguments: paths)
  fileprivate func steps(path: Path) throws {
    let found = try path.run(path.clippingNorm)
    #expect(found.count == 3)
    for (value, expected) in zip(found, path.expected) { #expect(abs(value - expected) < 2e-15) }
  }

  @Test("The same step everywhere in a long tensor", arguments: [1, 7, 8, 9, 24, 31])
  func lengths(count: Int) throws {
    var descents = (Descent(Adam(learningRate: 0.1)), Descent(Momentum(learningRate: 0.1)))
    var points = (Tensor.ones([count]), Tensor.ones([count]))
    for _ in 0..<3 {
      try descents.0.move(&points.0, along: Tensor(repeating: 0.5, shape: [count]))
      try descents.1.move(&points.1, along: Tensor(repeating: 0.5, shape: [count]))
    }
    #expect(Set(points.0.values).count == 1 && Set(points.1.values).count == 1)
    // Three steps of α, but for ε; 0.1 · 0.5 · (1 + 1.9 + 2.71).
    #expect(abs(points.0[0] - 0.7) < 1e-8 && abs(points.1[0] - 0.7195) < 1e-15)
  }

  @Test("Copies of a descent and of a model go their own ways")
  func values() throws {
    var descent = Descent(Momentum(learningRate: 1))
    var point = Tensor([0])
    try descent.move(&point, along: Tensor([1]))
    var (other, elsewhere) = (descent, point)
    try other.move(&elsewhere, along: Tensor([0]))
    try descent.move(&point, along: Tensor([1]))
    #expect(elsewhere[0] == -1.9 && point[0] == -2.9)
    #expect(other.stepCount == 2)
  }

  @Test("Clipping counts all tensors together, and leaves short gradients alone")
  func clipping() throws {
    var descent = Descent(StochasticGradientDescent(learningRate: 1), clippingNorm: 1)
    var model = [Tensor([0]), Tensor([0])]
    try descent.move(&model, along: [Tensor([3]), Tensor([4])])
    #expect(abs(model[0][0] + 0.6) < 2e-16 && abs(model[1][0] + 0.8) < 2e-16)
    model = [Tensor([0]), Tensor([0])]
    try descent.move(&model, along: [Tensor([0.5]), Tensor([0.25])])
    #expect(model == [Tensor([-0.5]), Tensor([-0.25])])
    try descent.move(&model, along: [Tensor([.nan]), Tensor([0])])
    #expect(model[0][0].isNaN)
  }

  @Test("Shapes must stay as they are")
  func shapes() throws {
    var descent = Descent(Adam())
    var model = [Tensor([0, 0]), Tensor([0])]
    #expect(throws: ShapeError.self) { try descent.move(&model, along: [Tensor([1, 1])]) }
    #expect(throws: ShapeError.self) { try descent.move(&model, along: [Tensor([1]), Tensor([1])]) }
    #expect(descent.stepCount == 0)
    try descent.move(&model, along: [Tensor([1, 1]), Tensor([1])])
    var other = [Tensor([0])]
    #expect(throws: ShapeError.self) { try descent.move(&other, along: [Tensor([1])]) }
  }

  @Test("Learning rates")
  func learningRates() {
    let constant: LearningRate = 0.5
    #expect(constant(step: 1) == 0.5 && constant(step: 1_000_000) == 0.5)
    let rate = LearningRate.warmupThenCosine(peak: 2, warmup: 10, total: 30, floor: 1)
    #expect(rate(step: 1) == 0.2 && rate(step: 5) == 1 && rate(step: 10) == 2)
    #expect(abs(rate(step: 20) - 1.5) < 1e-15)
    // 1 + ½ (1 + cos(π/4)).
    #expect(abs(rate(step: 15) - 1.853553390593273762) < 1e-15)
    #expect(rate(step: 30) == 1 && rate(step: 99) == 1)
    #expect(LearningRate.warmupThenCosine(peak: 1, warmup: 0, total: 0)(step: 1) == 0)
  }

  /// Evenly up, then as one over the root of the step (Vaswani and others 2017, equation 3).
  @Test func theInverseRootNeedsNoPlan() {
    let rate = LearningRate.warmupThenInverseRoot(peak: 2, warmup: 100)
    #expect([1, 50, 100, 400, 10_000].map { rate(step: $0) } == [0.02, 1, 2, 1, 0.2])
    #expect(LearningRate.warmupThenInverseRoot(peak: 1, warmup: 0)(step: 4) == 0.5)
  }
}
