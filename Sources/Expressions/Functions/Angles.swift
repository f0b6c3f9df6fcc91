import Mathematics

extension FunctionDefinition {
  /// Angles in radians, and the hyperbolic functions.
  static var angles: [FunctionDefinition] {
    let unit = "its argument must be from −1 to 1"
    return [
      .elementwise("sin", "the sine of an angle in radians", .command("\\sin")) { S.sin($0) },
      .elementwise("cos", "the cosine of an angle in radians", .command("\\cos")) { S.cos($0) },
      .elementwise("tan", "the tangent of an angle in radians", .command("\\tan")) { S.tan($0) },
      .elementwise("asin", "the angle with the sine x", domain: unit, .command("\\arcsin")) { S.asin($0) },
      .elementwise("acos", "the angle with the cosine x", domain: unit, .command("\\arccos")) { S.acos($0) },
      .elementwise("atan", "the angle with the tangent x", .command("\\arctan")) { S.atan($0) },
      .general(
        "atan2", "y, x", 2...2, "the angle of the point (x, y)", .command("\\operatorname{atan2}")
      ) { arguments throws(Complaint) in
        .number(S.atan2(try number(arguments, 0, of: "atan2"), try number(arguments, 1, of: "atan2")))
      },
      .elementwise("sinh", "the hyperbolic sine", .command("\\sinh")) { S.sinh($0) },
      .elementwise("cosh", "the hyperbolic cosine", .command("\\cosh")) { S.cosh($0) },
      .elementwise("tanh", "the hyperbolic tangent", .command("\\tanh")) { S.tanh($0) },
    ]
  }
}
