/// The candidate that is most likely meant by a mistyped name: within a third of its length in edits, or none.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().unicodeScalars.prefix(64))
  let limit = max(1, wanted.count / 3)
  var best: (distance: Int, name: String)?
  for candidate in candidates where candidate != name {
    guard abs(min(candidate.unicodeScalars.count, 64) - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, Array(candidate.lowercased().unicodeScalars.prefix(64)))
    let isNearer = best.map { (distance, candidate) < ($0.distance, $0.name) } ?? true
    if isNearer { best = (distance, candidate) }
  }
  guard let best, best.distance <= limit else { return nil }
  return best.name
}

/// Insertions, deletions, substitutions and swaps of neighbours (the optimal string alignment distance).
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let substitution = previous[column] + (left[row] == right[column] ? 0 : 1)
      var distance = min(substitution, previous[column + 1] + 1, current[column] + 1)
      let isSwap =
        row > 0 && column > 0 && left[row] == right[column - 1] && left[row - 1] == right[column]
      if isSwap { distance = min(distance, beforePrevious[column - 1] + 1) }
      current.append(distance)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
