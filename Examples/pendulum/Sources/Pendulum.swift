import Gradus

/// `{pendulum}`: a mass on a rod that swings as far as one likes.
struct Pendulum: Experiment {
  static let summary = "Lets a pendulum swing, and takes the time."
  static let results = [
    ResultDescription("period", "The time of one swing forth and back, in seconds."),
    ResultDescription(
      "small_angle_period", "The same by the formula for small angles, 2π √(length / gravity)."),
    ResultDescription("time", "The moments at which the swing was followed."),
    ResultDescription("angle", "The angle at each of them, in degrees."),
  ]
  static let example = """
    length: 1
    angle: 60
    fig-cap: The angle over two periods.
    """

  @Parameter("The length of the rod.", .above(0), unit: "m")
  var length: Double
  @Parameter("How far it is let go from the vertical.", .between(0.001, 179), unit: "degrees")
  var angle: Double
  @Parameter("The acceleration of free fall.", .above(0), unit: "m/s²")
  var gravity = 9.80665

  func run(in context: Context) throws -> Outcome {
    let (times, angles) = swing(seconds: 2 * period)
    let chart = Chart(
      x: Axis("time", unit: "s"), y: Axis("angle", unit: "degrees"),
      marks: [.line(Line(x: times, y: angles, label: "pendulum"))], size: context.size(height: 260))
    let results = Record([
      ("period", .number(period)), ("small_angle_period", .number(smallAnglePeriod)),
      ("time", .vector(times)), ("angle", .vector(angles)),
    ])
    return Outcome(results, displays: [.figure(try context.figure(chart))])
  }

  private var smallAnglePeriod: Double { 2 * Double.pi * (length / gravity).squareRoot() }

  /// The exact period by Gauss: that of small angles over the arithmetic-geometric mean of 1 and cos(angle / 2).
  private var period: Double {
    var (arithmetic, geometric) = (1.0, Double.cos(angle * .pi / 360))
    while abs(arithmetic - geometric) > 1e-15 * arithmetic {
      (arithmetic, geometric) = ((arithmetic + geometric) / 2, (arithmetic * geometric).squareRoot())
    }
    return smallAnglePeriod / arithmetic
  }

  /// Follows the swing in 400 steps of the classical Runge–Kutta method.
  private func swing(seconds: Double) -> (times: [Double], angles: [Double]) {
    let step = seconds / 400
    var state = (angle: angle * .pi / 180, speed: 0.0)
    func slope(_ state: (angle: Double, speed: Double)) -> (angle: Double, speed: Double) {
      (state.speed, -gravity / length * Double.sin(state.angle))
    }
    func moved(
      _ state: (angle: Double, speed: Double), along slope: (angle: Double, speed: Double), by h: Double
    )
      -> (angle: Double, speed: Double)
    {
      (state.angle + h * slope.angle, state.speed + h * slope.speed)
    }
    var angles = [angle]
    for _ in 0..<400 {
      let first = slope(state)
      let second = slope(moved(state, along: first, by: step / 2))
      let third = slope(moved(state, along: second, by: step / 2))
      let fourth = slope(moved(state, along: third, by: step))
      state.angle += step / 6 * (first.angle + 2 * second.angle + 2 * third.angle + fourth.angle)
      state.speed += step / 6 * (first.speed + 2 * second.speed + 2 * third.speed + fourth.speed)
      angles.append(state.angle * 180 / .pi)
    }
    return ((0...400).map { Double($0) * step }, angles)
  }
}
