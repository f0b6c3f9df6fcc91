/// How often each letter came after each context of so many letters, and what that lets one expect.
public struct NGramCounts: Sendable {
  /// How many letters there are.
  public let letterCount: Int
  /// How many letters of context are told apart.
  public let order: Int
  private var counts: [Double]
  private var totals: [Double]

  /// Begins with nothing seen.
  ///
  /// - Precondition: A table of all contexts is one that memory can hold.
  public init(letterCount: Int, order: Int) {
    self.letterCount = letterCount
    self.order = order
    let contexts = (0..<order).reduce(1) { count, _ in count * letterCount }
    counts = [Double](repeating: 0, count: contexts * letterCount)
    totals = [Double](repeating: 0, count: contexts)
  }

  /// How many contexts there are.
  public var contextCount: Int { totals.count }

  /// How many numbers a model of this order has to learn: all probabilities of a row but one.
  public var parameterCount: Int { contextCount * (letterCount - 1) }

  /// Counts a letter after a context; of a longer one only the last letters count.
  public mutating func count(_ letter: Int, after context: Int) {
    let context = context % contextCount
    counts[context * letterCount + letter] += 1
    totals[context] += 1
  }

  /// What is expected of a letter after a context: its share of the counts, with a number added to each.
  ///
  /// Laplace added 1; ½ is the rule of Krichevsky and Trofimov (1981). Where nothing was seen, all are equally likely.
  /// Of a longer context only the last letters count.
  public func probability(of letter: Int, after context: Int, adding pseudocount: Double) -> Double {
    let context = context % contextCount
    return (counts[context * letterCount + letter] + pseudocount)
      / (totals[context] + pseudocount * Double(letterCount))
  }
}
