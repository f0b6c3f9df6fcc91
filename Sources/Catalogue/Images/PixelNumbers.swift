import Engine
import Expressions
import LessonFormat

/// The pixels of images: a matrix with an image a row, or one vector that is cut into images.
struct PixelNumbers: ParameterValue {
  let numbers: [Double]
  /// How many pixels an image has; nil where that is for the width and the height to say.
  let rowLength: Int?
  let datum: Datum

  static let typeDescription = "a matrix, an image a row, or a vector of the pixels of all"

  init(reading argument: WrittenValue) throws {
    datum = argument.datum
    switch try argument.value() {
    case .matrix(let matrix): (numbers, rowLength) = (matrix.entries, matrix.columns)
    case .vector(let vector): (numbers, rowLength) = (vector, nil)
    default: throw argument.mismatch(expected: Self.typeDescription)
    }
    if let place = numbers.firstIndex(where: { !$0.isFinite }) {
      throw LessonError.parameter(datum, "pixel \(place + 1) is \(spelled(numbers[place]))")
    }
  }

  var parameterDescription: String { "\(numbers.count) pixels" }

  func append(to digest: inout Digest) {
    digest.append(.vector(numbers))
    digest.append(Double(rowLength ?? 0))
  }
}
