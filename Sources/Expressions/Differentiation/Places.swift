import Mathematics

/// A step into a value, with its subscripts evaluated.
enum Place {
  case field(String)
  case entry([Int])

  /// The field's name, where it is one.
  var fieldName: String? {
    if case .field(let name) = self { name } else { nil }
  }
}

extension Evaluator {
  /// The steps of a path from an index on, as places in the value there.
  mutating func places(
    in path: Path, from start: Int, of value: Quantity<S>
  ) throws(ExpressionError) -> [Place] {
    var places: [Place] = []
    var value = value
    var index = start
    while index < path.steps.count {
      let place = try place(of: path.steps[index])
      (value, index) = try step(from: value, of: path, at: index)
      // A field's name may take in the digits behind it.
      if case .field = place, case .subscripts(_, let whole?) = path.steps[index - 1].step {
        places.append(.field(whole))
      } else {
        places.append(place)
      }
    }
    return places
  }

  private mutating func place(of located: Path.Located) throws(ExpressionError) -> Place {
    switch located.step {
    case .field(let name, _): return .field(name)
    case .subscripts(let expressions, _):
      var indices: [Int] = []
      for expression in expressions { indices.append(try wholeNumber(expression) - 1) }
      return .entry(indices)
    case .call:
      throw ExpressionError(located.range, "a derivative is taken by a name, a field or an entry")
    }
  }
}

extension Quantity {
  /// The value with the entry at an index of what the places lead to moving with slope 1.
  ///
  /// Places that lead nowhere leave it constant; the evaluator reports them before it comes here.
  func seeded(along places: ArraySlice<Place>, at index: Int) -> Quantity<Dual<S>> {
    guard let place = places.first else { return seeded(at: index) }
    let rest = places.dropFirst()
    switch place {
    case .field(let name):
      guard let names = fieldNames, let position = names.firstIndex(of: name) else { return lifted }
      return seeded(position, of: names, along: rest, at: index)
    case .entry(let indices):
      if let names = fieldNames, let position = indices.first, names.indices.contains(position) {
        return seeded(position, of: names, along: rest, at: index)
      }
      return seededEntry(indices, at: index)
    }
  }

  private func seeded(
    _ position: Int, of names: [String], along rest: ArraySlice<Place>, at index: Int
  ) -> Quantity<Dual<S>> {
    let fields = names.map { field($0) ?? .boolean(false) }
    var lifted = fields.map(\.lifted)
    lifted[position] = fields[position].seeded(along: rest, at: index)
    return .labelled(names, lifted)
  }

  private func seededEntry(_ indices: [Int], at index: Int) -> Quantity<Dual<S>> {
    switch self {
    case .vector: return seeded(at: indices[0])
    case .matrix(let grid):
      return seeded(at: indices[0] * grid.columns + (indices.count > 1 ? indices[1] : index))
    default: return lifted
    }
  }
}
