import Mathematics
import Testing

@Suite("Linear maps and products of all sizes")
struct LinearTests {
  @Test("y = W x + b for every row")
  func values() throws {
    let layer = try Linear(weights: Tensor([[1, 2], [3, 4], [5, 6]]), bias: Tensor([10, 20, 30]))
    #expect(try layer(Tensor([1, 1])).values == [13, 27, 41])
    #expect(try layer(Tensor([[1, 0], [0, 1]])).values == [11, 23, 35, 12, 24, 36])
    #expect(try layer(Tensor.zeros([0, 2])).shape == [0, 3])
  }

  @Test("Sizes must fit")
  func shapes() {
    #expect(throws: ShapeError.self) { try Linear(weights: Tensor([1, 2])) }
    #expect(throws: ShapeError.self) { try Linear(weights: Tensor.zeros([2, 3]), bias: Tensor([1])) }
    let error = #expect(throws: ShapeError.self) {
      try Tensor.zeros([4, 2]).linear(weights: Tensor.zeros([5, 3]))
    }
    #expect(
      error?.description == "linear of 4×2 and 5×3: the weights need a column for each of 2 inputs")
  }

  @Test("Products of whole numbers are exact whatever the size and the transposition")
  func sizes() throws {
    // Around the borders of the blocks: 1, 4 and 6 rows, 8 and 32 columns, 128 terms.
    for (rows, columns, inner) in [
      (1, 1, 1), (1, 9, 5), (5, 1, 7), (6, 8, 3), (7, 31, 2), (13, 33, 130), (4, 40, 128), (3, 2, 0),
      (11, 16, 257),
    ] {
      let left = try whole([rows, inner], 3), right = try whole([inner, columns], 5)
      let expected = naive(left, right)
      #expect(try left.matrixProduct(right) == expected)
      #expect(try left.matrixProduct(flip(right), transposingSecond: true) == expected)
      #expect(try flip(left).matrixProduct(right, transposingFirst: true) == expected)
      #expect(
        try flip(left).matrixProduct(flip(right), transposingFirst: true, transposingSecond: true)
          == expected)
      let bias = Tensor((0..<columns).map(Double.init))
      #expect(try inner == 0 || left.linear(weights: flip(right), bias: bias) == expected + bias)
    }
  }

  @Test("Large products go another way to the same result")
  func largeProducts() throws {
    let left = try whole([320, 320], 7), right = try whole([320, 320], 11)
    let bias = try whole([320], 3)
    let whole = try left.linear(weights: right, bias: bias)
    let part = try left.slice(rows: 5..<6).linear(weights: right, bias: bias)
    #expect((0..<320).allSatisfy { whole[5, $0] == part[0, $0] })
  }

  private func whole(_ shape: Shape, _ factor: Int) throws -> Tensor {
    try Tensor((0..<shape.count).map { Double(($0 * factor) % 17 - 8) }, shape: shape)
  }

  private func flip(_ matrix: Tensor) throws -> Tensor {
    let (rows, columns) = (matrix.shape[0], matrix.shape[1])
    return try Tensor(
      (0..<rows * columns).map { matrix[$0 % rows, $0 / rows] }, shape: [columns, rows])
  }

  private func naive(_ left: Tensor, _ right: Tensor) -> Tensor {
    var product = Tensor.zeros([left.shape[0], right.shape[1]])
    for row in 0..<left.shape[0] {
      for column in 0..<right.shape[1] {
        product[row, column] = (0..<left.shape[1]).reduce(0) { $0 + left[row, $1] * right[$1, column] }
      }
    }
    return product
  }
}

extension Tensor {
  fileprivate func slice(rows: Range<Int>) throws -> Tensor {
    try self.rows(at: Tensor(rows.map(Double.init)))
  }
}
