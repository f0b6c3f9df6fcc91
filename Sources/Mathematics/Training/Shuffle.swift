/// An endless walk through the numbers below a count, in a new random order each time around.
///
/// The order depends on the generator alone.
public struct Shuffle<Generator: RandomNumberGenerator> {
  private var order: [Int]
  private var position: Int
  private var generator: Generator

  /// Prepares a walk.
  ///
  /// - Precondition: The count is not negative.
  public init(count: Int, using generator: Generator) {
    order = Array(0..<count)
    position = count
    self.generator = generator
  }

  /// The next number; nil where there are none.
  public mutating func next() -> Int? {
    if order.isEmpty { return nil }
    if position == order.count {
      order.permute(using: &generator)
      position = 0
    }
    defer { position += 1 }
    return order[position]
  }
}
