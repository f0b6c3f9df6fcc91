import Mathematics

extension FunctionDefinition {
  /// Scores and probabilities.
  static var probability: [FunctionDefinition] {
    [
      .reduction(
        "softmax", "scores as probabilities that add up to 1", .command("\\operatorname{softmax}")
      ) { entries in .vector(softmax(entries)) },
      .reduction(
        "logsumexp", "the logarithm of the sum of the exponentials", .command("\\operatorname{logsumexp}")
      ) { entries in .number(logSumExp(entries)) },
      .reduction(
        "entropy", "the entropy of probabilities, in nats", domain: "probabilities are at least 0",
        .command("\\operatorname{H}")
      ) { entries in .number(entropy(entries)) },
      .elementwise("sigmoid", "the logistic function 1/(1 + exp(−x))", .command("\\sigma")) { sigmoid($0) },
      .elementwise("softplus", "log(1 + exp(x)), a smooth max(0, x)", .command("\\operatorname{softplus}")) {
        softplus($0)
      },
    ]
  }
}
