import Mathematics
import Testing

@Suite struct TensorTests {
  @Test func copiesDoNotChange() throws {
    let original = try Tensor([[1, 2], [3, 4]])
    var copy = original
    copy[0, 1] = 9
    #expect(original == (try Tensor([[1, 2], [3, 4]])) && copy[0, 1] == 9)
    var row = try original.row(1)
    row[0] = 7
    #expect(original[1, 0] == 3 && row.values == [7, 4])
  }

  @Test func slicesOfRowsShareTheirNumbersUntilWritten() throws {
    let whole = Tensor(repeating: 1, shape: [8, 4])
    let part = try whole.slice(2..<5)
    let distance = whole.withNumbers { first in part.withNumbers { $0 - first } }
    #expect(distance == 8)
    var written = part
    written[0, 0] = 2
    #expect(whole.withNumbers { first in written.withNumbers { $0 != first + 8 } })
    #expect(part[0, 0] == 1 && whole[2, 0] == 1)
    // Columns are apart in memory, and copied.
    #expect(try whole.slice(0..<8, 1..<2).shape == [8, 1])
  }

  @Test func slicesPermutationsAndConcatenationsMoveTheRightNumbers() throws {
    let numbers = try Tensor((0..<24).map(Double.init), shape: [2, 3, 4])
    #expect(try numbers.slice(1..<2, 0..<2, 1..<3).values == [13, 14, 17, 18])
    #expect(try numbers.permuted([2, 0, 1]).slice(0..<1).values == [0, 4, 8, 12, 16, 20])
    #expect(try numbers.permuted([1, 2, 0])[2, 3, 1] == numbers[1, 2, 3])
    #expect(try numbers.slice(0..<0).count == 0)
    let parts = [try numbers.slice(0..<2, 0..<1), try numbers.slice(0..<2, 1..<3)]
    #expect(try Tensor.concatenated(parts, along: 1) == numbers)
    #expect(try Tensor.stacked([numbers.row(0), numbers.row(1)]) == numbers)
    // Larger than a tile, and no multiple of it.
    let plane = try Tensor((0..<37 * 21).map(Double.init), shape: [37, 21])
    let turned = try plane.transposed()
    #expect((0..<37).allSatisfy { row in (0..<21).allSatisfy { turned[$0, row] == plane[row, $0] } })
  }

  @Test func scalarsStandOnEitherSide() throws {
    let x = Tensor([1, 2])
    #expect(try (2 * x + 1).values == [3, 5])
    #expect(try (1 - x / 2).values == [0.5, 0])
    #expect(try (6 / x - 1).values == [5, 2])
    #expect(try (-(3 * Tensor([-0.0]))).values[0].sign == .plus)
  }

  @Test func reductionsAlongAnAxisNeitherOverflowNorCancel() throws {
    // The same numbers in rows and, transposed, in columns: exact results by hand.
    let rows = try Tensor([
      [1e308, 1e308, -1e308, -1e308], [1, 1e100, 1, -1e100],
      [1_000_000_004, 1_000_000_007, 1_000_000_013, 1_000_000_016],
    ])
    for tensor in [rows, try rows.transposed()] {
      let axis = tensor.shape[0] == 3 ? 1 : 0
      #expect(try tensor.sum(along: axis).values == [0, 2, 4_000_000_040])
      #expect(try tensor.mean(along: axis).values == [0, 0.5, 1_000_000_010])
      #expect(try tensor.variance(along: axis).values[2] == 30)
      #expect(try tensor.variance(along: axis, dividingBy: .population).values[2] == 22.5)
      #expect(try tensor.maximum(along: axis).values == [1e308, 1e100, 1_000_000_016])
      #expect(try tensor.minimum(along: axis).values == [-1e308, -1e100, 1_000_000_004])
      #expect(try tensor.argmax(along: axis) == [0, 1, 3])
    }
    #expect(try Tensor([1e308, 1.5e308]).mean().scalar == 1.25e308)
    #expect(try Tensor([1e308, 1e308]).sum().scalar == .infinity)
    #expect(try Tensor([.infinity, 1]).sum().scalar == .infinity)
    #expect(try Tensor([3]).variance().scalar.isNaN)
    #expect(try Tensor(repeating: 0.1, shape: [1000]).variance().scalar <= 1e-33)
    #expect(try Tensor([0x3p600, 0x4p600]).norm().scalar == 0x5p600)
    #expect(try Tensor([0x3p-600, 0x4p-600]).norm().scalar == 0x5p-600)
    let least = Double.leastNonzeroMagnitude
    #expect(try Tensor([least, 0]).norm().scalar == least)
  }

  @Test func logSumExpKeepsSmallTerms() throws {
    // log(e^1000 + e^1000) = 1000 + ln 2.
    #expect(try Tensor([1000, 1000]).logSumExp().scalar == 1000.6931471805599)
    // log(1 + e^−40) = 4.248354255291589e-18 (mpmath), lost if 1 is added first.
    #expect(try abs(Tensor([0, -40]).logSumExp().scalar / 4.248354255291589e-18 - 1) <= 4e-16)
    #expect(try Tensor([-Double.infinity, -.infinity]).logSumExp().scalar == -.infinity)
    #expect(try Tensor.zeros([0]).logSumExp().scalar == -.infinity)
    #expect(try Tensor([.infinity, 1]).logSumExp().scalar == .infinity)
    #expect(try Tensor([.nan, 1]).logSumExp().scalar.isNaN)
    let columns = try Tensor([[0, 1000, -.infinity], [-40, 1000, -.infinity]]).logSumExp(along: 0)
    #expect(columns.values[1] == 1000.6931471805599 && columns.values[2] == -.infinity)
    #expect(abs(columns.values[0] / 4.248354255291589e-18 - 1) <= 4e-16)
  }

  @Test func emptyTensorsAreTensors() throws {
    let empty = Tensor.zeros([0, 3])
    #expect(try empty.sum(along: 0).values == [0, 0, 0])
    #expect(try empty.sum(along: 1).count == 0)
    #expect(try (empty + Tensor([1, 2, 3])).count == 0)
    #expect(try Tensor.zeros([2, 0]).matrixProduct(empty) == .zeros([2, 3]))
    #expect(try Tensor.zeros([2, 0]).transposed().shape == [0, 2])
    #expect(try empty.mean().scalar.isNaN)
    #expect(throws: ShapeError.self) { try empty.argmax(along: 0) }
  }

  @Test func mistakesInShapesNameBothShapes() throws {
    let (wide, tall) = (Tensor.ones([2, 3]), Tensor.ones([4, 2]))
    let calls: [(String, () throws -> Tensor)] = [
      ("sum of 2×3 and 4×2", { try wide + tall }), ("difference of 2×3 and 4×2", { try wide - tall }),
      ("product of 2×3 and 4×2", { try wide * tall }), ("quotient of 2×3 and 4×2", { try wide / tall }),
      ("maximum of 2×3 and 4×2", { try wide.maximum(with: tall) }),
      ("minimum of 2×3 and 4×2", { try wide.minimum(with: tall) }),
      ("matrix product of 2×3 and 4×2", { try wide.matrixProduct(tall) }),
      ("matrix product of 5×2×3 and 2×3", { try Tensor.ones([5, 2, 3]).matrixProduct(wide) }),
      ("matrix–vector product of 2×3 and 4×2", { try wide.vectorProduct(tall) }),
      ("dot product of 2×3 and 4×2", { try wide.dot(tall) }),
      ("outer product of 2×3 and 4×2", { try wide.outerProduct(tall) }),
      ("reshape of 2×3 and 4×2", { try wide.reshaped([4, 2]) }),
      ("stretch of 2×3 and 4×2", { try wide.stretched(to: [4, 2]) }),
      ("padding of 2×3 and 4×2", { try wide.padded(to: [4, 2], from: [0, 0]) }),
      ("concatenation of 2×3 and 4×2", { try Tensor.concatenated([wide, tall]) }),
      ("stack of 2×3 and 4×2", { try Tensor.stacked([wide, tall]) }),
      ("slice of 2×3", { try wide.slice(0..<3) }), ("slice of 2×3", { try wide.slice(0..<1, 0..<1, 0..<1) }),
      ("row of 2×3", { try wide.row(2) }), ("row of 2×3", { try wide.row(-1) }),
      ("sum of 2×3", { try wide.sum(along: 2) }), ("mean of 2×3", { try wide.mean(along: -1) }),
      ("permutation of 2×3", { try wide.permuted([0, 0]) }),
      ("transpose of a vector of 3", { try wide.row(0).transposed() }),
      ("trace of 2×3", { try wide.trace() }), ("concatenation of a single number", { try .concatenated([]) }),
    ]
    for (start, call) in calls {
      let error = try #require(throws: ShapeError.self) { try call() }
      #expect(error.description.hasPrefix(start + ": "), "\(error)")
    }
  }
}
