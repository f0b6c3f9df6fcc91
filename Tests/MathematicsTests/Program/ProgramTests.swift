import Mathematics
import Testing

@Suite struct ProgramTests {
  /// The mean square of x W + b, and its derivatives; W is 3×2.
  private func program(batch: Tensor, weights: Tensor, bias: Tensor) throws -> Program {
    try Program(inputs: [batch, weights, bias]) { inputs in
      let (value, slopes) = try valueAndGradient(at: [inputs[1], inputs[2]]) { parameters in
        let sums = try inputs[0].matrixProduct(parameters[0]) + parameters[1]
        return try (sums * sums).sum()
      }
      return [value] + slopes
    }
  }

  private let batch = try? Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9], [1, 0, 1]])
  private let weights = try? Tensor([[1, -1], [0.5, 2], [-3, 0.25]])
  private let bias = Tensor([0.5, -0.5])

  @Test func aReplayGivesTheNumbersOfTheFirstRun() throws {
    let (batch, weights) = (try #require(batch), try #require(weights))
    let program = try program(batch: batch, weights: weights, bias: bias)
    try program.run()
    let direct = try valueAndGradient(at: [weights, bias]) { parameters in
      let sums = try batch.matrixProduct(parameters[0]) + parameters[1]
      return try (sums * sums).sum()
    }
    #expect(program.output(0) == direct.value)
    #expect(program.output(1) == direct.gradient[0])
    #expect(program.output(2) == direct.gradient[1])
  }

  @Test func aReplayFollowsItsInputs() throws {
    let (batch, weights) = (try #require(batch), try #require(weights))
    let program = try program(batch: batch, weights: weights, bias: bias)
    let otherBatch = try batch * 2
    try program.setInput(0, to: otherBatch)
    try program.setInput(2, to: Tensor([0, 1]))
    try program.run()
    let direct = try gradient(at: [weights, Tensor([0, 1])]) { parameters in
      let sums = try otherBatch.matrixProduct(parameters[0]) + parameters[1]
      return try (sums * sums).sum()
    }
    #expect(program.output(1) == direct[0])
    #expect(program.output(2) == direct[1])
  }

  @Test func runningTwiceGivesTheSameNumbers() throws {
    let (batch, weights) = (try #require(batch), try #require(weights))
    let program = try program(batch: batch, weights: weights, bias: bias)
    try program.run()
    let first = (0..<3).map(program.output)
    try program.run()
    #expect((0..<3).map(program.output) == first)
  }

  @Test func memoryIsSharedByResultsThatAreNotNeededTogether() throws {
    let program = try Program(inputs: [Tensor.ones([1000])]) { inputs in
      var x = inputs[0]
      for _ in 0..<100 { x = try x.exp() + inputs[0] }
      return [x]
    }
    // Each exponential and each sum is written over what it was made of.
    #expect(program.plannedCount == 1000)
  }

  @Test func anOperandThatIsStillNeededIsNotOverwritten() throws {
    let program = try Program(inputs: [Tensor([1, 2, 3])]) { inputs in
      let first = try inputs[0] + inputs[0]
      let second = try first * first
      return [try second + first, second, first, inputs[0]]
    }
    try program.setInput(0, to: Tensor([1, 10, 100]))
    try program.run()
    #expect(program.output(0).values == [6, 420, 40200])
    #expect(program.output(1).values == [4, 400, 40000])
    #expect(program.output(2).values == [2, 20, 200])
    #expect(program.output(3).values == [1, 10, 100])
  }

  @Test func outputsMayBeConstantsViewsAndTheSameTwice() throws {
    let program = try Program(inputs: [Tensor([1, 2, 3, 4])]) { inputs in
      let square = try inputs[0].reshaped([2, 2])
      return [Tensor([7]), square, try square.sum(along: 0), square]
    }
    try program.setInput(0, to: Tensor([5, 6, 7, 8]))
    try program.run()
    #expect(program.output(0).values == [7])
    #expect(program.output(1) == (try Tensor([[5, 6], [7, 8]])))
    #expect(program.output(2).values == [12, 14])
    #expect(program.output(3) == program.output(1))
  }

  @Test func secondDerivativesCanBeReplayed() throws {
    // d²/dx² of Σ x³ along v is 6 x v.
    let program = try Program(inputs: [Tensor([1, 2]), Tensor([1, 0])]) { inputs in
      [try hessianVectorProduct(at: inputs[0], along: inputs[1]) { x in try (x * x * x).sum() }]
    }
    try program.setInput(0, to: Tensor([3, 5]))
    try program.setInput(1, to: Tensor([1, 2]))
    try program.run()
    #expect(program.output(0).values == [18, 60])
  }

  @Test func anInputOfAnotherShapeIsRefusedWithBothShapes() throws {
    let program = try Program(inputs: [Tensor([1, 2])]) { inputs in [try inputs[0].sum()] }
    let error = #expect(throws: ShapeError.self) { try program.setInput(0, to: Tensor([1, 2, 3])) }
    #expect(
      error?.description
        == "input of a vector of 2 and a vector of 3: input 0 was recorded with the first shape")
  }
}
