import Mathematics

/// Prints numbers that OpenBLAS had a part in, to the 12 digits that a page shows: they must not depend on its kernels.
@main struct Main {
  static func main() throws {
    var generator = Xoshiro256StarStar(seed: 1)
    let square = Tensor.normal([400, 400], using: &generator)
    // Large enough for OpenBLAS rather than our own tiles.
    let product = try square.matrixProduct(square)
    show("product", [product[0, 0], product[399, 399], try product.sum().scalar])
    let symmetric = try square + square.transposed()
    show("eigenvalues", try symmetric.symmetricEigen().values.suffix(5))
    show("singular values", try square.singularValueDecomposition().values.prefix(5))
    let solution = try square.solve(Tensor.ones([400]))
    show("solution", [solution[0], solution[399], try solution.norm().scalar])
    show("losses", try losses(using: &generator))
  }

  /// A wide network, whose products are OpenBLAS' too, after each ten of fifty steps.
  private static func losses(using generator: inout Xoshiro256StarStar) throws -> [Double] {
    let model = MultilayerPerceptron(widths: [20, 400, 400, 3], activation: .tanh, using: &generator)
    let batch = [Tensor.normal([300, 20], using: &generator), Tensor((0..<300).map { Double($0 % 3) })]
    let trainer = Trainer(model, Adam(learningRate: 1e-3)) { model, batch in
      try model(batch[0]).crossEntropy(labels: batch[1])
    }
    return try (1...50).compactMap { step in
      let loss = try trainer.step(batch)
      return step % 10 == 0 ? loss : nil
    }
  }

  private static func show(_ name: String, _ numbers: some Sequence<Double>) {
    print(name, numbers.map(digits).joined(separator: " "))
  }

  /// A number rounded to 12 significant digits.
  private static func digits(_ number: Double) -> String {
    var (mantissa, exponent) = (number, 0)
    while mantissa.magnitude >= 1e12 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while mantissa.magnitude < 1e11 && mantissa != 0 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    return "\(Int(mantissa.rounded()))e\(exponent)"
  }
}
