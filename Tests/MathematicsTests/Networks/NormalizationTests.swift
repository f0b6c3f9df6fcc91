import Mathematics
import Testing

@Suite("Layer norm and embedding")
struct NormalizationTests {
  @Test("Rows get mean 0 and variance 1, then the gain and the bias")
  func values() throws {
    let rows = try Tensor([[1, 2, 3, 4], [10, 10, 10, 14]])
    let found = try rows.layerNormalized(
      gain: Tensor([1, 2, 3, 4]), bias: Tensor([0, 0, 0, 1]), epsilon: 0)
    // Mean 2.5 and variance 1.25; mean 11 and variance 3:
    // ∓1.5, ∓1, 1.5 and 6 over √1.25; −1, −2, −3 and 12 over √3; both last ones plus 1.
    let expected = [
      -1.3416407864998738, -0.8944271909999159, 1.3416407864998738, 6.366563145999495, -0.5773502691896258,
      -1.1547005383792515, -1.7320508075688772, 7.928203230275509,
    ]
    for (value, expected) in zip(found.values, expected) { #expect(abs(value - expected) < 2e-15) }
  }

  @Test("A large mean costs no digits")
  func largeMean() throws {
    let row = Tensor([1_000_000_001, 1_000_000_002, 1_000_000_003, 1_000_000_004])
    let found = try row.layerNormalized(gain: Tensor.ones([4]), bias: Tensor.zeros([4]), epsilon: 0)
    #expect(abs(found[0] + 1.3416407864998738) < 1e-15)
  }

  @Test("A constant row becomes the bias; NaN stays in its row")
  func specialRows() throws {
    let rows = try Tensor([[5, 5, 5], [1, .nan, 2], [1, 2, 3]])
    let found = try rows.layerNormalized(gain: Tensor.ones([3]), bias: Tensor([1, 2, 3]))
    #expect((0..<3).map { found[0, $0] } == [1, 2, 3])
    #expect((0..<3).allSatisfy { found[1, $0].isNaN && !found[2, $0].isNaN })
  }

  @Test("Gain and bias need the row's length")
  func shapes() {
    #expect(throws: ShapeError.self) {
      try Tensor.zeros([2, 3]).layerNormalized(gain: Tensor.ones([2]), bias: Tensor.zeros([3]))
    }
    #expect(throws: ShapeError.self) {
      try Tensor.zeros([2, 3]).layerNormalized(gain: Tensor.ones([3]), bias: Tensor.zeros([1, 3]))
    }
  }

  @Test("An embedding gathers rows in any shape")
  func gather() throws {
    let table = try Tensor([[1, 2], [3, 4], [5, 6]])
    let found = try table.rows(at: Tensor([[2, 0], [1, 2]]))
    #expect(found.shape == [2, 2, 2])
    #expect(found.values == [5, 6, 1, 2, 3, 4, 5, 6])
    let slope = try gradient(at: table) { try $0.rows(at: Tensor([2, 0, 2])).sum() }
    #expect(slope.values == [1, 1, 0, 0, 2, 2])
    #expect(try table.rows(at: Tensor.zeros([0])).shape == [0, 2])
  }

  @Test("An index that is no row is named with the table")
  func wrongIndex() throws {
    let error = #expect(throws: IndexError.self) { try Tensor.zeros([4, 2]).rows(at: Tensor([0, 4])) }
    #expect(
      error?.description
        == "index 4.0 at position 1 is not an entry of the table of 4×2, whose entries are 0 to 3")
    let empty = #expect(throws: IndexError.self) { try Tensor.zeros([0, 2]).rows(at: Tensor([0])) }
    #expect(
      empty?.description == "index 0.0 at position 0 is not an entry of the table of 0×2, which is empty")
    #expect(throws: IndexError.self) { try Tensor.zeros([4, 2]).rows(at: Tensor([.infinity])) }
    #expect(throws: ShapeError.self) { try Tensor.zeros([4]).rows(at: Tensor([0])) }
  }
}
