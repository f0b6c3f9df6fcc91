import Mathematics
import Testing

/// Entries between −1 and 1 in no particular order, the same in every run.
func scattered(_ shape: Shape, seed: Int = 1) throws -> Tensor {
  try Tensor(
    (0..<shape.count).map { index in
      let turns = Double(index + 1) * 0.6180339887498949 + Double(seed) * 0.7548776662466927
      let fraction = (turns * turns).truncatingRemainder(dividingBy: 1)
      return 2 * fraction - 1
    }, shape: shape)
}

func largestDifference(_ left: Tensor, _ right: Tensor) throws -> Double {
  try (left - right).abs().maximum().scalar
}

func hilbert(_ size: Int) throws -> Tensor {
  try Tensor((0..<size).map { row in (0..<size).map { 1 / Double(row + $0 + 1) } })
}

@Suite struct LinearAlgebraTests {
  @Test func systemsAreSolved() throws {
    let matrix = try Tensor([[2, 1], [1, 3]])
    // By Cramer's rule: (9 − 5, 10 − 3) / 5.
    #expect(try largestDifference(matrix.solve(Tensor([3, 5])), Tensor([0.8, 1.4])) <= 4e-16)
    let large = try scattered([40, 40])
    let right = try scattered([40, 3], seed: 2)
    #expect(try largestDifference(large.matrixProduct(large.solve(right)), right) <= 1e-13)
    let transposed = try large.solve(right, transposing: true)
    #expect(try largestDifference(large.matrixProduct(transposed, transposingFirst: true), right) <= 1e-13)
    #expect(try Tensor.zeros([0, 0]).solve(Tensor.zeros([0])).shape == [0])
  }

  @Test func solutionsCanBeDifferentiatedTwice() throws {
    let point = try [scattered([3, 3]) + 2 * Tensor.identity(3), scattered([3], seed: 3)]
    for transposing in [false, true] {
      let function = { (operands: [Tensor]) in
        try operands[0].solve(operands[1], transposing: transposing).square().sum()
      }
      #expect(try expectGradient(of: function, at: point) == 12)
      #expect(try expectSecondDerivatives(of: function, at: point) == 12)
    }
    #expect(try expectGradient(of: { try $0[0].inverse().sin().sum() }, at: [point[0]]) == 9)
  }

  @Test func singularMatricesAreErrorsThatSayHowSingular() throws {
    let matrix = try Tensor([[1, 2], [2, 4]])
    #expect(throws: LinearAlgebraError.self) { try matrix.solve(Tensor([1, 1])) }
    #expect(throws: LinearAlgebraError.self) { try matrix.inverse() }
    do {
      _ = try matrix.solve(Tensor([1, 1]))
    } catch let error as LinearAlgebraError {
      #expect(
        error.description
          == "solve: the 2×2 matrix is singular to the precision of the machine (reciprocal condition number 0.0)"
      )
    }
    // Singular but for rounding.
    let nearly = try Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9.000000000000002]])
    #expect(throws: LinearAlgebraError.self) { try nearly.solve(Tensor([1, 1, 1])) }
  }

  @Test func determinantsNeitherOverflowNorLoseTheirSign() throws {
    #expect(try Tensor([[0, 1], [1, 0]]).determinant() == -1)
    #expect(try abs(Tensor([[1, 2], [3, 4]]).determinant() + 2) <= 1e-15)
    #expect(try Tensor([[1, 2], [2, 4]]).determinant() == 0)
    #expect(try Tensor.zeros([0, 0]).determinant() == 1)
    let small = try LUFactorization(Tensor.identity(400) * 0x1p-10)
    #expect(small.determinant == 0)
    // −4000 ln 2.
    #expect(small.logarithmicDeterminant == (1, -2772.588722239781))
    // det H₁₀ = 1 / Π (products of binomials) = 2.16417922643149186…e-53 (mpmath); elimination loses cond · ε ≈ 4e-3.
    let hilbertDeterminant = try hilbert(10).determinant()
    #expect(abs(hilbertDeterminant / 2.1641792264314919e-53 - 1) <= 4e-3)
  }

  @Test func inverseOfTheHilbertMatrixIsAsGoodAsItsCondition() throws {
    let inverse = try hilbert(10).inverse()
    // The exact inverse has whole entries: 100 in the first corner, 44914183600 in the last, adding up to 100.
    #expect(abs(inverse[0, 0] / 100 - 1) <= 4e-3)
    #expect(abs(inverse[9, 9] / 44_914_183_600 - 1) <= 4e-3)
    // The condition number in the 2-norm is 1.6026286870216882788e13 (mpmath, 60 digits), known to ε times itself.
    #expect(try abs(hilbert(10).conditionNumber() / 1.6026286870216883e13 - 1) <= 4e-3)
    let eigen = try hilbert(10).symmetricEigen()
    #expect(abs(eigen.values[9] - 1.7519196702651775) <= 2e-15)
    #expect(abs(eigen.values[0] - 1.0931538193796658e-13) <= 4e-16)
  }

  @Test func choleskyFactorsReproduceTheMatrix() throws {
    // [[4, 2], [2, 5]] = L Lᵀ with L = [[2, 0], [1, 2]], by hand.
    #expect(try Tensor([[4, 2], [2, 5]]).choleskyFactor() == Tensor([[2, 0], [1, 2]]))
    let root = try scattered([20, 30])
    let matrix = try root.matrixProduct(root, transposingSecond: true)
    let factor = try matrix.choleskyFactor()
    #expect(try largestDifference(factor.matrixProduct(factor, transposingSecond: true), matrix) <= 1e-14)
    #expect(factor[0, 5] == 0)
    #expect(throws: LinearAlgebraError.self) { try Tensor([[1, 2], [2, 1]]).choleskyFactor() }
    #expect(throws: LinearAlgebraError.self) { try Tensor([[1, 2], [3, 9]]).choleskyFactor() }
  }

  @Test(arguments: [[7, 4], [4, 7], [5, 5], [1, 3], [3, 1], [0, 3], [3, 0]])
  func orthogonalFactorsReproduceTheMatrix(_ dimensions: [Int]) throws {
    let matrix = try scattered(Shape(dimensions))
    let rank = dimensions.min() ?? 0
    let parts = try matrix.qrFactorization()
    #expect(
      parts.orthonormal.shape == [dimensions[0], rank] && parts.triangle.shape == [rank, dimensions[1]])
    let gram = try parts.orthonormal.matrixProduct(parts.orthonormal, transposingFirst: true)
    let svd = try matrix.singularValueDecomposition()
    let rebuilt = try (svd.left * Tensor(svd.values)).matrixProduct(svd.right)
    #expect(svd.values == svd.values.sorted(by: >) && svd.values.count == rank)
    guard rank > 0 else { return }
    #expect(try largestDifference(parts.orthonormal.matrixProduct(parts.triangle), matrix) <= 3e-15)
    #expect(try largestDifference(gram, .identity(rank)) <= 2e-15)
    for index in 0..<rank { #expect(parts.triangle[index, index] >= 0) }
    #expect(try largestDifference(rebuilt, matrix) <= 4e-15)
    for column in try svd.left.transposed().argmax(along: 1).enumerated() {
      let entries = try svd.left.transposed().row(column.offset)
      #expect(try entries[column.element] == entries.abs().maximum().scalar)
    }
  }

  @Test func symmetricEigenvectorsAreOrthonormalAndTurnedOneWay() throws {
    let eigen = try Tensor([[2, 1], [1, 2]]).symmetricEigen()
    #expect(abs(eigen.values[0] - 1) <= 1e-15 && abs(eigen.values[1] - 3) <= 1e-15)
    #expect(abs(eigen.vectors[1, 0] - 0.7071067811865476) <= 2e-16)  // √½
    let half = try scattered([30, 30])
    let matrix = try half + half.transposed()
    let all = try matrix.symmetricEigen()
    let spread = try (all.vectors * Tensor(all.values).reshaped([30, 1]))
    #expect(try largestDifference(all.vectors.matrixProduct(spread, transposingFirst: true), matrix) <= 3e-14)
    let some = try matrix.symmetricEigen(largest: 4)
    #expect(some.values.count == 4)
    for index in 0..<4 {
      #expect(abs(some.values[index] - all.values[26 + index]) <= 2e-14)
      #expect(try largestDifference(some.vectors.row(index), all.vectors.row(26 + index)) <= 1e-12)
    }
    #expect(try matrix.symmetricEigen(largest: 0).values == [])
    #expect(throws: ShapeError.self) { try matrix.symmetricEigen(largest: 31) }
    #expect(throws: LinearAlgebraError.self) { try Tensor([[1, 2], [3, 4]]).symmetricEigen() }
  }

  @Test func eigenvaluesOfARotationAreComplex() throws {
    let found = try Tensor([[0, -1], [1, 0]]).eigenvalues()
    #expect(found.map(\.real) == [0, 0] && found.map(\.imaginary) == [-1, 1])
    // The companion matrix of (x − 1)(x − 2)(x − 3).
    let roots = try Tensor([[6, -11, 6], [1, 0, 0], [0, 1, 0]]).eigenvalues()
    for (root, expected) in zip(roots, [1.0, 2, 3]) { #expect(abs(root.real - expected) <= 2e-13) }
    #expect(try Tensor.zeros([0, 0]).eigenvalues() == [])
  }

  @Test func leastSquaresAndPseudoInverses() throws {
    // The line through (0, 1), (1, 3), (2, 4): slope 3/2, intercept 7/6, by the normal equations.
    let matrix = try Tensor([[0, 1], [1, 1], [2, 1]])
    #expect(try largestDifference(matrix.leastSquares(Tensor([1, 3, 4])), Tensor([1.5, 7.0 / 6])) <= 2e-15)
    let dependent = try Tensor([[1, 1], [1, 1]])
    #expect(try dependent.matrixRank() == 1)
    #expect(try largestDifference(dependent.leastSquares(Tensor([1, 1])), Tensor([0.5, 0.5])) <= 3e-16)
    #expect(
      try largestDifference(dependent.pseudoInverse(), Tensor(repeating: 0.25, shape: [2, 2])) <= 2e-16)
    let wide = try scattered([3, 6])
    let product = try wide.matrixProduct(wide.pseudoInverse())
    #expect(try largestDifference(product, .identity(3)) <= 3e-15)
  }

  @Test func whatIsNotFiniteIsRefusedByPlace() throws {
    let matrix = try Tensor([[1, 2], [.nan, 4]])
    let wanted = "entry 2 of 2×2 is nan, where finite numbers are needed"
    let calls: [(Tensor) throws -> Void] = [
      { _ = try $0.solve(Tensor([1, 2])) }, { _ = try $0.determinant() }, { _ = try $0.choleskyFactor() },
      { _ = try $0.qrFactorization() }, { _ = try $0.symmetricEigen() }, { _ = try $0.eigenvalues() },
      { _ = try $0.singularValueDecomposition() }, { _ = try $0.leastSquares(Tensor([1, 2])) },
      { _ = try $0.pseudoInverse() }, { _ = try $0.symmetricEigen(largest: 1) },
    ]
    for call in calls {
      let error = try #require(throws: LinearAlgebraError.self) { try call(matrix) }
      #expect(error.description.hasSuffix(wanted))
    }
  }

  @Test func shapesThatDoNotFitAreNamed() throws {
    let wide = Tensor.ones([2, 3])
    let error = try #require(throws: ShapeError.self) { try wide.solve(Tensor([1, 2])) }
    #expect(error.description == "solve of 2×3 and a vector of 2: the first must be a square matrix")
    #expect(throws: ShapeError.self) { try Tensor.identity(2).solve(Tensor([1, 2, 3])) }
    #expect(throws: ShapeError.self) { try wide.determinant() }
    #expect(throws: ShapeError.self) { try wide.choleskyFactor() }
    #expect(throws: ShapeError.self) { try Tensor([1, 2]).singularValueDecomposition() }
    #expect(throws: ShapeError.self) { try wide.leastSquares(Tensor([1, 2, 3])) }
  }
}
