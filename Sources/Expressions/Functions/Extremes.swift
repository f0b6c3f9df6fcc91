import Mathematics

extension FunctionDefinition {
  /// The largest and the smallest, and where they are.
  static var extremes: [FunctionDefinition] {
    [
      .reduction("max", "the largest entry", .command("\\max")) { entries in
        .number(extreme(entries, at: argmax(entries)))
      },
      .reduction("min", "the smallest entry", .command("\\min")) { entries in
        .number(extreme(entries, at: argmin(entries)))
      },
      .reduction(
        "argmax", "the subscript of the largest entry, the first of equals",
        .command("\\operatorname{arg\\,max}")
      ) { entries in .number(S(argmax(entries).map { Double($0 + 1) } ?? .nan)) },
      .reduction(
        "argmin", "the subscript of the smallest entry, the first of equals",
        .command("\\operatorname{arg\\,min}")
      ) { entries in .number(S(argmin(entries).map { Double($0 + 1) } ?? .nan)) },
      .elementwise("relu", "x above 0, else 0", .command("\\operatorname{relu}")) { x in
        x.primal > 0 ? x : x.primal < 0 ? S(0) : S.abs(x)
      },
    ]
  }

  /// The entry at an index; where others equal it but change differently, it has no derivative.
  private static func extreme(_ entries: [S], at index: Int?) -> S {
    guard let index, !entries.contains(where: \.primal.isNaN) else { return S(.nan) }
    let best = entries[index]
    for entry in entries where entry.primal == best.primal && entry != best {
      return best + S.abs(entry - best)
    }
    return best
  }
}
