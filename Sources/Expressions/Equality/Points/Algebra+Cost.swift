extension Algebra {
  /// The parts that one point takes for all pairs of entries, each with the operands that it is made of.
  func evaluationCost(of pairs: [(NodeID, NodeID)]) -> Int {
    pairs.reduce(0) { total, pair in
      reachable(from: [pair.0, pair.1]).reduce(total) { $0 + 1 + self[$1].children.count }
    }
  }
}
