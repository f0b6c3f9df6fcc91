import Expressions
import Testing

@Suite struct ChainTests {
  private func chain(_ blocks: String...) throws -> Chain {
    Chain(blocks: try blocks.map { try Expression.parseDefinition($0) })
  }

  @Test func slopesMultiplyAlongTheChain() throws {
    let result = try chain("y = 2x", "z = 4y").evaluate(at: [("x", .number(3))])
    #expect(result.values.map(\.name) == ["x", "y", "z"])
    #expect(result.values.map(\.value) == [.number(3), .number(6), .number(24)])
    #expect(result.derivative(of: "y", by: "x") == .number(2))
    #expect(result.derivative(of: "z", by: "y") == .number(4))
    #expect(result.derivative(of: "z", by: "x") == .number(8))
    #expect(result.derivative(of: "x", by: "z") == nil)
  }

  @Test func derivativesGoThroughLaterBlocksAndHoldTheRestFixed() throws {
    // z = x·y with y = x²: ∂z/∂y = x, and in total dz/dx = 3x².
    let result = try chain("y = x^2", "z = x*y", "u = y + 1", "c = 7").evaluate(at: [("x", .number(2))])
    #expect(result.derivative(of: "z", by: "y") == .number(2))
    #expect(result.derivative(of: "z", by: "x") == .number(12))
    #expect(result.derivative(of: "u", by: "z") == .number(0))
    #expect(result.derivative(of: "c", by: "x") == .number(0))
  }

  @Test func vectorsGiveGradientsAndMatrices() throws {
    let result = try chain("s = h^2", "L = sum(s)", "k = 2L*h").evaluate(at: [("h", .vector([1, 2]))])
    #expect(result.derivative(of: "L", by: "h") == .vector([2, 4]))
    #expect(result.derivative(of: "L", by: "s") == .vector([1, 1]))
    #expect(
      result.derivative(of: "s", by: "h")
        == .matrix(try #require(Matrix(rows: 2, columns: 2, entries: [2, 0, 0, 4]))))
    #expect(result.derivative(of: "k", by: "L") == .vector([2, 4]))
    // k_i = 2 (h₁² + h₂²) h_i, so that ∂k₁/∂h₂ = 4 h₁ h₂ = 8.
    #expect(
      result.derivative(of: "k", by: "h")
        == .matrix(try #require(Matrix(rows: 2, columns: 2, entries: [14, 8, 8, 26]))))
  }

  @Test func whatIsNoNumberHasNoDerivatives() throws {
    let result = try chain("w = \"text\"", "b = x > 1", "y = 2x").evaluate(at: [("x", .number(3))])
    #expect(result.derivative(of: "w", by: "x") == nil)
    #expect(result.derivative(of: "b", by: "x") == nil)
    #expect(result.derivative(of: "y", by: "x") == .number(2))
  }

  @Test func mistakesNameTheirBlock() throws {
    do {
      _ = try chain("y = 2x", "z = 4q").evaluate(at: [("x", .number(3))])
      Issue.record("no mistake")
    } catch let error as ChainError {
      #expect(error.block == 1)
      #expect(error.error.range == 5..<6)
    }
    #expect(throws: ChainError.self) { try chain("x = 2").evaluate(at: [("x", .number(3))]) }
    #expect(throws: ChainError.self) { try chain("y = abs(x)").evaluate(at: [("x", .number(0))]) }
    #expect(throws: ChainError.self) {
      try chain("y = 2x").evaluate(at: [("x", .vector(Array(repeating: 1, count: 2000)))])
    }
  }

  @Test func otherNamesComeFromTheLesson() throws {
    let result = try chain("y = a*x").evaluate(at: [("x", .number(3))], in: lesson)
    #expect(result.derivative(of: "y", by: "x") == .number(3))
  }
}
