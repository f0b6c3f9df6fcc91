/// Two numbers and what is to be done with them, as digits that a pupil, or a network, is asked for.
///
/// ```swift
/// let problem = ArithmeticProblem(.addition, 47, 85, digits: 2)
/// print(problem.value, problem.answerDigits)  // 132 [1, 3, 2]
/// ```
public struct ArithmeticProblem: Hashable, Sendable {
  /// What is done with two numbers.
  public enum Operation: String, Sendable, CaseIterable {
    case addition, subtraction, multiplication
  }

  /// What is to be done.
  public let operation: Operation
  /// The first number.
  public let left: Int
  /// The second number.
  public let right: Int
  /// With how many digits each number is written.
  public let digits: Int

  /// The most digits of a number: products of longer ones have no room in an `Int`.
  public static let mostDigits = 9

  /// Makes a problem.
  ///
  /// - Precondition: There are from 1 to ``mostDigits`` digits, both numbers fit into them and are not negative, and
  ///   nothing is taken from a smaller number.
  public init(_ operation: Operation, _ left: Int, _ right: Int, digits: Int) {
    precondition((1...Self.mostDigits).contains(digits), "from 1 to 9 digits")
    let numbers = 0..<Self.numbers(digits: digits)
    precondition(numbers.contains(left) && numbers.contains(right), "numbers of so many digits")
    precondition(operation != .subtraction || left >= right, "no answer below 0")
    (self.operation, self.left, self.right, self.digits) = (operation, left, right, digits)
  }

  /// The answer.
  public var value: Int {
    switch operation {
    case .addition: left + right
    case .subtraction: left - right
    case .multiplication: left * right
    }
  }

  /// How many digits every answer is written with.
  public var answerLength: Int { Self.answerLength(operation, digits: digits) }

  /// The digits of the first number, with zeros in front.
  public var leftDigits: [Int] { decimalDigits(of: left, count: digits) }
  /// The digits of the second number, with zeros in front.
  public var rightDigits: [Int] { decimalDigits(of: right, count: digits) }
  /// The digits of the answer, with zeros in front.
  public var answerDigits: [Int] { decimalDigits(of: value, count: answerLength) }

  /// How many digits answers are written with: enough for the largest.
  public static func answerLength(_ operation: Operation, digits: Int) -> Int {
    switch operation {
    case .addition: digits + 1
    case .subtraction: digits
    case .multiplication: 2 * digits
    }
  }

  /// How many different problems there are.
  public static func count(_ operation: Operation, digits: Int) -> Int {
    let numbers = numbers(digits: digits)
    return operation == .subtraction ? numbers * (numbers + 1) / 2 : numbers * numbers
  }

  /// How many numbers can be written with some digits.
  private static func numbers(digits: Int) -> Int { (0..<digits).reduce(1) { product, _ in 10 * product } }

  /// Draws different problems, each as likely as any other.
  ///
  /// - Precondition: There are that many; see ``count(_:digits:)``.
  public static func drawn(
    _ count: Int, _ operation: Operation, digits: Int, using generator: inout some RandomNumberGenerator
  ) -> [ArithmeticProblem] {
    precondition(count <= Self.count(operation, digits: digits), "no more problems than there are")
    let numbers = numbers(digits: digits)
    var seen: Set<ArithmeticProblem> = []
    var problems: [ArithmeticProblem] = []
    while problems.count < count {
      let (left, right) = (generator.index(below: numbers), generator.index(below: numbers))
      // Swapping the two instead would make equal numbers half as likely as others.
      guard operation != .subtraction || left >= right else { continue }
      let problem = ArithmeticProblem(operation, left, right, digits: digits)
      if seen.insert(problem).inserted { problems.append(problem) }
    }
    return problems
  }
}

/// The last digits of a number, the most significant first.
private func decimalDigits(of number: Int, count: Int) -> [Int] {
  var rest = number
  var digits: [Int] = []
  for _ in 0..<count {
    digits.append(rest % 10)
    rest /= 10
  }
  return digits.reversed()
}
