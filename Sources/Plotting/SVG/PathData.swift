/// The geometry of a shape in the path language of SVG, relative and rounded.
///
/// The pen remembers the rounded place, so that rounding errors do not add up along a line.
struct PathData: Sendable, Hashable {
  /// What places are rounded to.
  enum Unit: Int, Sendable {
    case hundredths = 1
    /// For outlines of many corners, where smaller steps could not be seen.
    case tenths = 10
  }

  private(set) var text = ""
  private let unit: Unit
  private var x = 0
  private var y = 0
  private var lastCommand: Character?

  init(unit: Unit = .hundredths) {
    self.unit = unit
  }

  var isEmpty: Bool { text.isEmpty }

  /// Beyond this many pixels nothing can be seen, and numbers would only grow long.
  private static let farthest = 1_000_000.0

  static func clamped(_ value: Double) -> Double {
    value.isNaN ? 0 : min(max(value, -farthest), farthest)
  }

  /// A place in hundredths of a pixel.
  private func hundredths(_ value: Double) -> Int {
    Int((PathData.clamped(value) * 100 / Double(unit.rawValue)).rounded()) * unit.rawValue
  }

  /// Lifts the pen and sets it down at a place.
  mutating func move(to point: Point) {
    let (newX, newY) = (hundredths(point.x), hundredths(point.y))
    lastCommand = nil
    append("m", [newX - x, newY - y])
    (x, y) = (newX, newY)
    // A pair of numbers after a move is read as a line.
    lastCommand = "l"
  }

  /// Draws a straight line to a place.
  mutating func line(to point: Point) {
    let (newX, newY) = (hundredths(point.x), hundredths(point.y))
    if newY == y {
      append("h", [newX - x])
    } else if newX == x {
      append("v", [newY - y])
    } else {
      append("l", [newX - x, newY - y])
    }
    (x, y) = (newX, newY)
  }

  /// Draws a cubic curve to a place, towards one control and away from another.
  mutating func curve(_ first: Point, _ second: Point, to end: Point) {
    let places = [first, second, end].flatMap { point in
      [hundredths(point.x) - x, hundredths(point.y) - y]
    }
    append("c", places)
    (x, y) = (x + places[4], y + places[5])
  }

  /// Draws a dot: a line of no length, which a round cap makes a disc.
  mutating func dot(at point: Point) {
    move(to: point)
    append("h", [0])
  }

  /// Draws a line through places, where `nil` lifts the pen.
  mutating func polyline(_ points: [Point?]) {
    var isDown = false
    for (index, point) in points.enumerated() {
      guard let point else {
        isDown = false
        continue
      }
      let isAlone = !isDown && (index + 1 == points.count || points[index + 1] == nil)
      if isAlone { dot(at: point) } else if isDown { line(to: point) } else { move(to: point) }
      isDown = true
    }
  }

  /// Draws a closed shape through places.
  mutating func polygon(_ points: [Point]) {
    guard let first = points.first else { return }
    let start = (hundredths(first.x), hundredths(first.y))
    move(to: first)
    points.dropFirst().forEach { line(to: $0) }
    text.append("z")
    lastCommand = nil
    (x, y) = start
  }

  /// Draws an upright rectangle.
  mutating func rectangle(_ box: Rectangle) {
    polygon([
      Point(box.x, box.y), Point(box.maxX, box.y), Point(box.maxX, box.maxY), Point(box.x, box.maxY),
    ])
  }

  /// Draws an upright rectangle with round corners.
  mutating func roundedRectangle(_ box: Rectangle, radius: Double) {
    let radius = max(0, min(radius, box.width / 2, box.height / 2))
    // A cubic curve with these controls stays within 0.03 % of a quarter circle.
    let reach = radius * (1 - 0.5523)
    let (left, top, right, bottom) = (box.x, box.y, box.maxX, box.maxY)
    move(to: Point(left + radius, top))
    line(to: Point(right - radius, top))
    curve(Point(right - reach, top), Point(right, top + reach), to: Point(right, top + radius))
    line(to: Point(right, bottom - radius))
    curve(Point(right, bottom - reach), Point(right - reach, bottom), to: Point(right - radius, bottom))
    line(to: Point(left + radius, bottom))
    curve(Point(left + reach, bottom), Point(left, bottom - reach), to: Point(left, bottom - radius))
    line(to: Point(left, top + radius))
    curve(Point(left, top + reach), Point(left + reach, top), to: Point(left + radius, top))
    text.append("z")
    lastCommand = nil
    (x, y) = (hundredths(left + radius), hundredths(top))
  }

  /// Writes a command and its numbers with as few characters as are unambiguous.
  private mutating func append(_ command: Character, _ hundredths: [Int]) {
    let repeats = command == lastCommand
    if !repeats { text.append(command) }
    for (index, number) in hundredths.enumerated() {
      let needsSpace = number >= 0 && (index > 0 || repeats)
      if needsSpace { text.append(" ") }
      text.append(shortDecimal(hundredths: number))
    }
    lastCommand = command
  }
}

/// A number of hundredths as the shortest decimal: 1250 is 12.5, 50 is .5.
func shortDecimal(hundredths: Int) -> String {
  let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
  let sign = hundredths < 0 ? "-" : ""
  guard rest != 0 else { return sign + String(whole) }
  let fraction = rest.isMultiple(of: 10) ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest)
  return sign + (whole == 0 ? "" : String(whole)) + "." + fraction
}

/// A length in pixels as an attribute holds it.
func shortDecimal(_ value: Double) -> String {
  shortDecimal(hundredths: Int((PathData.clamped(value) * 100).rounded()))
}
