import Engine
import Expressions
import Mathematics

/// Images of digits: of each wanted digit as many, one digit after the other.
struct ImageCollection {
  let width: Int
  let height: Int
  /// The digit of each image.
  private(set) var digits: [Int] = []
  /// The pixels of all images, one after the other: 0 is paper and 1 is ink.
  private(set) var pixels: [Double] = []

  /// Which images are wanted.
  struct Choice {
    var digits: [Int]
    /// How many of each digit.
    var count: Int
    /// How many of each digit come before them.
    var skip: Int
  }

  /// Draws images; the same one of a digit is the same whichever others are drawn.
  init(drawing choice: Choice, by hand: Handwriting, size: Int, seed: UInt64) {
    (width, height) = (size, size)
    var mixer = SplitMix64(seed: seed)
    let start = mixer.next()
    for digit in choice.digits {
      for place in choice.skip..<choice.skip + choice.count {
        var generator = Xoshiro256StarStar(seed: start &+ UInt64(digit) << 40 &+ UInt64(place))
        digits.append(digit)
        pixels += hand.image(of: digit, size: size, using: &generator)
      }
    }
  }

  /// Takes images out of a file, in its order for each digit.
  ///
  /// - Throws: `LessonError` where files do not fit together, or have too few images.
  init(taking choice: Choice, from images: DataFile, labels: DataFile) throws {
    let pictures = try IDXFile(images, axes: 3, of: "images")
    let names = try IDXFile(labels, axes: 1, of: "labels")
    (height, width) = (pictures.lengths[1], pictures.lengths[2])
    guard pictures.lengths[0] == names.lengths[0] else {
      throw LessonError(
        .data, at: .span(labels.datum.span),
        "\(labels.file.path) has \(names.lengths[0]) labels for \(pictures.lengths[0]) images")
    }
    try Self.checkSize(width, height, choice, of: images)
    var places: [Int: [Int]] = [:]
    for (place, name) in names.entries.enumerated() { places[Int(name), default: []].append(place) }
    let area = width * height
    for digit in choice.digits {
      let own = places[digit] ?? []
      guard own.count >= choice.skip + choice.count else {
        throw LessonError(
          .data, at: .span(labels.datum.span),
          "\(labels.file.path) has \(own.count) images of \(digit); \(choice.skip + choice.count) are needed")
      }
      for place in own[choice.skip..<choice.skip + choice.count] {
        let start = pictures.entries.startIndex + place * area
        digits.append(digit)
        pixels += pictures.entries[start..<start + area].map { Double($0) / 255 }
      }
    }
  }

  private static func checkSize(_ width: Int, _ height: Int, _ choice: Choice, of file: DataFile) throws {
    guard width > 0, height > 0, width <= DigitsExperiment.mostSide, height <= DigitsExperiment.mostSide
    else {
      throw LessonError(
        .data, at: .span(file.datum.span),
        "\(file.file.path) has images of \(width) × \(height) pixels; from 1 to "
          + "\(DigitsExperiment.mostSide) a side are read")
    }
    try DigitsExperiment.checkEntries(choice, pixels: width * height)
  }

  var count: Int { digits.count }

  /// The pixels of one image.
  func image(_ place: Int) -> ArraySlice<Double> {
    pixels[place * width * height..<(place + 1) * width * height]
  }

  /// For each digit its mean image.
  var means: Record {
    var sums: [(digit: Int, count: Double, pixels: [Double])] = []
    for (place, digit) in digits.enumerated() {
      if sums.last?.digit != digit {
        sums.append((digit, 0, Array(repeating: 0, count: width * height)))
      }
      let last = sums.count - 1
      sums[last].count += 1
      for (index, pixel) in image(place).enumerated() { sums[last].pixels[index] += pixel }
    }
    return Record(
      sums.map { sum in (String(sum.digit), .vector(sum.pixels.map { $0 / sum.count })) })
  }
}
