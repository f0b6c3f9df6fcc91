import Engine
import Expressions
import LessonFormat
import Mathematics
import Plotting

/// `{digits}`: images of digits as vectors, drawn by a jittery hand or read from files.
struct DigitsExperiment: Experiment {
  static let name = "digits"
  static let summary = "Makes images of handwritten digits as vectors, or reads them from IDX files."
  static let results = [
    ResultDescription(
      "pixels", "The images: a row for each, its pixels row by row, from 0 (paper) to 1 (ink)."),
    ResultDescription("digit", "The digit of each image, as a text."),
    ResultDescription("mean.…", "The mean image of each digit, by subscript or as mean.\"4\"."),
    ResultDescription("width", "How many pixels stand side by side."),
    ResultDescription("height", "How many rows of pixels there are."),
    ResultDescription("count", "How many images there are."),
  ]
  static let example = """
    count: 3
    digits: [4, 9]
    size: 20
    fig-cap: Three fours and three nines of 400 pixels each.
    """

  @Parameter("How many images of each digit.", .between(1, 10_000))
  var count: Int
  @Parameter("Which digits, or which labels of a file.", .between(0, 255))
  var digits: [Int] = Array(0...9)
  @Parameter(
    "How many images of each digit are passed over first: those of another block, say.",
    .between(0, 1_000_000))
  var skip = 0
  @Parameter("How many pixels a side a drawn image has.", .between(8, 64))
  var size = 28
  @Parameter("How far drawn digits are turned: a standard deviation.", .between(0, 180), unit: "degrees")
  var rotation = Handwriting().rotation
  @Parameter("How far their tops are pushed sideways, as a share of the height.", .between(0, 1))
  var shear = Handwriting().shear
  @Parameter("By which share they are wider or higher.", .between(0, 0.5))
  var stretch = Handwriting().stretch
  @Parameter("How far they stand from the middle, as a share of the side.", .between(0, 0.5))
  var shift = Handwriting().shift
  @Parameter("How far each place of a line is moved, as a share of the side.", .between(0, 0.5))
  var wobble = Handwriting().wobble
  @Parameter("How broad lines are on average, as a share of the side.", .between(0.02, 0.5))
  var thickness = Handwriting().thickness
  @Parameter("By which share lines are broader or finer.", .between(0, 1))
  var pressure = Handwriting().pressure
  @Parameter("A file of images to take instead, in the format of MNIST’s (IDX), unpacked.")
  var file: DataFile? = nil
  @Parameter("The file of their labels.")
  var labels: DataFile? = nil
  @Parameter("How many images of each digit the figure shows.", .between(1, 50))
  var shown = 6
  @Parameter("What the drawing of random numbers begins from; the lesson's seed unless given.")
  var seed = Seed(0)

  /// No image of a file is larger.
  static let mostSide = 256
  /// As many images beside each other can be recognised.
  private static let mostInRow = 12
  /// Results may have a million entries, of which labels and means take some.
  static let mostPixels = 900_000

  func run(in context: Context) throws -> Outcome {
    try checkDigits()
    let choice = ImageCollection.Choice(digits: digits, count: count, skip: skip)
    let images: ImageCollection
    switch (file, labels) {
    case (let file?, let labels?):
      try checkNothingIsDrawn()
      images = try ImageCollection(taking: choice, from: file, labels: labels)
    case (nil, nil):
      try Self.checkEntries(choice, pixels: size * size)
      images = ImageCollection(drawing: choice, by: hand, size: size, seed: seed.value)
    default:
      throw mistake(
        at: $file ?? $labels, "images of a file need their labels, and labels their images",
        help: "give both file and labels")
    }
    return Outcome(results(images), displays: [.figure(try context.figure(sheet(images, in: context)))])
  }

  private var hand: Handwriting {
    var hand = Handwriting()
    (hand.rotation, hand.shear, hand.stretch, hand.shift) = (rotation, shear, stretch, shift)
    (hand.wobble, hand.thickness, hand.pressure) = (wobble, thickness, pressure)
    return hand
  }

  private func checkDigits() throws {
    guard !digits.isEmpty, Set(digits).count == digits.count else {
      throw mistake(at: $digits, "each digit comes once, and there is at least one", help: "such as [4, 9]")
    }
    if file == nil, labels == nil, let wrong = digits.first(where: { $0 >= Handwriting.digitCount }) {
      throw mistake(at: $digits, "\(wrong) is no digit: they go from 0 to 9")
    }
  }

  /// Refuses images that are too many before any is made.
  static func checkEntries(_ choice: ImageCollection.Choice, pixels: Int) throws {
    let total = choice.digits.count * (choice.count + 1) * pixels
    guard total > mostPixels else { return }
    let most = mostPixels / (choice.digits.count * pixels) - 1
    throw LessonError.experiment(
      "these images have \(total) pixels, their means among them; at most \(mostPixels) are kept",
      help: most > 0 ? "\(most) of each digit are not too many" : "fewer digits, or smaller images")
  }

  /// Refuses what would say how files' images are drawn.
  private func checkNothingIsDrawn() throws {
    let drawn = [$size, $rotation, $shear, $stretch, $shift, $wobble, $thickness, $pressure]
    let errors = drawn.compactMap { datum in
      datum.map { LessonError.parameter($0, "images of a file are not drawn", help: "leave it out") }
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
  }

  private func results(_ images: ImageCollection) -> Record {
    let area = images.width * images.height
    let pixels = Matrix(rows: images.count, columns: area, entries: images.pixels)
    return Record([
      ("pixels", pixels.map(Value.matrix) ?? .vector(images.pixels)),
      ("digit", .texts(images.digits.map(String.init))), ("mean", .record(images.means)),
      ("width", .number(Double(images.width))), ("height", .number(Double(images.height))),
      ("count", .number(Double(images.count))),
    ])
  }

  /// The first images of each digit; those of one digit stay in one row, in which others may follow.
  private func sheet(_ images: ImageCollection, in context: Context) -> ImageSheet {
    let own = min(shown, count)
    let inRow = own * max(1, min(Self.mostInRow / own, digits.count))
    let most = min(ImageSheet.mostImages, ImageSheet.mostPixels / (images.width * images.height))
    let places = digits.indices.flatMap { place in (0..<own).map { place * count + $0 } }.prefix(most)
    return ImageSheet(
      places.map { .init(Array(images.image($0)), name: String(images.digits[$0])) },
      columns: images.width, rows: images.height, imagesInRow: inRow,
      width: context.figureWidth ?? 640)
  }
}
