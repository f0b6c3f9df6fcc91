/// A source of letters, each drawn with probabilities that depend on the last few.
///
/// Letters are whole numbers from 0. A context is the letters before the next one, read as a number whose last digit is
/// the letter that came last.
///
/// ```swift
/// let weather = try MarkovChain(letterCount: 2, order: 1, table: [0.9, 0.1, 0.5, 0.5])
/// print(weather.stationary)  // [0.8333333333333334, 0.16666666666666666]
/// ```
public struct MarkovChain: Sendable {
  /// How many letters there are.
  public let letterCount: Int
  /// How many letters before the next one matter.
  public let order: Int
  /// The probabilities of the next letter, a row for each context.
  public let table: [Double]
  /// The share of the time that is spent in each context, in the long run.
  public let stationary: [Double]

  /// How far from 1 the probabilities of a row may add up to: less than anybody writes down.
  public static let sumTolerance = 1e-9

  /// Makes a chain of a table, and finds its stationary distribution.
  ///
  /// - Parameter guess: What the distribution may be, as when the chain was made before; it is found the sooner.
  /// - Throws: ``MarkovChainError`` for a table that is none, or whose long run depends on where it starts.
  public init(letterCount: Int, order: Int, table: [Double], near guess: [Double]? = nil)
    throws(MarkovChainError)
  {
    let contexts = try Self.contextCount(letterCount: letterCount, order: order)
    guard table.count == contexts * letterCount else {
      throw .size(found: table.count, contexts: contexts, letters: letterCount)
    }
    for context in 0..<contexts {
      let row = table[context * letterCount..<(context + 1) * letterCount]
      guard row.allSatisfy({ $0 >= 0 && $0 <= 1 + Self.sumTolerance }) else { throw .row(context, sum: nil) }
      let sum = compensatedSum(Array(row))
      guard abs(sum - 1) <= Self.sumTolerance else { throw .row(context, sum: sum) }
    }
    self.letterCount = letterCount
    self.order = order
    self.table = table
    let transitions = ContextTransitions(letterCount: letterCount, contextCount: contexts, table: table)
    stationary = try transitions.stationaryDistribution(near: guess)
  }

  /// How many contexts there are.
  public var contextCount: Int { stationary.count }

  /// With so many contexts, a table may hold anything; with more, no probability may be 0.
  public static let mostExactContexts = 256
  /// No table has more entries.
  public static let mostEntries = 400_000

  /// The number of contexts: the letters to the power of the order.
  ///
  /// - Throws: ``MarkovChainError`` where there are too many.
  public static func contextCount(letterCount: Int, order: Int) throws(MarkovChainError) -> Int {
    var count = 1
    for _ in 0..<order {
      guard count * letterCount * letterCount <= mostEntries else {
        throw .tooManyContexts(letters: letterCount, order: order)
      }
      count *= letterCount
    }
    return count
  }

  /// The probabilities of the letter after a context.
  public func probabilities(after context: Int) -> ArraySlice<Double> {
    table[context * letterCount..<(context + 1) * letterCount]
  }
}
