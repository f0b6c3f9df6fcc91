/// What the runs of a work took, and what they computed.
struct Measurement {
  /// The time of each run, in seconds.
  let seconds: [Double]
  /// Numbers by which the same work of two programs can be told to be the same.
  let answer: [Double]

  /// Runs a work once to warm up, then some times; times are divided by the units of work in a run.
  init(repetitions: Int, units: Double = 1, _ work: () throws -> [Double]) rethrows {
    var answer = try work()
    var seconds: [Double] = []
    let clock = ContinuousClock()
    for _ in 0..<repetitions {
      let start = clock.now
      answer = try work()
      let elapsed = (clock.now - start).components
      seconds.append((Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18) / units)
    }
    self.seconds = seconds
    self.answer = answer
  }

  /// What was measured elsewhere.
  init(seconds: [Double], answer: [Double]) {
    self.seconds = seconds
    self.answer = answer
  }

  var json: String { "{\"seconds\": \(seconds), \"answer\": \(answer)}" }
}
