import Mathematics
import Testing

/// A function of tensors of given shapes, whose entries lie where it is smooth.
struct DifferentiableCase: CustomStringConvertible, Sendable {
  let description: String
  let shapes: [Shape]
  var within: ClosedRange<Double> = 0.3...1.9
  let function: @Sendable ([Tensor]) throws -> Tensor

  /// Distinct entries spread over the interval, in no particular order (multiples of the golden ratio).
  func point() throws -> [Tensor] {
    var index = 0.0
    return try shapes.map { shape in
      try Tensor(
        (0..<shape.count).map { _ in
          index += 1
          let fraction = (index * 0.6180339887498949).truncatingRemainder(dividingBy: 1)
          return within.lowerBound + (within.upperBound - within.lowerBound) * fraction
        }, shape: shape)
    }
  }

  /// The function made into a single number in which every entry of its result weighs differently and not linearly.
  func scalar(_ operands: [Tensor]) throws -> Tensor {
    let result = try function(operands)
    let weights = try Tensor((0..<result.count).map { Double($0 % 5 + 1) / 4 }, shape: result.shape)
    return try (result * weights + 0.1 * result.square()).sum()
  }
}

private func unary(
  _ name: String, _ within: ClosedRange<Double> = 0.3...1.9, shape: Shape = [2, 3],
  _ function: @escaping @Sendable (Tensor) throws -> Tensor
) -> DifferentiableCase {
  DifferentiableCase(description: name, shapes: [shape], within: within) { try function($0[0]) }
}

private func binary(
  _ name: String, _ left: Shape, _ right: Shape,
  _ function: @escaping @Sendable (Tensor, Tensor) throws -> Tensor
) -> DifferentiableCase {
  DifferentiableCase(description: "\(name) of \(left) and \(right)", shapes: [left, right]) {
    try function($0[0], $0[1])
  }
}

private let entrywise: [DifferentiableCase] = [
  unary("negation") { try -$0 },
  unary("x + 1") { try $0 + 1 },
  unary("2 − x") { try 2 - $0 },
  unary("x − 2") { try $0 - 2 },
  unary("3 x") { try 3 * $0 },
  unary("x / 3") { try $0 / 3 },
  unary("3 / x") { try 3 / $0 },
  unary("exp", -1.0...1) { try $0.exp() },
  unary("log") { try $0.log() },
  unary("square root") { try $0.squareRoot() },
  unary("square", -2...2) { try $0.square() },
  unary("power 2.5") { try $0.power(2.5) },
  unary("power −1.5") { try $0.power(-1.5) },
  unary("power 3 of negative numbers", -1.5 ... -0.2) { try $0.power(3) },
  unary("power 0") { try $0.power(0) },
  unary("power 1") { try $0.power(1) },
  unary("abs", -2 ... -0.1) { try $0.abs() },
  unary("tanh", -2...2) { try $0.tanh() },
  unary("sigmoid", -3...3) { try $0.sigmoid() },
  unary("ReLU") { try ($0 - 1.0001).relu() },
  unary("sin", -3...3) { try $0.sin() },
  unary("cos", -3...3) { try $0.cos() },
]

private let pairs: [(Shape, Shape)] = [
  ([2, 3], [2, 3]), ([2, 3], [3]), ([3], [2, 3]), ([2, 3], []), ([], [2, 3]), ([2, 1], [1, 3]),
  ([2, 1, 3], [4, 1]), ([1], [1, 1]),
]

private let broadcast: [DifferentiableCase] = pairs.flatMap { left, right in
  [
    binary("sum", left, right) { try $0 + $1 },
    binary("difference", left, right) { try $0 - $1 },
    binary("product", left, right) { try $0 * $1 },
    binary("quotient", left, right) { try $0 / $1 },
    binary("maximum", left, right) { try $0.maximum(with: $1) },
    binary("minimum", left, right) { try $0.minimum(with: $1) },
  ]
}

private func reduction(
  _ name: String, _ all: @escaping @Sendable (Tensor) throws -> Tensor,
  along: @escaping @Sendable (Tensor, Int, Bool) throws -> Tensor
) -> [DifferentiableCase] {
  let shape: Shape = [2, 3, 4]
  var cases = [unary("\(name) of all", shape: shape, all)]
  for axis in 0..<3 {
    for keeps in [true, false] {
      let title = "\(name) along \(axis), keeping: \(keeps)"
      cases.append(unary(title, shape: shape) { try along($0, axis, keeps) })
    }
  }
  return cases
}

private let reductions: [DifferentiableCase] = [
  reduction("sum", { try $0.sum() }, along: { try $0.sum(along: $1, keepingAxis: $2) }),
  reduction("mean", { try $0.mean() }, along: { try $0.mean(along: $1, keepingAxis: $2) }),
  reduction("variance", { try $0.variance() }, along: { try $0.variance(along: $1, keepingAxis: $2) }),
  reduction(
    "population variance", { try $0.variance(dividingBy: .population) },
    along: { try $0.variance(along: $1, keepingAxis: $2, dividingBy: .population) }),
  reduction("log-sum-exp", { try $0.logSumExp() }, along: { try $0.logSumExp(along: $1, keepingAxis: $2) }),
  reduction("maximum", { try $0.maximum() }, along: { try $0.maximum(along: $1, keepingAxis: $2) }),
  reduction("minimum", { try $0.minimum() }, along: { try $0.minimum(along: $1, keepingAxis: $2) }),
].flatMap { $0 }

private let arrangements: [DifferentiableCase] = [
  unary("reshape") { try $0.reshaped([3, 2]) },
  unary("stretch", shape: [2, 1]) { try $0.stretched(to: [4, 2, 3]) },
  unary("transpose", shape: [2, 3, 4]) { try $0.transposed() },
  unary("permutation", shape: [2, 3, 4]) { try $0.permuted([2, 0, 1]) },
  unary("slice of rows", shape: [4, 3]) { try $0.slice(1..<3) },
  unary("slice of columns", shape: [4, 3]) { try $0.slice(0..<4, 1..<3) },
  unary("empty slice and the rest", shape: [4, 3]) {
    try Tensor.concatenated([$0.slice(2..<2), $0], along: 0)
  },
  unary("row", shape: [4, 3]) { try $0.row(2) },
  unary("padding") { try $0.padded(to: [4, 4], from: [1, 0]) },
  unary("trace", shape: [3, 3]) { try $0.trace() },
  unary("norm") { try $0.norm() },
  DifferentiableCase(description: "concatenation of rows", shapes: [[2, 3], [1, 3]]) {
    try Tensor.concatenated($0)
  },
  DifferentiableCase(description: "concatenation of columns", shapes: [[2, 3], [2, 1], [2, 2]]) {
    try Tensor.concatenated($0, along: 1)
  },
  DifferentiableCase(description: "stack", shapes: [[2, 3], [2, 3]]) { try Tensor.stacked($0, along: 1) },
]

private let products: [DifferentiableCase] = [
  binary("dot", [4], [4]) { try $0.dot($1) },
  binary("outer product", [3], [2]) { try $0.outerProduct($1) },
  binary("matrix product", [2, 3], [3, 4]) { try $0.matrixProduct($1) },
  binary("matrix product, first transposed", [3, 2], [3, 4]) {
    try $0.matrixProduct($1, transposingFirst: true)
  },
  binary("matrix product, second transposed", [2, 3], [4, 3]) {
    try $0.matrixProduct($1, transposingSecond: true)
  },
  binary("matrix product, both transposed", [3, 2], [4, 3]) {
    try $0.matrixProduct($1, transposingFirst: true, transposingSecond: true)
  },
  binary("batched matrix product", [2, 2, 3], [2, 3, 2]) { try $0.matrixProduct($1) },
  binary("matrix–vector product", [2, 3], [3]) { try $0.vectorProduct($1) },
  binary("transposed matrix–vector product", [3, 2], [3]) { try $0.vectorProduct($1, transposing: true) },
]

@Suite struct OperationDerivativeTests {
  @Test(arguments: entrywise + broadcast + reductions + arrangements + products)
  func derivativesAgreeWithCentralDifferences(_ example: DifferentiableCase) throws {
    let point = try example.point()
    let entries = point.reduce(0) { $0 + $1.count }
    let first = try expectGradient(of: example.scalar, at: point, example.description)
    let second = try expectSecondDerivatives(of: example.scalar, at: point, example.description)
    #expect(first == entries && second == entries)
  }
}
