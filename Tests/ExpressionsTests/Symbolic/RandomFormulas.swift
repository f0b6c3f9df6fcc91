/// Random formulas of the expression language over the numbers x and t and the vector h.
struct RandomFormulas {
  var random: SeededRandom

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
  }

  mutating func next() -> String { formula(depth: 1 + Int(random.next() % 4)) }

  private mutating func one(of choices: [String]) -> String {
    choices[Int(random.next() % UInt64(choices.count))]
  }

  private mutating func formula(depth: Int) -> String {
    if depth == 0 { return one(of: ["x", "t", "2", "3", "0.5", "h_2", "1", "x"]) }
    let left = formula(depth: depth - 1)
    let right = formula(depth: depth - 1)
    switch random.next() % 16 {
    case 0, 1: return "(\(left)) + \(right)"
    case 2, 3: return "(\(left)) - (\(right))"
    case 4, 5: return "(\(left))*(\(right))"
    case 6, 7: return "(\(left))/(\(right))"
    case 8: return "(\(left))^\(one(of: ["2", "3", "(1/2)", "(-1)", "0.5", "(1/3)"]))"
    case 9: return "-(\(left))"
    case 10: return "exp(\(left))"
    case 11: return "log(\(left))"
    case 12: return "sqrt(\(left))"
    case 13:
      return one(of: ["sigmoid", "tanh", "abs", "sin", "cos", "relu", "softplus", "atan"]) + "(\(left))"
    case 14:
      return one(of: [
        "softmax(h)_1", "logsumexp(h)", "sum(h)", "mean(h)", "max(\(left), \(right))",
        "if(\(left) > \(right), x, \(left))",
      ])
    default: return "(\(left))^(\(right))"
    }
  }
}
