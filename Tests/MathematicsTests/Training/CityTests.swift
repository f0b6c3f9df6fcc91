import Mathematics
import Testing

/// Cities in Madrid, Paris, Berlin and Barcelona, five points each, told apart by softmax regression.
///
/// The losses were computed by twenty lines of numpy that know nothing of this project: softmax, its slope
/// p − one-hot, and Kingma and Ba's update; one sample a step, in a fixed order.
@Suite("Telling cities apart")
struct CityTests {
  private static let latitudes = [
    40.4167, 40.4153, 40.4180, 40.4138, 40.4169, 48.8575, 48.8584, 48.8530, 48.8606, 48.8606, 52.5200,
    52.5163, 52.5169, 52.5074, 52.5251, 41.3874, 41.4036, 41.3819, 41.4145, 41.3809,
  ]
  private static let longitudes = [
    -3.7033, -3.6835, -3.7143, -3.6921, -3.7033, 2.3514, 2.2945, 2.3499, 2.3376, 2.3522, 13.4050, 13.3777,
    13.4019, 13.3904, 13.3694, 2.1686, 2.1744, 2.1773, 2.1527, 2.1228,
  ]

  @Test("Three cities by longitude: six parameters, 350 steps of Adam")
  func threeCities() throws {
    let order = [8, 4, 1, 10, 9, 3, 2, 14, 0, 13, 6, 7, 11, 12, 5]
    let points = Self.longitudes[..<15].map { [$0] }
    let start = try Linear(weights: Tensor([[1], [0], [-1]]), bias: Tensor.zeros([3]))
    let run = try Run(start, points, order: order, learningRate: 0.05)
    #expect(run.model.parameterCount == 6)
    try run.step()
    // Adam's first step moves each parameter by 0.05 against the sign of its slope, but for ε = 1e-8 beside a slope of at
    // least 0.008.
    let first = zip(run.model.parameters.flatMap(\.values), [0.95, 0.05, -1.05, -0.05, 0.05, -0.05])
    #expect(first.allSatisfy { abs($0 - $1) < 7e-8 })
    try run.step(times: 39)
    // After 40 steps Madrid and Berlin are all right, and Paris not yet.
    #expect(try run.rightByCity() == [5, 0, 5])
    try run.step(times: 310)
    #expect(try run.rightByCity() == [5, 5, 5])
    run.expect(losses: Self.threeCityLosses)
  }

  @Test("Four cities on the map: all right before step 100")
  func fourCities() throws {
    let start = try Linear(
      weights: Tensor([
        [-0.08500015735626221, -0.4574069380760193], [0.5288448929786682, -0.5056324601173401],
        [-0.04499250650405884, 0.17732882499694824], [-0.27717125415802, 0.4133102297782898],
      ]),
      bias: Tensor([-0.043715476989746094, 0.26509565114974976, 0.695336639881134, -0.3151009678840637]))
    let run = try Run(
      start, Self.map(from: (48.8575, 2.3514)), order: Self.fourCityOrder, learningRate: 0.03)
    var lastWrong = 0
    for step in 1...500 {
      try run.step()
      if try run.rightByCity() != [5, 5, 5, 5] { lastWrong = step }
    }
    // The same run in numpy has all right from step 34 on.
    #expect(lastWrong == 33)
    run.expect(losses: Self.fourCityLosses)
  }

  @Test("Without the subtraction of Paris, a quarter stays wrong")
  func uncentred() throws {
    let start = try Linear(weights: Tensor.zeros([4, 2]), bias: Tensor.zeros([4]))
    let centred = try Run(
      start, Self.map(from: (48.8575, 2.3514)), order: Self.fourCityOrder, learningRate: 0.03)
    let plain = try Run(start, Self.map(from: (0, 0)), order: Self.fourCityOrder, learningRate: 0.03)
    try centred.step(times: 500)
    try plain.step(times: 500)
    #expect(try centred.rightByCity() == [5, 5, 5, 5])
    #expect(try plain.rightByCity().reduce(0, +) == 15)
    // numpy, the mean loss over all 20 points after 500 steps.
    #expect(abs(try plain.meanLoss() - 0.31958458097614506) < 1e-10)
    #expect(abs(try centred.meanLoss() - 0.014230325284495166) < 1e-12)
  }

  private static func map(from origin: (latitude: Double, longitude: Double)) -> [[Double]] {
    zip(latitudes, longitudes).map { [$0 - origin.latitude, $1 - origin.longitude] }
  }

  private static let fourCityOrder = [
    13, 11, 2, 10, 6, 18, 16, 0, 3, 7, 1, 5, 14, 9, 19, 17, 8, 12, 15, 4,
  ]

  // Before steps 1, 11, 21, …
  private static let threeCityLosses = [
    2.4382438960594572, 0.9263256253693423, 2.142594604939787, 0.7353220206867608, 1.1937459821715877,
    0.4349090763015503, 0.9346393715355961, 0.6619830428900244, 0.12336689742181273, 0.4561696568203311,
    0.43512562413305467, 0.0994075592368443, 0.36150419665466577, 0.31975125133816595, 0.07900982635733364,
    0.273910581111629, 0.24935724791491137, 0.06545377553048452, 0.21676707722175473, 0.1983587032935317,
    0.054472622314063024, 0.17587666422851894, 0.1622129296874753, 0.04598100386593422, 0.1458587069392787,
    0.13529643922623585, 0.03929572967957676, 0.12314435957086216, 0.1147850861029658,
    0.033981017491270096, 0.10554252719701483, 0.09877303184907954, 0.029695292490898542,
    0.09160942487717606, 0.08602250862622697,
  ]

  // Before steps 1, 11, 21, …
  private static let fourCityLosses = [
    1.1359464495439642, 0.08510576673656477, 0.0014143778458984302, 0.04529801014210678,
    0.000992405583045324, 0.016664839646262277, 0.0009382134225429121, 0.018111393863263926,
    0.0010020181245086422, 0.012937323723771647, 0.0010886292657400444, 0.009771118019973149,
    0.0011323671506925882, 0.008117633726704003, 0.0011453213828211484, 0.006890267557246554,
    0.0011391297912873607, 0.005911386697109766, 0.0011181841967661224, 0.005142162922753266,
    0.0010863930116539824, 0.004530539289262096, 0.0010475407915228703, 0.004033152644341763,
    0.001004609036665634, 0.003620958431185517, 0.0009597453649138263, 0.0032744037884964218,
    0.0009144567891701864, 0.0029795621785125405, 0.0008697789022822215, 0.0027261264787908053,
    0.0008263992764816801, 0.0025063023743216338, 0.0007847507654377503, 0.0023141008084798104,
    0.0007450831658564617, 0.0021448520527464895, 0.0007075173969611075, 0.0019948650239203884,
    0.0006720856001975215, 0.0018611856441381601, 0.0006387603086041095, 0.0017414230164787613,
    0.0006074753787967608, 0.0016336224063613057, 0.000578140832377761, 0.0015361709969376374,
    0.0005506532505066957, 0.0014477269735263445,
  ]
}

/// A training run with one sample a step.
private final class Run {
  private let trainer: Trainer<Linear, Adam>
  private let samples: [[Tensor]]
  private let points: Tensor
  private var losses: [Double] = []

  init(_ start: Linear, _ points: [[Double]], order: [Int], learningRate: LearningRate) throws {
    trainer = Trainer(start, Adam(learningRate: learningRate)) { model, batch in
      try model(batch[0]).crossEntropy(labels: batch[1])
    }
    samples = try order.map { [try Tensor([points[$0]]), Tensor([Double($0 / 5)])] }
    self.points = try Tensor(points)
  }

  var model: Linear { trainer.model }

  func step(times: Int = 1) throws {
    for _ in 0..<times {
      losses.append(try trainer.step(samples[trainer.stepCount % samples.count]))
    }
  }

  /// How many points of each city get the highest probability for it.
  func rightByCity() throws -> [Int] {
    let logits = try model(points)
    let classes = logits.shape[1]
    let right = (0..<logits.shape[0]).map { row in
      (0..<classes).allSatisfy { $0 == row / 5 || logits[row, $0] < logits[row, row / 5] }
    }
    return (0..<classes).map { city in right[city * 5..<city * 5 + 5].count { $0 } }
  }

  func meanLoss() throws -> Double {
    let labels = Tensor((0..<points.shape[0]).map { Double($0 / 5) })
    return try model(points).crossEntropy(labels: labels).scalar
  }

  /// Rounding errors grow along a run; 1e-12 leaves a factor of ten above what was seen.
  func expect(losses expected: [Double]) {
    let found = losses.indices.filter { $0 % 10 == 0 }.map { losses[$0] }
    #expect(found.count == expected.count)
    for (index, pair) in zip(found, expected).enumerated() {
      #expect(abs(pair.0 - pair.1) < 1e-12, "before step \(index * 10 + 1)")
    }
  }
}
