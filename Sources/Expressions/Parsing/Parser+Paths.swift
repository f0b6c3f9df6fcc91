extension Parser {
  /// Reads an operand with the fields and subscripts behind it.
  ///
  ///     postfix = primary ("." field | "_" digits | "_{" expressions "}" | arguments)*
  ///
  /// Arguments follow a field or a subscript only; behind a call they would be a factor.
  mutating func postfix() throws(ExpressionError) -> Expression {
    allowsJuxtaposition = false
    let base = try primary()
    guard beginsStep(after: nil) else { return base }
    var path: Path
    if case .path(let whole) = base.form, base.extent == base.range {
      path = whole
    } else {
      path = Path(root: .expression(base), rootRange: base.extent, steps: [])
    }
    while beginsStep(after: path.steps.last) {
      guard path.steps.count < Limits.depth else {
        throw ExpressionError(token.range, "this has more than \(Limits.depth) fields and subscripts")
      }
      path.steps.append(try step(of: path))
    }
    if case .call? = path.steps.last?.step { allowsJuxtaposition = true } else { allowsJuxtaposition = false }
    return try made(.path(path), path.range(through: path.steps.count))
  }

  private func beginsStep(after last: Path.Located?) -> Bool {
    let isAdjacent = token.range.lowerBound == previousEnd
    return switch token.kind {
    case .symbol(.dot), .subscriptDigits, .subscriptBrace: isAdjacent
    case .symbol(.openParenthesis):
      switch last?.step {
      case .field, .subscripts: isAdjacent
      default: false
      }
    default: false
    }
  }

  private mutating func step(of path: Path) throws(ExpressionError) -> Path.Located {
    let start = token
    switch start.kind {
    case .subscriptDigits(let digits):
      try advance()
      let range = start.range.lowerBound + 1..<start.range.upperBound
      let index = try made(.number(Double(digits) ?? .infinity), range)
      let whole = wholeName(of: path, adding: digits)
      return Path.Located(step: .subscripts([index], whole: whole), range: range)
    case .subscriptBrace: return try braces()
    case .symbol(.openParenthesis):
      let arguments = try self.arguments()
      return Path.Located(step: .call(arguments), range: start.range.lowerBound..<previousEnd)
    default:
      try advance()
      return try field()
    }
  }

  /// The name that the end of a path and further digits make up, if the end is a name.
  private func wholeName(of path: Path, adding digits: String) -> String? {
    switch path.steps.last?.step {
    case nil: path.rootName.map { "\($0)_\(digits)" }
    case .field(let name, isQuoted: false): "\(name)_\(digits)"
    case .subscripts(_, let whole?): "\(whole)_\(digits)"
    default: nil
    }
  }

  private mutating func braces() throws(ExpressionError) -> Path.Located {
    let start = token.range.lowerBound
    try enter()
    try advance()
    guard token.kind != .symbol(.closeBrace) else { throw unexpectedToken(expected: "a subscript") }
    let subscripts = try expressions(until: .closeBrace, after: "_{")
    leave()
    return Path.Located(step: .subscripts(subscripts, whole: nil), range: start..<previousEnd)
  }

  private mutating func field() throws(ExpressionError) -> Path.Located {
    let range = token.range
    switch token.kind {
    case .word(let name):
      try advance()
      return Path.Located(step: .field(name, isQuoted: false), range: range)
    case .text(let name):
      try advance()
      return Path.Located(step: .field(name, isQuoted: true), range: range)
    case .end: throw ExpressionError(range, "a field's name is missing after the dot")
    default: throw unexpectedToken(expected: "a field's name")
    }
  }
}
