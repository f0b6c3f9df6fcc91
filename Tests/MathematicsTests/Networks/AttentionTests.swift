import Mathematics
import Testing

@Suite("Attention")
struct AttentionTests {
  private let queries = [[1.0, 0], [0, 1], [1, 1]]
  private let values = [[1.0, 2], [3, 4], [5, 6]]

  // softmax(Q Kᵀ / √2) V for K = Q, in double precision (numpy), without and with the causal mask.
  private let cases: [(isCausal: Bool, weights: [Double], output: [Double])] = [
    (
      false,
      [
        0.4011120926797859, 0.1977758146404282, 0.4011120926797859, 0.1977758146404282, 0.4011120926797859,
        0.4011120926797859, 0.2482550782577231, 0.2482550782577231, 0.5034898434845538,
      ],
      [3, 4, 3.4066725560787154, 4.406672556078716, 3.5104695304536615, 4.510469530453662]
    ),
    (
      true,
      [
        1, 0, 0, 0.3302384506733431, 0.6697615493266569, 0, 0.2482550782577231, 0.2482550782577231,
        0.5034898434845538,
      ],
      [1, 2, 2.3395230986533138, 3.3395230986533138, 3.5104695304536615, 4.510469530453662]
    ),
  ]

  @Test("A worked example to the last digits")
  func workedExample() throws {
    let queries = try Tensor(self.queries).reshaped([1, 3, 2])
    let values = try Tensor(self.values).reshaped([1, 3, 2])
    for (isCausal, weights, output) in cases {
      let found = try queries.attentionScores(keys: queries, heads: 1).softmax(isCausal: isCausal)
      #expect(found.shape == [1, 1, 3, 3])
      for (value, expected) in zip(found.values, weights) { #expect(abs(value - expected) <= 1.2e-16) }
      for (value, expected) in zip(try found.attentionMixture(of: values).values, output) {
        #expect(abs(value - expected) <= 9e-16)
      }
    }
  }

  @Test("Each head works on its own part of the width")
  func heads() throws {
    var generator = Xoshiro256StarStar(seed: 3)
    let x = Tensor.normal([2, 5, 6], using: &generator), y = Tensor.normal([2, 5, 6], using: &generator)
    let scores = try x.attentionScores(keys: y, heads: 3)
    #expect(scores.shape == [2, 3, 5, 5])
    let mixture = try scores.attentionMixture(of: x)
    for sample in 0..<2 {
      for head in 0..<3 {
        for row in 0..<5 {
          for column in 0..<5 {
            let expected = (2 * head..<2 * head + 2).reduce(0) {
              $0 + x[sample, row, $1] * y[sample, column, $1]
            }
            #expect(abs(scores[sample, head, row, column] - expected / 2.0.squareRoot()) < 1e-14)
          }
          let expected = (0..<5).reduce(0) {
            $0 + scores[sample, head, row, $1] * x[sample, $1, 2 * head + 1]
          }
          #expect(abs(mixture[sample, row, 2 * head + 1] - expected) < 1e-13)
        }
      }
    }
  }

  @Test("No position sees a later one")
  func causality() throws {
    var generator = Xoshiro256StarStar(seed: 5)
    let attention = try CausalSelfAttention(width: 4, heads: 2, using: &generator)
    let x = Tensor.normal([1, 4, 4], using: &generator)
    var changed = x
    changed[0, 3, 0] += 1
    let (before, after) = (try attention(x), try attention(changed))
    #expect((0..<3).allSatisfy { row in (0..<4).allSatisfy { before[0, row, $0] == after[0, row, $0] } })
    #expect(before[0, 3, 0] != after[0, 3, 0])
    let patterns = try attention.patterns(x)
    #expect(patterns.shape == [1, 2, 4, 4])
    #expect(patterns[0, 1, 0, 0] == 1 && patterns[0, 1, 1, 2] == 0)
  }

  @Test("Sizes must fit")
  func shapes() throws {
    let x = Tensor.zeros([1, 2, 4])
    #expect(throws: ShapeError.self) { try x.attentionScores(keys: x, heads: 3) }
    #expect(throws: ShapeError.self) { try x.attentionScores(keys: x, heads: 0) }
    #expect(throws: ShapeError.self) { try x.attentionScores(keys: Tensor.zeros([2, 2, 4]), heads: 2) }
    #expect(throws: ShapeError.self) { try Tensor.zeros([2, 4]).attentionScores(keys: x, heads: 1) }
    #expect(throws: ShapeError.self) { try Tensor.zeros([1, 2, 2, 3]).attentionMixture(of: x) }
    #expect(throws: ShapeError.self) { try Tensor.zeros([2, 2]).attentionMixture(of: x) }
    var generator = Xoshiro256StarStar(seed: 1)
    #expect(throws: ShapeError.self) { try CausalSelfAttention(width: 5, heads: 2, using: &generator) }
  }
}
