import Expressions

/// The point of a `{gradient}`, as single numbers that can be moved.
struct GradientPlaces {
  /// One number of the point.
  struct Entry {
    /// The index of its name.
    let name: Int
    /// The index in the vector; nil for a number.
    let index: Int?
    let value: Double
    /// How the entry is written: `h_2`.
    let text: String
  }

  let point: ScalarFunction.Point
  let entries: [Entry]

  init(_ inputs: ChainInputs) {
    point = inputs.entries.map { ($0.name.value, $0.value) }
    entries = point.enumerated().flatMap { position, named -> [Entry] in
      switch named.value {
      case .number(let number): [Entry(name: position, index: nil, value: number, text: named.name)]
      case .vector(let numbers):
        numbers.enumerated().map { index, number in
          Entry(name: position, index: index, value: number, text: "\(named.name)_\(index + 1)")
        }
      default: []
      }
    }
  }

  /// The values by name.
  var locals: [String: Value] { Dictionary(point.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }) }

  /// The point with one entry moved.
  func moved(_ entry: Entry, by step: Double) -> ScalarFunction.Point {
    var point = point
    switch point[entry.name].value {
    case .vector(var numbers):
      if let index = entry.index { numbers[index] += step }
      point[entry.name].value = .vector(numbers)
    default: point[entry.name].value = .number(entry.value + step)
    }
    return point
  }

  /// One number for each entry as a record by name: numbers, and vectors where the point has them.
  func record(_ numbers: [Double]) -> Record {
    record(numbers.map { .number($0) }) { values in
      .vector(values.compactMap { if case .number(let number) = $0 { number } else { nil } })
    }
  }

  /// One value for each entry as a record by name, those of a vector gathered.
  func record(_ values: [Value], gathering: ([Value]) -> Value) -> Record {
    Record(
      point.enumerated().map { position, named in
        let own = zip(entries, values).filter { $0.0.name == position }
        if let first = own.first, first.0.index == nil { return (named.name, first.1) }
        return (named.name, gathering(own.map(\.1)))
      })
  }
}
