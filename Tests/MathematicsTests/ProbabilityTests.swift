import Mathematics
import Testing

/// Expected values by mpmath with 30 digits.
@Suite struct ProbabilityTests {
  @Test func softmaxGivesProbabilities() {
    let p = softmax([1.0, 2, 1])
    #expect(abs(p[1] - 0.57611688476582911) < 1e-16 * 4)
    #expect(abs(p[0] - 0.21194155761708545) < 1e-16 * 2)
  }

  @Test func softmaxDoesNotOverflow() {
    #expect(softmax([1000.0, 1000]) == [0.5, 0.5])
    #expect(softmax([-.infinity, 0]) == [0, 1])
    #expect(softmax([-1e308, 1e308]) == [0, 1])
    #expect(softmax([Double]()) == [])
  }

  @Test func temperatureDividesTheScores() {
    #expect(softmax([2.0, 4, 2], temperature: 2) == softmax([1.0, 2, 1]))
  }

  @Test func logSumExpKeepsSmallTerms() {
    #expect(abs(logSumExp([1.0, 2, 1]) - 2.5514447139320510) < 1e-15)
    #expect(abs(logSumExp([1000.0, 1001]) - 1001.3132616875182) < 2e-13)
    // log(1 + e⁻⁵⁰) = 1.928749847963917783e-22, which 1 + e⁻⁵⁰ would round away.
    #expect(abs(logSumExp([0.0, -50]) / 1.928749847963917783e-22 - 1) < 1e-15)
    #expect(logSumExp([Double]()) == -.infinity)
    #expect(logSumExp([-Double.infinity, -.infinity]) == -.infinity)
  }

  @Test func entropyIsInNats() {
    #expect(abs(entropy(softmax([1.0, 2, 1])) - 0.97532782916622179) < 1e-15)
    #expect(entropy([1.0, 0]) == 0)
    #expect(entropy([-0.1, 1.1]).isNaN)
  }

  @Test func logisticFunctionsAreExactFarOut() {
    #expect(abs(sigmoid(-40.0) / 4.2483542552915889953e-18 - 1) < 1e-15)
    #expect(sigmoid(-800.0) >= 0 && sigmoid(800.0) == 1)
    #expect(abs(softplus(-40.0) / 4.2483542552915889863e-18 - 1) < 1e-15)
    #expect(softplus(800.0) == 800)
    #expect(abs(logOneMinusExp(-1e-20) - -46.051701859880913735) < 1e-14)
    #expect(abs(logOneMinusExp(-50.0) / -1.9287498479639177831e-22 - 1) < 1e-15)
  }
}
