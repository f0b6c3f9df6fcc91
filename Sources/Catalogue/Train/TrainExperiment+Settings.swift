import Engine
import Expressions
import Mathematics

extension TrainExperiment {
  /// Rows in a batch where they are drawn and nothing else is said.
  private static let drawnBatch = 128
  /// A greater batch of drawn rows would take more memory than it saves time.
  private static let mostDrawn = 10_000

  func settings(for set: TrainingSet, loss: TrainLoss) throws -> TrainingSettings {
    var errors: [LessonError] = []
    if let batch, draw == nil, batch > set.rows, let datum = $batch {
      errors.append(
        .parameter(datum, "a batch of \(batch) rows is larger than the table, which has \(set.rows)"))
    }
    if let batch, draw != nil, batch > Self.mostDrawn, let datum = $batch {
      errors.append(.parameter(datum, "at most \(Self.mostDrawn) rows are drawn for a step, not \(batch)"))
    }
    if let datum = $warmup, warmup > steps {
      errors.append(
        .parameter(datum, "a warm-up of \(warmup) steps is longer than the \(steps) steps of training"))
    }
    if let datum = $order, let wrong = order.first(where: { !(1...set.rows).contains($0) }) {
      errors.append(.parameter(datum, "there is no row \(wrong): the table has rows 1 to \(set.rows)"))
    }
    if let datum = $every, $recorded != nil {
      errors.append(
        .parameter(datum, "every and recorded say twice which steps are recorded", help: "leave one out"))
    } else if let datum = $every, every > steps {
      errors.append(.parameter(datum, "with \(steps) steps, no step is recorded every \(every)"))
    }
    if let datum = $frames, let last = frames?.last, last > steps {
      errors.append(.parameter(datum, "there is no step \(last): training takes \(steps) steps"))
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
    return TrainingSettings(
      rule: rule, learningRate: learningRate, loss: loss, steps: steps,
      batch: batch ?? (draw != nil ? Self.drawnBatch : order.isEmpty ? set.rows : 1),
      order: order.isEmpty ? nil : order.map { $0 - 1 },
      recorded: recorded.map { .logarithmic($0, of: steps) } ?? .every(every),
      keepsHistory: history && (draw == nil || $history != nil),
      frames: frames?.steps(upTo: steps) ?? [])
  }

  private var rule: AnyOptimiser {
    let rate = schedule.rate(learningRate, warmup: warmup, steps: steps)
    switch optimiser {
    case .sgd: return AnyOptimiser(StochasticGradientDescent(learningRate: rate))
    case .momentum: return AnyOptimiser(Momentum(learningRate: rate, decay: momentum))
    case .adam: return AnyOptimiser(Adam(learningRate: rate))
    case .adamw: return AnyOptimiser(Adam(learningRate: rate, weightDecay: weightDecay))
    }
  }

  func checkLimits(
    _ network: Network, _ teacher: Network?, rows: Int, watched: Int, _ settings: TrainingSettings
  ) throws {
    let (count, moments) = (Double(network.parameterCount), Double(settings.recorded.count(of: steps)))
    let drawn = Double(settings.frames.count) * Double(rows + watched + TrainMap.pointCount)
    let seen = Double(steps) * Double(settings.batch)
    // Every drawn row is shown to the teacher, too.
    let taught = draw == nil ? 0 : Double(teacher?.parameterCount ?? 0) * seen
    let work = count * (3 * seen + moments * Double(rows) + drawn) + taught
    guard work <= Self.mostWork else {
      throw LessonError.experiment(
        "this takes \(formatSignificant(work, 3)) multiplications; at most \(formatSignificant(Self.mostWork, 3)) are allowed",
        help: "fewer steps, a smaller batch or network, or a greater every")
    }
    let kept = Double(settings.frames.count * watched * network.lastHiddenWidth)
    let recorded = (settings.keepsHistory ? 2 * count : 0) * moments + moments * 5 + kept
    guard recorded <= Double(Self.mostRecorded) else {
      throw LessonError.experiment(
        "this records \(formatSignificant(recorded, 4)) numbers; at most \(Self.mostRecorded) are kept",
        help: settings.keepsHistory
          ? "history: false, or a greater every" : kept > 0 ? "watch fewer rows" : "a greater every")
    }
  }
}
