/// Which steps of a training are recorded; the last one always is.
enum RecordedSteps {
  /// Every so many.
  case every(Int)
  /// Those of a list.
  case listed(Set<Int>)

  /// So many steps, evenly on a logarithmic axis from the first to the last; fewer where they would fall on each other.
  static func logarithmic(_ count: Int, of steps: Int) -> RecordedSteps {
    let end = Double.log(Double(max(steps, 1)))
    let places = (0..<count).map { place in
      Int(Double.exp(end * Double(place) / Double(max(count - 1, 1))).rounded())
    }
    return .listed(Set(places.map { min(max($0, 1), steps) }))
  }

  /// Whether a step is recorded.
  func contains(_ step: Int, of steps: Int) -> Bool {
    guard step != steps else { return true }
    switch self {
    case .every(let distance): return step % distance == 0
    case .listed(let list): return list.contains(step)
    }
  }

  /// How many of some steps are recorded.
  func count(of steps: Int) -> Int {
    switch self {
    case .every(let distance): (steps + distance - 1) / distance
    case .listed(let list): list.union([steps]).count
    }
  }
}
