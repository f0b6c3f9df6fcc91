import Mathematics

extension FunctionDefinition {
  /// Powers, roots and logarithms.
  static var exponentials: [FunctionDefinition] {
    let above = "its argument must be above 0"
    return [
      .elementwise("exp", "e to the power of x", .exponential) { S.exp($0) },
      .elementwise("expm1", "e to the power of x, less 1, exact near 0", .command("\\operatorname{expm1}")) {
        S.expMinusOne($0)
      },
      .elementwise("log", "the natural logarithm of x", domain: above, .command("\\ln")) { S.log($0) },
      .elementwise("ln", "the natural logarithm of x", domain: above, .command("\\ln")) { S.log($0) },
      .elementwise("log10", "the logarithm of x to base 10", domain: above, .command("\\log_{10}")) {
        S.log10($0)
      },
      .elementwise("log2", "the logarithm of x to base 2", domain: above, .command("\\log_{2}")) {
        S.log2($0)
      },
      .elementwise(
        "log1p", "the natural logarithm of 1 + x, exact near 0", domain: "its argument must be above −1",
        .command("\\operatorname{log1p}")
      ) { S.logOnePlus($0) },
      .elementwise("sqrt", "the square root of x", domain: "its argument must be at least 0", .root) {
        S.sqrt($0)
      },
    ]
  }
}
