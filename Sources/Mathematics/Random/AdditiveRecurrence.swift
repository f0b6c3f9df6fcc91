/// Points that fill a cube more evenly than random ones: each is the one before moved by the same step, modulo 1.
///
/// The steps are the powers of 1 / φ, φ being the root above 1 of x^(d + 1) = x + 1: the golden ratio in one dimension,
/// and what generalises it in more (Roberts 2018, "The unreasonable effectiveness of quasirandom sequences").
public struct AdditiveRecurrence: Sendable {
  /// The number of coordinates.
  public let dimension: Int
  private let steps: [Double]
  private let start: [Double]

  /// Makes a sequence that begins at a point of the unit cube, by default in its middle.
  ///
  /// - Parameters:
  ///   - dimension: The number of coordinates, from 1.
  ///   - start: The coordinates of the point before the first; as many as there are dimensions.
  public init(dimension: Int, start: [Double]? = nil) {
    self.dimension = max(1, dimension)
    var ratio = 1.5
    for _ in 0..<64 { ratio = Double.pow(1 + ratio, 1 / Double(self.dimension + 1)) }
    steps = (1...self.dimension).map { Double.pow(1 / ratio, Double($0)) }
    let middle = Array(repeating: 0.5, count: self.dimension)
    self.start = start?.count == middle.count ? start ?? middle : middle
  }

  /// The first points, coordinate after coordinate, each from 0 to below 1.
  public func points(_ count: Int) -> [Double] {
    var numbers: [Double] = []
    numbers.reserveCapacity(count * dimension)
    for index in 1...max(1, count) where count > 0 {
      for axis in 0..<dimension {
        let place = start[axis] + Double(index) * steps[axis]
        numbers.append(place - place.rounded(.down))
      }
    }
    return numbers
  }
}
