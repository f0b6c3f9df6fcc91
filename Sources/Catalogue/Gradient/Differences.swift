import Engine
import Expressions

/// An expression at a point: its value, its exact derivatives, and differences that come near them.
struct Differences {
  let places: GradientPlaces
  let formula: Formula
  let value: Double
  /// The derivatives by dual numbers, one for each entry of the point.
  let automatic: [Double]
  private var function: ScalarFunction

  private static let advice = "choose a point without a kink or a vertical slope"

  /// One difference of each kind for each entry; NaN where the expression has no value at a step's end.
  struct Pair {
    var central: [Double] = []
    var forward: [Double] = []
    var backward: [Double] = []
  }

  /// Fails where the expression has no value or no derivative at the point.
  init(_ formula: Formula, at places: GradientPlaces) throws {
    self.places = places
    self.formula = formula
    function = ScalarFunction(formula.expression, in: formula.scope(with: places.locals))
    let gradient: (value: Double, derivatives: [[Double]])
    do throws(ExpressionError) {
      gradient = try function.gradient(at: places.point)
    } catch {
      var mistake = LessonError(error, in: formula.text)
      // A point with a value but no gradient lies on a kink.
      if (try? function.value(at: places.point)) != nil { mistake.help = mistake.help ?? Self.advice }
      throw mistake
    }
    value = gradient.value
    automatic = gradient.derivatives.flatMap(\.self)
    if let index = automatic.firstIndex(where: { !$0.isFinite }) {
      let error = ExpressionError(
        formula.expression.extent, "this has no derivative by \(places.entries[index].text) at the point",
        help: Self.advice)
      throw LessonError(error, in: formula.text)
    }
  }

  /// The differences with a step.
  mutating func pair(step: Double) throws -> Pair {
    var pair = Pair()
    for entry in places.entries {
      let (right, left) = (moved(entry, by: step), moved(entry, by: -step))
      pair.central.append((right - left) / (2 * step))
      pair.forward.append((right - value) / step)
      pair.backward.append((value - left) / step)
    }
    guard !function.isExhausted else {
      throw LessonError.experiment(
        "the differences take more than \(function.workLimit) steps of computation",
        help: "give a shorter range of steps, or a smaller expression")
    }
    return pair
  }

  /// The mistake that the expression has a kink or a jump at the point, seen with a step.
  mutating func kink(step: Double) throws -> LessonError {
    let pair = try pair(step: step)
    let gaps = zip(pair.forward, pair.backward).map { abs($0 - $1) }
    let worst = gaps.indices.max { gaps[$0] < gaps[$1] } ?? 0
    let error = ExpressionError(
      formula.expression.extent,
      "this has a kink or a jump at the point: by \(places.entries[worst].text) its slope is "
        + "\(formatSignificant(pair.backward[worst], 4)) from the left and "
        + "\(formatSignificant(pair.forward[worst], 4)) from the right",
      help: "choose a point beside it")
    return LessonError(error, in: formula.text)
  }

  private mutating func moved(_ entry: GradientPlaces.Entry, by step: Double) -> Double {
    (try? function.value(at: places.moved(entry, by: step))) ?? .nan
  }
}
