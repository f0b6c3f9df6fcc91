import Mathematics

extension FunctionDefinition {
  /// Absolute values, signs, and whole numbers; what is constant in steps has the derivative 0 everywhere.
  static var rounding: [FunctionDefinition] {
    [
      .elementwise("abs", "the absolute value of x", .delimiters("\\left|", "\\right|")) { S.abs($0) },
      .elementwise("sign", "1 above 0, −1 below, 0 at 0", .command("\\operatorname{sign}")) {
        S($0.primal > 0 ? 1 : $0.primal < 0 ? -1 : $0.primal)
      },
      .elementwise(
        "floor", "the next whole number at or below x", .delimiters("\\left\\lfloor", "\\right\\rfloor")
      ) {
        S($0.primal.rounded(.down))
      },
      .elementwise(
        "ceil", "the next whole number at or above x", .delimiters("\\left\\lceil", "\\right\\rceil")
      ) {
        S($0.primal.rounded(.up))
      },
      .general(
        "round", "x, digits", 1...2,
        "x to so many digits after the point, or to a whole number; halves away from 0",
        .command("\\operatorname{round}")
      ) { arguments throws(Complaint) in
        let digits = arguments.count < 2 ? 0 : try wholeNumber(arguments, 1, of: "round", in: -308...308)
        guard let rounded = arguments[0].mapped({ S(roundedHalfAway($0.primal, digits: digits)) }) else {
          throw Complaint("round takes numbers, and this is \(arguments[0].kind)")
        }
        return rounded
      },
    ]
  }
}

/// Rounds to a number of decimal places as the double's exact decimal expansion has it; halves away from zero.
func roundedHalfAway(_ number: Double, digits: Int) -> Double {
  if digits == 0 { return number.rounded(.toNearestOrAwayFromZero) }
  let power = Double.pow(10, Double(abs(digits)))
  let scaled = digits > 0 ? number * power : number / power
  guard scaled.magnitude < 0x1p52 else { return number }
  var rounded = scaled.rounded(.toNearestOrAwayFromZero)
  // The product is rounded too: where that made it an exact half, what was lost decides.
  if digits > 0, (scaled - scaled.rounded(.towardZero)).magnitude == 0.5 {
    let lost = (-scaled).addingProduct(number, power)
    if lost * number < 0 { rounded = scaled.rounded(.towardZero) }
  }
  return digits > 0 ? rounded / power : rounded * power
}
