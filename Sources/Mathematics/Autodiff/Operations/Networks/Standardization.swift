import CKernels

/// z = (x − mean) / √(variance + epsilon) along the last axis.
struct Standardization: Operation {
  let rows: Rows
  let epsilon: Double
  var resultShape: Shape { rows.shape }
  var name: String { "standardize" }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_standardize(epsilon, operands[0], rows.count, rows.length, result)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    try Tensor.applying(StandardizationSlope(rows: rows, epsilon: epsilon), to: operands[0], cotangent)
  }

  func tex(_ operands: [String]) -> String {
    "\\frac{\(operands[0]) - \\mu}{\\sqrt{\\sigma^2 + \\varepsilon}}"
  }
}

/// J g = (g − mean g − z mean(g z)) / √(variance + epsilon): what standardising, whose Jacobian J is symmetric, makes
/// of a cotangent g.
struct StandardizationSlope: Operation {
  let rows: Rows
  let epsilon: Double
  var resultShape: Shape { rows.shape }
  var name: String { "standardize′" }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_standardization_slope(epsilon, operands[0], operands[1], rows.count, rows.length, result)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    let (x, slope) = (operands[0], operands[1])
    let turned = try Tensor.applying(self, to: x, cotangent)
    if index == 1 { return turned }
    // With s = 1/√(variance + epsilon), c·J g = s (c·g − n c̄ ḡ − (c·z)(g·z)/n), and ∂s/∂x = −s² z / n, ∂(g·z)/∂x = J g.
    let last = rows.shape.rank - 1
    let z = try Tensor.applying(Standardization(rows: rows, epsilon: epsilon), to: x)
    let scale = try Tensor.applying(InverseDeviation(rows: rows, epsilon: epsilon), to: x)
    let product = try (cotangent * result).sum(along: last, keepingAxis: true)
    let alongSlope = try (slope * z).sum(along: last, keepingAxis: true)
    let alongCotangent = try (cotangent * z).sum(along: last, keepingAxis: true)
    let total = try z * product + alongSlope * turned + alongCotangent * result
    return try total * scale * (-1 / Double(rows.length))
  }

  func tex(_ operands: [String]) -> String {
    "\\frac{\\partial \\hat{x}}{\\partial x}{\\left(\(operands[0])\\right)} \(operands[1])"
  }
}

/// s = 1 / √(variance + epsilon) of each row.
struct InverseDeviation: Operation {
  let rows: Rows
  let epsilon: Double
  var resultShape: Shape { rows.kept }
  var name: String { "1/σ" }

  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) {
    vector_inverse_deviation(epsilon, operands[0], rows.count, rows.length, result)
  }

  func pullback(
    _ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor
  ) throws -> Tensor? {
    let z = try Tensor.applying(Standardization(rows: rows, epsilon: epsilon), to: operands[0])
    return try z * (cotangent * result * result * (-1 / Double(rows.length)))
  }

  func tex(_ operands: [String]) -> String { "\\frac{1}{\\sqrt{\\sigma^2 + \\varepsilon}}" }
}
