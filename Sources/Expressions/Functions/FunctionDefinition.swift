/// A function of the expression language: its name, what it takes, what it does, and how it is typeset.
struct FunctionDefinition<S: ExpressionScalar>: Sendable {
  /// How a function works.
  enum Rule: Sendable {
    /// Number by number, whatever the shape.
    case elementwise(@Sendable (S) -> S)
    case general(@Sendable ([Quantity<S>]) throws(Complaint) -> Quantity<S>)
  }

  let name: String
  /// The parameters as an author reads them.
  let parameters: String
  let arity: ClosedRange<Int>
  /// One line of help.
  let help: String
  /// What its arguments must be to have a value, where not every number will do.
  var domain: String?
  let notation: Notation
  let rule: Rule

  /// Applies the function to evaluated arguments; records of numbers come as vectors.
  func apply(_ arguments: [Quantity<S>]) throws(Complaint) -> Quantity<S> {
    guard arity.contains(arguments.count) else {
      let isTooFew = arguments.count < arity.lowerBound
      let limit = arity.count == 1 ? "" : isTooFew ? "at least " : "at most "
      let wanted = isTooFew ? arity.lowerBound : arity.upperBound
      throw Complaint(
        "\(name) takes \(limit)\(counted(wanted, "argument", "arguments")), not \(arguments.count)",
        help: "\(name)(\(parameters)): \(help)")
    }
    switch rule {
    case .elementwise(let rule):
      guard let result = arguments[0].mapped(rule) else {
        throw Complaint("\(name) takes numbers, and this is \(arguments[0].kind)")
      }
      return result
    case .general(let rule): return try rule(arguments)
    }
  }

  /// What to say where finite arguments give no finite value.
  func message(for fault: Fault, of arguments: [Quantity<S>]) -> String {
    let shown: String
    if case .elementwise = rule {
      shown = "\(name)(\(formatSignificant(arguments[0].entry(fault.index), 12)))"
    } else {
      let numbers = arguments.map { $0.number.map { formatSignificant($0.primal, 12) } ?? "…" }
      shown = "\(name)(\(numbers.prefix(6).joined(separator: ", ")))"
    }
    return switch fault.kind {
    case .undefined: "\(shown) has no value"
    case .overflow: domain == nil ? "\(shown) is too large for a number" : "\(shown) has no finite value"
    case .derivative: "\(shown) has no derivative"
    }
  }
}

/// How a function's call is typeset.
enum Notation: Sendable {
  /// A TeX command or operator before its arguments in parentheses.
  case command(String)
  /// Between two delimiters.
  case delimiters(String, String)
  /// e to the power of the argument, where that is short.
  case exponential
  /// Under a root sign.
  case root
  /// The two arguments with a dot between them.
  case dot
  /// Behind the argument, raised.
  case superscript(String)
}
