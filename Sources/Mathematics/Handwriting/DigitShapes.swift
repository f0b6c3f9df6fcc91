/// The ways in which digits are written, each as the paths of a pen.
///
/// A path is a list of places that a smooth curve runs through, in a square with its origin at the top left; digits
/// stand upright in the middle of it. Some digits have several forms, as hands differ.
enum DigitShapes {
  typealias Path = [PlanePoint]

  /// The forms of each digit, from 0 on.
  static let forms: [[[Path]]] = [
    [zero], [one, flaggedOne], [two, loopedTwo], [three], [openFour, closedFour], [five], [six],
    [seven, crossedSeven], [eight], [straightNine, roundNine],
  ]

  private static func path(_ places: (Double, Double)...) -> Path { places.map { PlanePoint($0, $1) } }

  private static let zero = [
    path(
      (0.52, 0.12), (0.34, 0.22), (0.26, 0.50), (0.34, 0.79), (0.50, 0.88), (0.67, 0.78), (0.74, 0.50),
      (0.66, 0.22), (0.50, 0.12))
  ]

  private static let one = [path((0.54, 0.12), (0.52, 0.50), (0.50, 0.88))]
  private static let flaggedOne = [
    path((0.36, 0.28), (0.54, 0.12)), path((0.54, 0.12), (0.53, 0.50), (0.52, 0.88)),
  ]

  private static let two = [
    path(
      (0.28, 0.28), (0.38, 0.14), (0.58, 0.12), (0.70, 0.26), (0.64, 0.44), (0.46, 0.64), (0.27, 0.86)),
    path((0.27, 0.86), (0.50, 0.85), (0.75, 0.86)),
  ]
  private static let loopedTwo = [
    path(
      (0.28, 0.26), (0.42, 0.12), (0.64, 0.16), (0.68, 0.34), (0.52, 0.60), (0.32, 0.84), (0.24, 0.80),
      (0.32, 0.73), (0.50, 0.83), (0.76, 0.86))
  ]

  private static let three = [
    path((0.29, 0.20), (0.44, 0.11), (0.64, 0.16), (0.68, 0.30), (0.58, 0.43), (0.42, 0.48)),
    path((0.42, 0.48), (0.62, 0.52), (0.72, 0.67), (0.63, 0.83), (0.44, 0.89), (0.27, 0.80)),
  ]

  private static let openFour = [
    path((0.34, 0.14), (0.28, 0.36), (0.27, 0.54), (0.48, 0.56), (0.76, 0.53)),
    path((0.66, 0.16), (0.64, 0.50), (0.60, 0.90)),
  ]
  private static let closedFour = [
    path((0.58, 0.12), (0.42, 0.34), (0.24, 0.61)), path((0.24, 0.61), (0.50, 0.61), (0.78, 0.60)),
    path((0.58, 0.12), (0.59, 0.50), (0.58, 0.90)),
  ]

  private static let five = [
    path((0.70, 0.13), (0.52, 0.13), (0.36, 0.14)), path((0.36, 0.14), (0.34, 0.30), (0.32, 0.46)),
    path((0.32, 0.46), (0.50, 0.40), (0.68, 0.50), (0.71, 0.68), (0.60, 0.84), (0.42, 0.88), (0.27, 0.80)),
  ]

  private static let six = [
    path(
      (0.64, 0.13), (0.46, 0.24), (0.33, 0.45), (0.28, 0.68), (0.36, 0.84), (0.52, 0.88), (0.67, 0.79),
      (0.69, 0.62), (0.56, 0.52), (0.40, 0.56), (0.30, 0.68))
  ]

  private static let seven = [
    path((0.26, 0.15), (0.50, 0.15), (0.74, 0.14)),
    path((0.74, 0.14), (0.58, 0.42), (0.48, 0.66), (0.43, 0.89)),
  ]
  private static let crossedSeven = seven + [path((0.36, 0.51), (0.52, 0.50), (0.68, 0.49))]

  private static let eight = [
    path(
      (0.66, 0.22), (0.52, 0.12), (0.36, 0.20), (0.36, 0.35), (0.52, 0.48), (0.68, 0.64), (0.66, 0.82),
      (0.50, 0.89), (0.34, 0.81), (0.33, 0.65), (0.48, 0.50), (0.64, 0.36), (0.66, 0.22))
  ]

  private static let ring = path(
    (0.68, 0.30), (0.62, 0.16), (0.46, 0.12), (0.32, 0.22), (0.31, 0.40), (0.44, 0.50), (0.60, 0.44),
    (0.68, 0.28))
  private static let straightNine = [ring, path((0.68, 0.28), (0.67, 0.58), (0.62, 0.90))]
  private static let roundNine = [
    ring, path((0.68, 0.28), (0.71, 0.50), (0.65, 0.74), (0.50, 0.88), (0.33, 0.83)),
  ]
}
