/// What a formula comes to at a point.
enum Reading<Number: ExtendedNumber>: Hashable {
  case value(Ball<Number>)
  case truth(Bool)
  /// It has no value there.
  case undefined
  /// Rounding, or the range of numbers, does not allow to say.
  case unclear

  /// A ball that stayed within the range of numbers.
  init(_ ball: Ball<Number>) {
    // What is nearly too small for a double may be 0 or not; what cancellation left has a large radius.
    let isTooSmall = !ball.isExact && ball.upperMagnitude < 1e-280
    self = ball.isFinite && !isTooSmall ? .value(ball) : .unclear
  }

  var ball: Ball<Number>? {
    if case .value(let ball) = self { ball } else { nil }
  }

  /// Why operands have no values, if one has none; what is undefined comes first.
  static func obstacle(in readings: [Reading]) -> Reading? {
    if readings.contains(.undefined) { return .undefined }
    return readings.contains { $0.ball == nil } ? .unclear : nil
  }
}
