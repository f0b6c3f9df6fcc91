extension Expression {
  /// The expression with one small thing changed, changes of the whole before those of its parts.
  var singleEdits: [Expression] {
    var edits = ownEdits
    for (index, child) in children.enumerated() {
      guard edits.count < 2000 else { break }
      if case .path = form { break }
      for edit in child.singleEdits {
        if let changed = withChild(index, edit) { edits.append(changed) }
      }
    }
    return edits
  }

  var negated: Expression {
    switch form {
    case .negation(let operand): return operand
    case .sum(let terms):
      var turned = terms.map { Term($0.operand, isSubtracted: !$0.isSubtracted) }
      // A term with a plus goes to the front, where there is one.
      if let positive = turned.firstIndex(where: { !$0.isSubtracted }) {
        turned.insert(turned.remove(at: positive), at: 0)
      } else {
        turned[0] = Term(turned[0].operand.negated)
      }
      return made(.sum(turned))
    case .product(var factors):
      factors[0].operand = factors[0].operand.negated
      return made(.product(factors))
    default: return made(.negation(self))
    }
  }

  private func made(_ form: Form) -> Expression { Expression(form, range, extent: extent) }

  private var ownEdits: [Expression] {
    switch form {
    case .number(let number): return numberEdits(number)
    case .path(let path): return [negated] + entryEdits(path) + powerEdits + [magnitude]
    case .call(let name, let place, let arguments):
      return callEdits(name, place, arguments) + powerEdits + [negated]
    case .negation(let operand): return [operand]
    case .power(let base, let exponent): return exponentEdits(base, exponent)
    case .product(let factors): return productEdits(factors)
    case .sum(let terms): return sumEdits(terms)
    case .conditional(let condition, let first, let second):
      return [made(.conditional(condition, second, first))]
    default: return []
    }
  }

  private func numberEdits(_ number: Double) -> [Expression] {
    let others = [-number, number + 1, number - 1, 2 * number, number / 2]
    return others.filter { $0.isFinite && $0 != number }.map { value in
      value < 0 ? made(.negation(made(.number(-value)))) : made(.number(value))
    }
  }

  /// What roots and logarithms of squares need.
  private var magnitude: Expression { made(.call("abs", range, [self])) }

  private var powerEdits: [Expression] {
    [
      made(.power(self, made(.number(2)))), made(.call("sqrt", range, [self])),
      made(.call("abs", range, [self])),
    ]
  }

  private func exponentEdits(_ base: Expression, _ exponent: Expression) -> [Expression] {
    let one = made(.number(1))
    let higher = made(.sum([Term(exponent), Term(one)]))
    let lower = made(.sum([Term(exponent), Term(one, isSubtracted: true)]))
    var edits = [base, made(.power(base, exponent.negated))]
    if case .number = exponent.form {
    } else {
      edits += [made(.power(base, higher)), made(.power(base, lower))]
    }
    return edits + [made(.power(exponent, base))]
  }

  /// Another entry of the same vector.
  private func entryEdits(_ path: Path) -> [Expression] {
    guard case .subscripts(let subscripts, _)? = path.steps.last?.step, subscripts.count == 1,
      case .number(let index) = subscripts[0].form
    else { return [] }
    return (1...8).filter { Double($0) != index }.map { entry in
      var other = path
      let number = made(.number(Double(entry)))
      let whole = path.rootName.map { "\($0)_\(entry)" }
      other.steps[path.steps.count - 1].step = .subscripts(
        [number], whole: path.steps.count == 1 ? whole : nil)
      return made(.path(other))
    }
  }

  private func callEdits(_ name: String, _ place: Range<Int>, _ arguments: [Expression]) -> [Expression] {
    let pairs = [
      "sin": "cos", "sinh": "cosh", "min": "max", "floor": "ceil", "sigmoid": "tanh", "log": "exp",
    ]
    let other = pairs[name] ?? pairs.first { $0.value == name }?.key
    var edits = other.map { [made(.call($0, place, arguments))] } ?? []
    if arguments.count == 1 {
      edits += [made(.call(name, place, [arguments[0].negated])), arguments[0]]
    } else {
      edits.append(made(.call(name, place, arguments.reversed())))
    }
    return edits
  }

  private func productEdits(_ factors: [Factor]) -> [Expression] {
    var edits = [negated]
    for index in factors.indices.dropFirst() {
      var turned = factors
      turned[index].operation = factors[index].operation == .over ? .times : .over
      edits.append(made(.product(turned)))
      var shorter = factors
      shorter.remove(at: index)
      edits.append(shorter.count == 1 ? shorter[0].operand : made(.product(shorter)))
    }
    // The first factor goes, or stands below with the next above.
    if factors.count == 2, factors[1].operation == .over {
      edits.append(made(.product([Factor(.times, factors[1].operand), Factor(.over, factors[0].operand)])))
    } else if factors[1].operation != .over {
      var rest = Array(factors.dropFirst())
      rest[0].operation = .times
      edits.append(rest.count == 1 ? rest[0].operand : made(.product(rest)))
    }
    return edits
  }

  private func sumEdits(_ terms: [Term]) -> [Expression] {
    var edits = [negated]
    for index in terms.indices {
      var turned = terms
      if index == 0 {
        turned[0].operand = terms[0].operand.negated
      } else {
        turned[index].isSubtracted.toggle()
      }
      edits.append(made(.sum(turned)))
      var shorter = terms
      shorter.remove(at: index)
      if index == 0, shorter[0].isSubtracted { shorter[0] = Term(shorter[0].operand.negated) }
      edits.append(shorter.count == 1 ? shorter[0].operand : made(.sum(shorter)))
    }
    return edits
  }

  /// The same form with another child at an index.
  private func withChild(_ index: Int, _ child: Expression) -> Expression? {
    switch form {
    case .list(var entries):
      entries[index] = child
      return made(.list(entries))
    case .call(let name, let place, var arguments):
      arguments[index] = child
      return made(.call(name, place, arguments))
    case .negation: return made(.negation(child))
    case .power(let base, let exponent):
      return made(index == 0 ? .power(child, exponent) : .power(base, child))
    case .product(var factors):
      factors[index].operand = child
      return made(.product(factors))
    case .sum(var terms):
      terms[index].operand = child
      return made(.sum(terms))
    case .conditional(let condition, let first, let second):
      let parts = [condition, first, second].enumerated().map { $0.offset == index ? child : $0.element }
      return made(.conditional(parts[0], parts[1], parts[2]))
    default: return nil
    }
  }
}
