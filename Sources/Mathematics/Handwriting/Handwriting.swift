import CKernels

/// A hand that writes digits, no two alike: images of ink on paper, made from the paths of a pen.
///
/// Each image draws a form of its digit, moves every place of its paths a little, and then stretches, shears, turns and
/// shifts the whole. All amounts are standard deviations of normal draws, lengths in units of the image's side. The same
/// generator gives the same bits on every machine.
///
/// ```swift
/// var generator = Xoshiro256StarStar(seed: 1)
/// let four = Handwriting().image(of: 4, size: 28, using: &generator)  // 784 numbers from 0 to 1
/// ```
public struct Handwriting: Sendable, Hashable {
  /// By how many degrees digits are turned: 8.
  public var rotation = 8.0
  /// How far their tops are pushed sideways, as a share of the height: 0.15.
  public var shear = 0.15
  /// By which share they are wider or higher: 0.08.
  public var stretch = 0.08
  /// How far they stand from the middle: 0.02.
  public var shift = 0.02
  /// How far each place of a path is moved: 0.02.
  public var wobble = 0.02
  /// The mean width of the pen's line: 0.08.
  public var thickness = 0.08
  /// By which share the line is broader or finer: 0.2.
  public var pressure = 0.2

  /// Makes a hand with the default amounts.
  public init() {}

  /// How many different digits there are.
  public static let digitCount = DigitShapes.forms.count
  /// The number of shades of an image, paper and full ink among them.
  public static let shadeCount = 256
  /// The finest line, so that no digit vanishes.
  private static let finest = 0.02

  /// An image of a digit, row by row from the top: 0 is paper and 1 is ink, in 256 shades.
  ///
  /// - Precondition: The digit is one from 0 to 9, and the size is above 0.
  public func image<Generator: RandomNumberGenerator>(
    of digit: Int, size: Int, using generator: inout Generator
  ) -> [Double] {
    precondition(DigitShapes.forms.indices.contains(digit) && size > 0, "a digit from 0 to 9 on some pixels")
    let forms = DigitShapes.forms[digit]
    let form = forms[generator.index(below: forms.count)]
    let wobbled = form.map { path in path.map { moved($0, using: &generator) } }
    let map = map(using: &generator)
    let width = max(thickness * (1 + pressure * generator.normal()), Self.finest)
    var ink = InkedPaper(size: size)
    for path in wobbled { ink.draw(path.map(map).smoothed(), width: width) }
    return ink.shades
  }

  private func moved<Generator: RandomNumberGenerator>(
    _ place: PlanePoint, using generator: inout Generator
  ) -> PlanePoint {
    let (across, down) = (generator.normal(), generator.normal())
    return PlanePoint(place.x + wobble * across, place.y + wobble * down)
  }

  /// A linear map about the middle, and a shift.
  private func map<Generator: RandomNumberGenerator>(
    using generator: inout Generator
  ) -> (PlanePoint) -> PlanePoint {
    let (wide, high) = (1 + stretch * generator.normal(), 1 + stretch * generator.normal())
    let slant = shear * generator.normal()
    var angle = rotation * generator.normal() * .pi / 180
    let (right, down) = (0.5 + shift * generator.normal(), 0.5 + shift * generator.normal())
    // Our own sine, whose bits are the same everywhere.
    var (sine, cosine) = (0.0, 0.0)
    vector_sine(&angle, &sine, 1)
    vector_cosine(&angle, &cosine, 1)
    return { [sine, cosine] place in
      let y = high * (place.y - 0.5)
      let x = wide * (place.x - 0.5) - slant * y
      return PlanePoint(right + cosine * x - sine * y, down + sine * x + cosine * y)
    }
  }
}
