import Expressions

extension LessonValue {
  /// The number that it is; the program ends with a message where it is none.
  var number: Double { read() }

  /// The opposite of a number.
  public static prefix func - (value: LessonValue) -> Double { -value.number }

  /// The sum of two numbers.
  public static func + (left: LessonValue, right: LessonValue) -> Double { left.number + right.number }
  /// The sum of two numbers.
  public static func + (left: LessonValue, right: Double) -> Double { left.number + right }
  /// The sum of two numbers.
  public static func + (left: Double, right: LessonValue) -> Double { left + right.number }

  /// The difference of two numbers.
  public static func - (left: LessonValue, right: LessonValue) -> Double { left.number - right.number }
  /// The difference of two numbers.
  public static func - (left: LessonValue, right: Double) -> Double { left.number - right }
  /// The difference of two numbers.
  public static func - (left: Double, right: LessonValue) -> Double { left - right.number }

  /// The product of two numbers.
  public static func * (left: LessonValue, right: LessonValue) -> Double { left.number * right.number }
  /// The product of two numbers.
  public static func * (left: LessonValue, right: Double) -> Double { left.number * right }
  /// The product of two numbers.
  public static func * (left: Double, right: LessonValue) -> Double { left * right.number }

  /// The quotient of two numbers.
  public static func / (left: LessonValue, right: LessonValue) -> Double { left.number / right.number }
  /// The quotient of two numbers.
  public static func / (left: LessonValue, right: Double) -> Double { left.number / right }
  /// The quotient of two numbers.
  public static func / (left: Double, right: LessonValue) -> Double { left / right.number }

  /// What a function of the lesson gives, such as a fitted curve's prediction: `lesson.f.predict(2)`.
  public func callAsFunction(_ arguments: Double...) -> Double {
    guard case .function = value else { refuse("\(path) is \(value.words), not a function") }
    let names = arguments.indices.map { "x\($0)" }
    var scope = DictionaryScope(["f": value])
    for (name, argument) in zip(names, arguments) { scope.values[name] = .number(argument) }
    do {
      let call = try Expression.parse("f(\(names.joined(separator: ", ")))")
      return LessonValue(try call.evaluate(in: scope), path: "\(path)(…)").number
    } catch {
      refuse("\(path): \(error.message)")
    }
  }
}
