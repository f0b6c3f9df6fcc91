/// A square of pixels on which a round pen draws.
struct InkedPaper {
  private let size: Int
  /// For each pixel the distance of its middle from the edge of the nearest line, negative within; in pixels.
  private var depths: [Double]

  /// How many pixels an edge takes to go from paper to ink.
  private static let softness = 1.4

  /// Blank paper.
  init(size: Int) {
    self.size = size
    depths = Array(repeating: .infinity, count: size * size)
  }

  /// The pixels, row by row: 0 is paper and 1 is ink, in 256 shades.
  var shades: [Double] {
    let levels = Double(Handwriting.shadeCount - 1)
    return depths.map { depth in
      (min(max(0.5 - depth / Self.softness, 0), 1) * levels).rounded() / levels
    }
  }

  /// Draws a line of a width through places; lengths are in units of the paper's side.
  mutating func draw(_ places: [PlanePoint], width: Double) {
    let scale = Double(size)
    let points = places.map { PlanePoint($0.x * scale, $0.y * scale) }
    for (start, end) in zip(points, points.dropFirst()) {
      draw(from: start, to: end, radius: width * scale / 2)
    }
  }

  private mutating func draw(from start: PlanePoint, to end: PlanePoint, radius: Double) {
    let reach = radius + Self.softness
    let columns = pixels(min(start.x, end.x) - reach, max(start.x, end.x) + reach)
    let rows = pixels(min(start.y, end.y) - reach, max(start.y, end.y) + reach)
    let (across, down) = (end.x - start.x, end.y - start.y)
    let square = across * across + down * down
    for row in rows {
      let y = Double(row) + 0.5 - start.y
      for column in columns {
        let x = Double(column) + 0.5 - start.x
        let share = square > 0 ? min(max((x * across + y * down) / square, 0), 1) : 0
        let (dx, dy) = (x - share * across, y - share * down)
        let depth = (dx * dx + dy * dy).squareRoot() - radius
        let place = row * size + column
        if depth < depths[place] { depths[place] = depth }
      }
    }
  }

  /// The pixels between two places that are on the paper.
  private func pixels(_ lower: Double, _ upper: Double) -> Range<Int> {
    let first = Int(min(max(lower.rounded(.down), 0), Double(size)))
    let end = Int(min(max(upper.rounded(.up), 0), Double(size)))
    return first..<max(first, end)
  }
}

extension [PlanePoint] {
  /// Places along a smooth curve through these ones (Catmull and Rom 1974, "A class of local interpolating splines").
  func smoothed() -> [PlanePoint] {
    guard count > 2 else { return self }
    let steps = 6
    var result: [PlanePoint] = [self[0]]
    for index in 0..<count - 1 {
      let (before, start) = (self[Swift.max(index - 1, 0)], self[index])
      let (end, after) = (self[index + 1], self[Swift.min(index + 2, count - 1)])
      for step in 1...steps {
        let t = Double(step) / Double(steps)
        result.append(
          PlanePoint(
            catmullRom(before.x, start.x, end.x, after.x, t), catmullRom(before.y, start.y, end.y, after.y, t)
          ))
      }
    }
    return result
  }
}

/// The cubic between the middle two of four numbers whose slope at each is half the difference of its neighbours.
private func catmullRom(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ t: Double) -> Double {
  let (square, cube) = (t * t, t * t * t)
  let linear = (c - a) * t
  let quadratic = (2 * a - 5 * b + 4 * c - d) * square
  let cubic = (3 * b - a - 3 * c + d) * cube
  return b + (linear + quadratic + cubic) / 2
}
