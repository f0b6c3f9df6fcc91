import Mathematics
import Testing

@Suite struct GradientTests {
  @Test func nestedDerivativesAreNotConfused() throws {
    // d/dx (x · d/dy (x + y)) = 1; a derivative that confuses the two says 2 (Siskind and Pearlmutter 2005).
    let slope = try gradient(at: Tensor(3)) { x in
      try x * gradient(at: Tensor(5)) { y in try x + y }
    }
    #expect(try slope.scalar == 1)
    // d/dx (x · d/dy (x · y) at y = x) = d/dx x² = 2 x.
    let product = try gradient(at: Tensor(3)) { x in try x * gradient(at: x) { y in try x.detached * y } }
    #expect(try product.scalar == 3)
    let dependent = try gradient(at: Tensor(3)) { x in try x * gradient(at: x) { y in try x * y } }
    #expect(try dependent.scalar == 6)
  }

  @Test func thirdDerivatives() throws {
    // x⁴: 24 x.
    let third = try gradient(at: Tensor(2)) { x in
      try gradient(at: x) { y in try gradient(at: y) { z in try z.square().square() } }
    }
    #expect(try third.scalar == 48)
  }

  @Test func escapedTensorsAreConstants() throws {
    var escaped = Tensor(0)
    _ = try gradient(at: Tensor(2)) { x in
      escaped = try x.square()
      return escaped
    }
    let slope = try gradient(at: Tensor(3)) { try $0 * escaped }
    #expect(try slope.scalar == 4)
  }

  @Test func gradientsOfConstantsAreZero() throws {
    #expect(try gradient(at: Tensor([1, 2])) { _ in Tensor(7) }.values == [0, 0])
    #expect(try gradient(at: [Tensor([1, 2]), Tensor(3)]) { $0[1] }[0].values == [0, 0])
    #expect(try gradient(at: Tensor([1, -2])) { try $0.sign().sum() }.values == [0, 0])
  }

  @Test func numbersWrittenByHandAreConstants() throws {
    let slope = try gradient(at: Tensor([1, 2])) { x in
      var copy = try x.square()
      copy[0] = 5
      return try (copy * x).sum()
    }
    #expect(slope.values == [5, 4])
  }

  @Test func kinksHaveTheSlopesThatAreDocumented() throws {
    #expect(try gradient(at: Tensor([0, 1, -1])) { try $0.relu().sum() }.values == [0, 1, 0])
    #expect(try gradient(at: Tensor([0, 1, -1])) { try $0.abs().sum() }.values == [0, 1, -1])
    #expect(try gradient(at: Tensor([2, 2, 1])) { try $0.maximum() }.values == [0.5, 0.5, 0])
    #expect(try gradient(at: Tensor([1, 2, 1])) { try $0.minimum() }.values == [0.5, 0, 0.5])
    let pair = try gradient(at: [Tensor([1, 2]), Tensor([1, 3])]) { try $0[0].maximum(with: $0[1]).sum() }
    #expect(pair.map(\.values) == [[0.5, 0], [0.5, 1]])
    #expect(try gradient(at: Tensor([0, 0])) { try $0.norm() }.values.allSatisfy(\.isNaN))
  }

  @Test func longRecordingsAreFreedWithoutRecursion() throws {
    let slope = try gradient(at: Tensor(1)) { x in
      var sum = x
      for _ in 0..<100_000 { sum = try sum + 0.5 }
      return sum
    }
    #expect(try slope.scalar == 1)
  }

  @Test func onlyASingleNumberHasAGradient() {
    let error = #expect(throws: ShapeError.self) { try gradient(at: Tensor([1, 2])) { $0 } }
    #expect(error?.description == "gradient of a vector of 2: only a single number has a gradient")
  }

  @Test func threadsDifferentiateSideBySide() async throws {
    let slopes = try await withThrowingTaskGroup(of: (Int, Double).self) { group in
      for index in 0..<16 {
        group.addTask {
          (index, try gradient(at: Tensor(Double(index))) { x in try x.square() * 3 }.scalar)
        }
      }
      return try await group.reduce(into: [Int: Double]()) { $0[$1.0] = $1.1 }
    }
    #expect((0..<16).allSatisfy { slopes[$0] == 6 * Double($0) })
  }
}
