import Mathematics
import Testing

@Suite struct ArithmeticProblemTests {
  @Test func answersAreWrittenWithRoomForTheLargest() {
    // 99 + 99 = 198, 99 − 0 = 99, 99 · 99 = 9801.
    let sum = ArithmeticProblem(.addition, 47, 85, digits: 2)
    #expect(sum.value == 132 && sum.answerDigits == [1, 3, 2])
    #expect(sum.leftDigits == [4, 7] && sum.rightDigits == [8, 5])
    #expect(ArithmeticProblem(.addition, 1, 2, digits: 2).answerDigits == [0, 0, 3])
    #expect(ArithmeticProblem(.subtraction, 85, 47, digits: 2).answerDigits == [3, 8])
    #expect(ArithmeticProblem(.multiplication, 99, 99, digits: 2).answerDigits == [9, 8, 0, 1])
  }

  @Test func theLargestProductFits() {
    let largest = ArithmeticProblem(.multiplication, 999_999_999, 999_999_999, digits: 9)
    // 999999999² = 999999998000000001.
    #expect(largest.value == 999_999_998_000_000_001)
    #expect(largest.answerDigits.count == largest.answerLength)
  }

  @Test func everyProblemOfOneDigitCanBeDrawn() {
    var generator = Xoshiro256StarStar(seed: 1)
    for (operation, count) in zip(ArithmeticProblem.Operation.allCases, [100, 55, 100]) {
      #expect(ArithmeticProblem.count(operation, digits: 1) == count)
      let drawn = ArithmeticProblem.drawn(count, operation, digits: 1, using: &generator)
      #expect(Set(drawn).count == count && drawn.allSatisfy { $0.value >= 0 })
    }
  }

  @Test func countsHaveRoom() {
    // 10¹⁸ pairs of numbers of nine digits; those in which nothing is taken from less are (10¹⁸ + 10⁹) / 2.
    #expect(ArithmeticProblem.count(.addition, digits: 9) == 1_000_000_000_000_000_000)
    #expect(ArithmeticProblem.count(.subtraction, digits: 9) == 500_000_000_500_000_000)
  }

  @Test func aSeedDecides() {
    func drawn(_ seed: UInt64) -> [ArithmeticProblem] {
      var generator = Xoshiro256StarStar(seed: seed)
      return ArithmeticProblem.drawn(50, .subtraction, digits: 3, using: &generator)
    }
    #expect(drawn(1) == drawn(1) && drawn(1) != drawn(2))
  }
}
