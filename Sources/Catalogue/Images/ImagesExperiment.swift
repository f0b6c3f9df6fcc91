import Engine
import Expressions
import LessonFormat
import Mathematics
import Plotting

/// `{images}`: vectors drawn as images, each number a pixel.
struct ImagesExperiment: Experiment {
  static let name = "images"
  static let summary = "Draws vectors as images: each number is a pixel, from paper to ink."
  static let results = [
    ResultDescription("pixels", "The images: a row for each, its pixels row by row."),
    ResultDescription("ink", "The mean of each image's pixels."),
    ResultDescription("count", "How many images there are."),
    ResultDescription("width", "How many pixels stand side by side."),
    ResultDescription("height", "How many rows of pixels there are."),
  ]
  static let example = """
    pixels: [[0, 0], [1, 0], [0.4, 0.4]]
    width: 2
    names: ["(0, 0)", "(1, 0)", "(0.4, 0.4)"]
    fig-cap: Three images of two pixels.
    """

  @Parameter("The images: a matrix, one a row, such as =d.pixels, or a vector that is cut into images.")
  var pixels: PixelNumbers
  @Parameter("How many pixels stand side by side.", .between(1, 1000))
  var width: Int
  @Parameter(
    "How many rows an image has; as many as a matrix has room for, or as the width, unless given.",
    .between(1, 1000))
  var height: Int? = nil
  @Parameter("What stands below each image.")
  var names: WrittenTexts? = nil
  @Parameter("How many images stand in a row; as many as fit unless given.", .between(1, 100))
  var columns: Int? = nil
  @Parameter("The numbers that stand for paper and for ink; what lies beyond is drawn as these.")
  var range: [Double] = [0, 1]

  func run(in context: Context) throws -> Outcome {
    let rows = try rowsOfPixels()
    let area = width * rows
    let count = pixels.numbers.count / area
    try check(count: count)
    let images = (0..<count).map { Array(pixels.numbers[$0 * area..<($0 + 1) * area]) }
    let reach = range[1] - range[0]
    let sheet = ImageSheet(
      images.enumerated().map { place, image in
        .init(image.map { ($0 - range[0]) / reach }, name: names?.texts[place] ?? "")
      }, columns: width, rows: rows, imagesInRow: columns, width: context.figureWidth ?? 640)
    let matrix = Matrix(rows: count, columns: area, entries: pixels.numbers)
    return Outcome(
      Record([
        ("pixels", matrix.map(Value.matrix) ?? .vector(pixels.numbers)),
        ("ink", .vector(images.map(mean))), ("count", .number(Double(count))),
        ("width", .number(Double(width))), ("height", .number(Double(rows))),
      ]), displays: [.figure(try context.figure(sheet))])
  }

  /// The rows of an image.
  private func rowsOfPixels() throws -> Int {
    guard let length = pixels.rowLength else {
      let rows = height ?? width
      guard pixels.numbers.count.isMultiple(of: width * rows), !pixels.numbers.isEmpty else {
        throw LessonError.parameter(
          pixels.datum,
          "\(pixels.numbers.count) pixels are no whole number of images of \(width) × \(rows)")
      }
      return rows
    }
    guard length.isMultiple(of: width), length > 0, height ?? (length / width) == length / width else {
      let wanted = height.map { "\(width) × \($0)" } ?? "rows of \(width)"
      throw mistake(at: $width, "an image has \(length) pixels, which are no \(wanted)")
    }
    return length / width
  }

  private func check(count: Int) throws {
    if let names, names.texts.count != count {
      throw names.mistake("these are \(names.texts.count) names for \(count) images", help: "give one each")
    }
    guard range.count == 2, range[0] != range[1], range.allSatisfy(\.isFinite) else {
      throw mistake(
        at: $range, "expected two numbers that differ: that of paper, and that of ink", help: "such as [0, 1]"
      )
    }
  }
}
