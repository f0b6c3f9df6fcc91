import Mathematics

extension FunctionDefinition {
  /// Sums, means and spreads.
  static var totals: [FunctionDefinition] {
    [
      .reduction("sum", "the sum of the entries", least: 0, .command("\\operatorname{sum}")) { entries in
        .number(compensatedSum(entries))
      },
      .reduction("product", "the product of the entries", least: 0, .command("\\operatorname{product}")) {
        entries in .number(entries.reduce(S(1)) { $0 * $1 })
      },
      .reduction("mean", "the mean of the entries", .command("\\operatorname{mean}")) { entries in
        .number(mean(entries))
      },
      .reduction("var", "the variance of a sample (n − 1)", least: 2, .command("\\operatorname{var}")) {
        entries in .number(variance(entries))
      },
      .reduction(
        "std", "the standard deviation of a sample (n − 1)", least: 2, .command("\\operatorname{std}")
      ) {
        entries in .number(standardDeviation(entries))
      },
    ]
  }
}
