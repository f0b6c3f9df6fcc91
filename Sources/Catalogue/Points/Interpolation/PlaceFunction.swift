import Engine
import Expressions

/// A function of coordinates, given as a formula, at many places.
struct PlaceFunction {
  let formula: Formula
  let names: [String]

  /// The values at places whose coordinates are given one place after the other.
  ///
  /// - Throws: the first place without a finite value.
  func values(at places: [Double]) throws(LessonError) -> [Double] {
    let dimension = names.count
    let columns = names.enumerated().map { axis, name in
      (name: name, numbers: stride(from: axis, to: places.count, by: dimension).map { places[$0] })
    }
    let rows = RowFormula(formula.expression, columns: columns, coefficients: [], in: formula.scope())
    let values = rows.values(at: [])
    guard let row = values.firstIndex(where: { !$0.isFinite }) else { return values }
    var error =
      rows.mistake(inRow: row, at: [])
      ?? ExpressionError(formula.expression.extent, "this has no finite value")
    let place = zip(names, columns).map { "\($0) = \(formatSignificant($1.numbers[row], 6))" }
    error.message = "at \(place.joined(separator: ", ")), \(error.message)"
    throw LessonError(error, in: formula.text)
  }

  /// Refuses a function that is not the same on opposite sides of the unit cube.
  func checkRepeats(at places: [Double]) throws(LessonError) {
    for axis in names.indices {
      var (low, high) = (places, places)
      for index in stride(from: axis, to: places.count, by: names.count) {
        (low[index], high[index]) = (0, 1)
      }
      let (first, second) = (try values(at: low), try values(at: high))
      let largest = (first + second).reduce(0) { max($0, $1.magnitude) }
      guard let row = first.indices.first(where: { abs(first[$0] - second[$0]) > 1e-9 * max(1, largest) })
      else { continue }
      let found =
        "\(formatSignificant(first[row], 4)) where \(names[axis]) = 0, "
        + "and \(formatSignificant(second[row], 4)) where it is 1"
      throw LessonError(
        ExpressionError(
          formula.expression.extent, "on a torus both sides are one; this is \(found)",
          help: "give a function that repeats, such as sin(2*pi*\(names[axis])), or space: cube"),
        in: formula.text)
    }
  }
}
