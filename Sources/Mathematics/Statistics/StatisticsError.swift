/// Data for which a statistic cannot be computed.
public enum StatisticsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Fewer numbers than the statistic needs.
  case tooFew(operation: String, found: Int, needed: Int)
  /// A number that is infinite or NaN where it has no meaning; the place counts from 0.
  case notFinite(operation: String, place: Int, value: String)
  /// A parameter outside the range in which it means something.
  case parameter(operation: String, name: String, found: String, allowed: String)

  /// What was asked, what was found, and what would be right.
  public var description: String {
    switch self {
    case .tooFew(let operation, let found, let needed):
      "\(operation): \(found) numbers were given, at least \(needed) are needed"
    case .notFinite(let operation, let place, let value):
      "\(operation): number \(place) is \(value), where finite numbers are needed"
    case .parameter(let operation, let name, let found, let allowed):
      "\(operation): \(name) is \(found), where \(allowed) is needed"
    }
  }
}

/// Refuses too few numbers, and such as are not finite.
func requireFinite(_ entries: [Double], atLeast needed: Int, in operation: String) throws {
  guard entries.count >= needed else {
    throw StatisticsError.tooFew(operation: operation, found: entries.count, needed: needed)
  }
  if let place = entries.firstIndex(where: { !$0.isFinite }) {
    throw StatisticsError.notFinite(operation: operation, place: place, value: "\(entries[place])")
  }
}
