/// The names that expressions know without a lesson.
public enum Constants {
  /// The constants with their values.
  public static let all: [(name: String, value: Double)] = [
    ("pi", .pi), ("π", .pi), ("e", 2.718281828459045), ("inf", .infinity),
  ]

  /// The value of a constant.
  public static func value(of name: String) -> Double? {
    switch name {
    case "pi", "π": .pi
    case "e": 2.718281828459045
    case "inf": .infinity
    default: nil
    }
  }
}
