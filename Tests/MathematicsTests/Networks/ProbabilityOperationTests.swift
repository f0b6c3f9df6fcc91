import Mathematics
import Testing

@Suite("Softmax and cross-entropy over tensors")
struct ProbabilityOperationTests {
  // The logits of a model h = (x, 0, −x) at x = 2.3514, the longitude of Paris.
  private let logits = Tensor([2.3514, 0, -2.3514])

  // Computed with 30 digits (mpmath): softmax(h), −log p₁, softmax(h) − one-hot.
  private let probabilities = [0.905546448199814431380, 0.0862403850180259378680, 0.00821316678215963074850]
  private let loss = 2.4506167073366809540

  @Test("Probabilities, loss and slope to all digits")
  func values() throws {
    let found = try logits.softmax().values
    for (value, expected) in zip(found, probabilities) { #expect(abs(value / expected - 1) < 4e-16) }
    let (value, slope) = try valueAndGradient(at: logits) { try $0.crossEntropy(labels: Tensor(1)) }
    #expect(abs(try value.scalar / loss - 1) < 4e-16)
    let expected = [0.90554644819981443138, -0.91375961498197406213, 0.0082131667821596307485]
    for (value, expected) in zip(slope.values, expected) { #expect(abs(value / expected - 1) < 1e-15) }
  }

  @Test("The Jacobian of softmax is diag(p) − p pᵀ")
  func jacobian() throws {
    // Computed with 30 digits (mpmath), row by row.
    let expected = [
      [0.085532078352515230147, -0.078094674344457877503, -0.0074374040080573526438],
      [-0.078094674344457877503, 0.078802981009968585224, -0.00070830666551070772133],
      [-0.0074374040080573526438, -0.00070830666551070772133, 0.0081457106735680603651],
    ]
    for row in 0..<3 {
      var pick = Tensor.zeros([3])
      pick[row] = 1
      let slope = try gradient(at: logits) { [pick] in try ($0.softmax() * pick).sum() }
      for (value, expected) in zip(slope.values, expected[row]) {
        #expect(abs(value - expected) < 2e-17 + 1e-14 * abs(expected))
      }
    }
  }

  @Test("Narrow and wide rows agree")
  func widths() throws {
    // Logits of −1000 add nothing, so that a row of 30 classes is the row of 3.
    let wide = Tensor([2.3514, 0, -2.3514] + [Double](repeating: -1000, count: 27))
    let (value, slope) = try valueAndGradient(at: wide) { try $0.crossEntropy(labels: Tensor(1)) }
    #expect(abs(try value.scalar / loss - 1) < 4e-16)
    #expect(abs(slope[0] / 0.90554644819981443138 - 1) < 1e-15)
    #expect(slope.values[3...].allSatisfy { $0 == 0 })
  }

  @Test("Nothing overflows", arguments: [1000.0, 1e300])
  func largeLogits(size: Double) throws {
    let large = try Tensor([[size, 0], [0, size]])
    #expect(try large.softmax().values == [1, 0, 0, 1])
    #expect(try large.crossEntropy(labels: Tensor([0, 1])).scalar == 0)
    #expect(try large.crossEntropy(labels: Tensor([1, 0])).scalar == size)
    #expect(try large.logSoftmax().values == [0, -size, -size, 0])
  }

  @Test("NaN reaches the loss and its row of the slope")
  func notANumber() throws {
    for width in [3, 20] {
      var logits = Tensor.zeros([2, width])
      logits[1, 2] = .nan
      let (value, slope) = try valueAndGradient(at: logits) { try $0.crossEntropy(labels: Tensor([0, 0])) }
      #expect(try value.scalar.isNaN)
      #expect((0..<width).allSatisfy { slope[1, $0].isNaN && !slope[0, $0].isNaN })
      #expect(try logits.softmax()[1, 0].isNaN)
    }
  }

  @Test(
    "A label that is no class is named with its place",
    arguments: [(3.0, "3.0"), (-1, "-1.0"), (0.5, "0.5"), (.nan, "nan"), (1e300, "1e+300")])
  func wrongLabels(label: Double, name: String) throws {
    let error = #expect(throws: IndexError.self) {
      try Tensor.zeros([2, 3]).crossEntropy(labels: Tensor([0, label]))
    }
    #expect(
      error?.description
        == "label \(name) at position 1 is not an entry of the classes of 2×3 logits, "
        + "whose entries are 0 to 2")
  }

  @Test("Labels and logits must fit")
  func shapes() {
    #expect(throws: ShapeError.self) { try Tensor.zeros([2, 3]).crossEntropy(labels: Tensor([0])) }
    #expect(throws: ShapeError.self) { try Tensor.zeros([0, 3]).crossEntropy(labels: Tensor.zeros([0])) }
    #expect(throws: ShapeError.self) { try Tensor(1).softmax() }
    #expect(throws: ShapeError.self) { try Tensor.zeros([2, 0]).softmax() }
    #expect(throws: ShapeError.self) { try Tensor.zeros([3]).softmax(isCausal: true) }
  }
}
