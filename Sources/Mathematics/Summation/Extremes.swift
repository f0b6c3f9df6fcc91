/// The place of the largest entry, counted from 0: the first of equals; NaN entries are passed over; nil for none.
@inlinable
public func argmax<Scalar: RealScalar>(_ entries: [Scalar]) -> Int? {
  var best: Int?
  for index in entries.indices where !entries[index].primal.isNaN {
    if let found = best, entries[index].primal <= entries[found].primal { continue }
    best = index
  }
  return best
}

/// The place of the smallest entry, counted from 0: the first of equals; NaN entries are passed over; nil for none.
@inlinable
public func argmin<Scalar: RealScalar>(_ entries: [Scalar]) -> Int? {
  var best: Int?
  for index in entries.indices where !entries[index].primal.isNaN {
    if let found = best, entries[index].primal >= entries[found].primal { continue }
    best = index
  }
  return best
}
