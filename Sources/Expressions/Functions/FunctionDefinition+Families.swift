extension FunctionDefinition {
  /// A function of one number, applied entry by entry.
  static func elementwise(
    _ name: String, _ help: String, domain: String? = nil, _ notation: Notation,
    _ rule: @escaping @Sendable (S) -> S
  ) -> FunctionDefinition {
    FunctionDefinition(
      name: name, parameters: "x", arity: 1...1, help: help, domain: domain, notation: notation,
      rule: .elementwise(rule))
  }

  /// A function of a vector, a matrix, or numbers as several arguments.
  static func reduction(
    _ name: String, _ help: String, domain: String? = nil, least: Int = 1, _ notation: Notation,
    _ rule: @escaping @Sendable ([S]) throws(Complaint) -> Quantity<S>
  ) -> FunctionDefinition {
    FunctionDefinition(
      name: name, parameters: "v", arity: 1...Limits.parts, help: help, domain: domain, notation: notation,
      rule: .general { arguments throws(Complaint) in
        let entries = try numbers(arguments, of: name)
        guard entries.count >= least else {
          throw Complaint(
            "\(name) takes at least \(counted(least, "entry", "entries")), not \(entries.count)")
        }
        return try rule(entries)
      })
  }

  /// A function of exactly as many arguments as given.
  static func general(
    _ name: String, _ parameters: String, _ arity: ClosedRange<Int>, _ help: String, domain: String? = nil,
    _ notation: Notation, _ rule: @escaping @Sendable ([Quantity<S>]) throws(Complaint) -> Quantity<S>
  ) -> FunctionDefinition {
    FunctionDefinition(
      name: name, parameters: parameters, arity: arity, help: help, domain: domain, notation: notation,
      rule: .general(rule))
  }

  /// The entries of the only argument, or the arguments themselves where they are numbers.
  static func numbers(_ arguments: [Quantity<S>], of name: String) throws(Complaint) -> [S] {
    if arguments.count == 1, let entries = arguments[0].entries { return entries }
    var numbers: [S] = []
    for argument in arguments {
      guard let number = argument.number else {
        throw Complaint(
          "\(name) takes one vector or several numbers, and this is \(argument.kind)")
      }
      numbers.append(number)
    }
    return numbers
  }

  /// The vector that an argument is.
  static func vector(_ arguments: [Quantity<S>], _ index: Int, of name: String) throws(Complaint) -> [S] {
    guard case .vector(let entries) = arguments[index] else {
      throw Complaint("\(name) takes a vector here, and this is \(arguments[index].kind)")
    }
    return entries
  }

  /// The number that an argument is.
  static func number(_ arguments: [Quantity<S>], _ index: Int, of name: String) throws(Complaint) -> S {
    guard let number = arguments[index].number else {
      throw Complaint("\(name) takes a number here, and this is \(arguments[index].kind)")
    }
    return number
  }

  /// The whole number in a range that an argument is.
  static func wholeNumber(
    _ arguments: [Quantity<S>], _ index: Int, of name: String, in range: ClosedRange<Int>
  ) throws(Complaint) -> Int {
    let number = try number(arguments, index, of: name).primal
    guard number.rounded() == number, number >= Double(range.lowerBound), number <= Double(range.upperBound)
    else {
      throw Complaint(
        "\(name) takes a whole number from \(range.lowerBound) to \(range.upperBound) here, "
          + "and this is \(formatSignificant(number, 12))")
    }
    return Int(number)
  }
}
