/// An endless walk through the numbers below a count, in a new random order each time around.
///
/// Fisher and Yates' shuffle in Durstenfeld's form (1964), with the unbiased draw of Lemire 2019: the order depends on
/// the generator alone.
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
      shuffle()
      position = 0
    }
    defer { position += 1 }
    return order[position]
  }

  private mutating func shuffle() {
    for last in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(last, generator.index(below: last + 1))
    }
  }
}

extension RandomNumberGenerator {
  /// A whole number below a bound above 0, each equally likely (Lemire 2019).
  fileprivate mutating func index(below bound: Int) -> Int {
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    // Below this, some numbers would come up once more than others.
    let biased = (0 &- bound) % bound
    while product.low < biased { product = next().multipliedFullWidth(by: bound) }
    return Int(product.high)
  }
}
