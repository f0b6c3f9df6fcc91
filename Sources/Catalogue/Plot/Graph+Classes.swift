import Engine
import Expressions

/// The probabilities of classes on a grid.
struct ClassGrid {
  /// The names, where the expression gives them.
  let names: [String]?
  /// For each class its probabilities, row by row from the first y on.
  let probabilities: [[Double]]

  /// More classes cannot be told apart.
  static let mostClasses = 16
}

extension Graph {
  /// The probabilities of classes for each pair of an x and a y: a formula sees them as x and y, and gives one a class.
  func classes(x: SeriesPlaces, y: [Double]) throws -> ClassGrid {
    guard let formula else { throw wrongClasses("numbers") }
    guard let places = x.numbers else { throw wrongClasses("labels for x") }
    var (names, probabilities): ([String]?, [[Double]]?)
    for y in y {
      for x in places {
        let value = try formula.evaluate(with: ["x": .number(x), "y": .number(y)])
        let (newNames, numbers) = try entries(of: value)
        if probabilities == nil { (names, probabilities) = (newNames, numbers.map { _ in [] }) }
        guard probabilities?.count == numbers.count, names == newNames else {
          throw wrongClasses("other classes at x = \(spelled(x)), y = \(spelled(y)) than before")
        }
        for (index, number) in numbers.enumerated() { probabilities?[index].append(number) }
      }
    }
    return ClassGrid(names: names, probabilities: probabilities ?? [])
  }

  private func entries(of value: Value) throws -> (names: [String]?, numbers: [Double]) {
    let (names, numbers): ([String]?, [Double])
    switch value {
    case .vector(let entries): (names, numbers) = (nil, entries)
    case .record(let record):
      guard let entries = record.numbers else { throw wrongClasses("a record of other things than numbers") }
      (names, numbers) = (record.names, entries)
    default: throw wrongClasses(value.typeDescription)
    }
    guard numbers.count <= ClassGrid.mostClasses else {
      throw wrongClasses(
        "\(numbers.count) entries; at most \(ClassGrid.mostClasses) classes can be told apart")
    }
    return (names, numbers)
  }

  private func wrongClasses(_ found: String) -> LessonError {
    .parameter(datum, "expected an expression in x and y that gives one probability a class, found \(found)")
  }
}
