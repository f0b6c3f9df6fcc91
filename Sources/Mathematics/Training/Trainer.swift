/// A model on its way to a smaller loss, step by step.
///
/// The first step records the loss and its gradient as a ``Program``; every later step replays it on numbers in place
/// and allocates nothing.
///
/// ```swift
/// let trainer = Trainer(model, Adam(learningRate: 0.05)) { model, batch in
///   try model(batch[0]).crossEntropy(labels: batch[1])
/// }
/// for _ in 0..<350 { print(try trainer.step([inputs, labels])) }
/// ```
public final class Trainer<Learner: Parameterized, Method: Optimiser> {
  /// The loss of a model on a batch: a single number.
  public typealias Loss = (Learner, [Tensor]) throws -> Tensor

  /// The optimiser, with what it remembers.
  public private(set) var descent: Descent<Method>
  private let start: Learner
  private let loss: Loss
  private var plan: TrainingPlan?

  /// Prepares a training run; nothing is computed yet.
  ///
  /// - Parameter clippingNorm: The largest length of the whole gradient; a longer one is shortened to it.
  public init(
    _ model: Learner, _ optimiser: Method, clippingNorm: Double? = nil, loss: @escaping Loss
  ) {
    start = model
    descent = Descent(optimiser, clippingNorm: clippingNorm)
    self.loss = loss
  }

  /// Takes a step on a batch.
  ///
  /// A batch of other shapes than the one before is recorded anew, which allocates.
  /// - Returns: The loss before the step.
  @discardableResult
  public func step(_ batch: [Tensor]) throws -> Double {
    if let plan, plan.fits(batch) {
      try plan.setBatch(batch)
    } else {
      plan = try TrainingPlan(model, batch, loss)
    }
    return try step()
  }

  /// Takes another step on the batch that is set.
  ///
  /// - Throws: ``TrainingError`` before the first batch.
  @discardableResult
  public func step() throws -> Double {
    guard let plan else { throw TrainingError.noBatch }
    let value = try plan.run()
    descent.begin(counts: plan.places.lazy.map(\.count))
    let scale = descent.clippingNorm == nil ? 1 : descent.scale(squaredNorm: plan.squaredNorm())
    for index in plan.places.indices {
      let place = plan.places[index]
      descent.move(place.values, along: place.gradient, (index, place.count), scale: scale)
    }
    return value
  }

  /// Changes a tensor of the batch in place, to set the next one without copying it.
  ///
  /// - Throws: ``TrainingError`` before the first batch.
  public func withMutableBatch(_ index: Int, _ body: (UnsafeMutablePointer<Double>) -> Void) throws {
    guard let plan else { throw TrainingError.noBatch }
    plan.withMutableBatch(index, body)
  }

  /// How many steps were taken.
  public var stepCount: Int { descent.stepCount }

  /// The model with the parameters of this moment, as a copy.
  public var model: Learner {
    guard let plan else { return start }
    return start.with(parameters: plan.parameters)
  }

  /// The gradient of the last step, in the place of the parameters; nil before the first.
  ///
  /// It was taken at the parameters from before the step, and is not clipped.
  public var gradient: Learner? {
    plan.map { start.with(parameters: $0.gradients) }
  }
}
