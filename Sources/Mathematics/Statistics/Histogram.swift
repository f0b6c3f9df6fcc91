/// How many numbers of a sample lie in each of some bins.
public struct Histogram: Sendable, Equatable {
  /// How the number of equally wide bins is chosen.
  public enum Bins: Sendable, Hashable {
    /// A number of bins.
    case count(Int)
    /// 1 + log₂ n bins (Sturges 1926).
    case sturges
    /// Bins of twice the interquartile range over ∛n (Freedman and Diaconis 1981).
    case freedmanDiaconis
    /// The narrower bins of the last two; Sturges' where the interquartile range is 0 (NumPy's `auto`).
    case automatic
  }

  /// The bins' edges, one more than bins, in increasing order.
  public let edges: [Double]
  /// How many numbers lie in each bin: at or above its lower edge and below its upper, in the last one also on it.
  public let counts: [Int]

  /// The share of the counted numbers in each bin, divided by its width: the areas add up to 1.
  public var densities: [Double] {
    let total = Double(counts.reduce(0, +))
    return counts.indices.map { Double(counts[$0]) / total / (edges[$0 + 1] - edges[$0]) }
  }

  /// The most bins that a rule may ask for: a single outlier must not exhaust the memory.
  private static let mostBins = 1_000_000

  /// Counts the numbers in equally wide bins.
  ///
  /// - Parameters:
  ///   - entries: The sample, at least one number.
  ///   - bins: Their number, or the rule to choose it by.
  ///   - range: Where the bins begin and end; by default at the extremes. Numbers outside are not counted. A range of
  ///     no width is widened by ½ on both sides.
  public init(_ entries: [Double], bins: Bins = .automatic, range: ClosedRange<Double>? = nil) throws {
    try requireFinite(entries, atLeast: 1, in: "histogram")
    var (lower, upper) = (range?.lowerBound ?? entries.min() ?? 0, range?.upperBound ?? entries.max() ?? 0)
    if lower == upper {
      lower -= 0.5
      upper += 0.5
    }
    guard lower.isFinite && upper.isFinite && (upper - lower).isFinite && lower < upper else {
      throw StatisticsError.parameter(
        operation: "histogram", name: "the range", found: "\(lower) to \(upper)", allowed: "a finite width")
    }
    let counted = entries.filter { $0 >= lower && $0 <= upper }
    let count = try Self.binCount(bins, counted, width: upper - lower)
    try self.init(entries, edges: linspace(lower, upper, count: count + 1))
  }

  /// Counts the numbers in bins between given edges, which must increase.
  public init(_ entries: [Double], edges: [Double]) throws {
    try requireFinite(entries, atLeast: 0, in: "histogram")
    try requireFinite(edges, atLeast: 2, in: "edges of a histogram")
    for (lower, upper) in zip(edges, edges.dropFirst()) where lower >= upper {
      throw StatisticsError.parameter(
        operation: "histogram", name: "an edge", found: "\(upper) after \(lower)", allowed: "a larger one")
    }
    var counts = [Int](repeating: 0, count: edges.count - 1)
    for entry in entries {
      if let bin = Self.bin(of: entry, edges) { counts[bin] += 1 }
    }
    self.edges = edges
    self.counts = counts
  }

  private static func bin(of entry: Double, _ edges: [Double]) -> Int? {
    let last = edges.count - 1
    guard entry >= edges[0] && entry <= edges[last] else { return nil }
    if entry == edges[last] { return last - 1 }
    var (low, high) = (0, last)
    while high - low > 1 {
      let middle = (low + high) / 2
      if entry >= edges[middle] { low = middle } else { high = middle }
    }
    return low
  }

  private static func binCount(_ bins: Bins, _ entries: [Double], width: Double) throws -> Int {
    if case .count(let count) = bins {
      guard (1...mostBins).contains(count) else {
        throw StatisticsError.parameter(
          operation: "histogram", name: "the number of bins", found: "\(count)",
          allowed: "a number from 1 to \(mostBins)")
      }
      return count
    }
    guard let lowest = entries.min(), let highest = entries.max(), lowest < highest else { return 1 }
    let count = Double(entries.count)
    let sturges = (highest - lowest) / (1 + Double.log2(count))
    let quartiles = try quantiles(entries, [0.25, 0.75])
    let freedmanDiaconis = 2 * (quartiles[1] - quartiles[0]) / Double.pow(count, 1.0 / 3)
    let binWidth: Double
    switch bins {
    case .sturges: binWidth = sturges
    case .freedmanDiaconis: binWidth = freedmanDiaconis
    default: binWidth = freedmanDiaconis > 0 ? min(sturges, freedmanDiaconis) : sturges
    }
    guard binWidth > 0 else { return 1 }
    return Int(min(max((width / binWidth).rounded(.up), 1), Double(mostBins)))
  }
}
