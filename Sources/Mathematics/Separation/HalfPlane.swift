import Glibc

/// A side of a straight border in the plane: the points with n · p > offset.
public struct HalfPlane: Hashable, Sendable {
  /// The first coordinate of the direction n in which the border is crossed, which has length 1.
  public let normalX: Double
  /// The second coordinate.
  public let normalY: Double
  /// How far the border is from the origin, along the normal.
  public let offset: Double

  /// Whether a point is within.
  public func contains(x: Double, y: Double) -> Bool { normalX * x + normalY * y > offset }
}

extension HalfPlane {
  /// Finds the half-plane that leaves as few points as possible on the wrong side: exactly, in O(n² log n).
  ///
  /// A best border can be moved until it touches a point, without passing any. So a line is turned once round each point,
  /// and it is counted who changes sides at which angle; the point itself may be put on either side. (The method of Johnson
  /// and Preparata 1978, "The densest hemisphere problem".) Points that lie in line with it to 10⁻¹² change sides at once.
  ///
  /// ```swift
  /// let border = HalfPlane.best(x: [0, 1, 2], y: [0, 0, 0], isPositive: [false, false, true])
  /// ```
  /// - Parameters:
  ///   - x: First coordinates, finite.
  ///   - y: Second coordinates.
  ///   - isPositive: Which points belong within.
  /// - Precondition: There are as many of each.
  /// - Returns: nil for no points.
  public static func best(x: [Double], y: [Double], isPositive: [Bool]) -> HalfPlane? {
    precondition(
      x.count == y.count && x.count == isPositive.count, "two coordinates and a side for each point")
    let places = Places(x, y, isPositive)
    var best: (right: Int, turn: Turn)?
    for pivot in places.x.indices {
      let found = places.bestTurn(around: pivot)
      if found.right > best?.right ?? -1 { best = (found.right, Turn(pivot: pivot, angle: found.angle)) }
    }
    return best.map { places.border($0.turn) }
  }

  /// How many points are on their own side.
  public func countOfRight(x: [Double], y: [Double], isPositive: [Bool]) -> Int {
    x.indices.count { contains(x: x[$0], y: y[$0]) == isPositive[$0] }
  }
}

/// A line through a place, in a direction that touches no other.
private struct Turn {
  var pivot: Int
  var angle: Double
}

/// The distinct places, with the number of points of each class at each.
private struct Places {
  var x: [Double] = []
  var y: [Double] = []
  private var positive: [Int] = []
  private var negative: [Int] = []

  init(_ x: [Double], _ y: [Double], _ isPositive: [Bool]) {
    let order = x.indices.sorted { (x[$0], y[$0], $0) < (x[$1], y[$1], $1) }
    for index in order {
      if self.x.last != x[index] || self.y.last != y[index] {
        self.x.append(x[index])
        self.y.append(y[index])
        positive.append(0)
        negative.append(0)
      }
      if isPositive[index] { positive[positive.count - 1] += 1 } else { negative[negative.count - 1] += 1 }
    }
  }

  /// The direction of a line through a place with most points right, if those to its left are within.
  func bestTurn(around pivot: Int) -> (right: Int, angle: Double) {
    let full = 2 * Double.pi
    // A place is to the left while the line's angle is in the half turn before its own.
    var events: [(angle: Double, gain: Int)] = []
    var right = max(positive[pivot], negative[pivot])
    for other in x.indices where other != pivot {
      var leaves = atan2(y[other] - y[pivot], x[other] - x[pivot])
      if leaves < 0 { leaves += full }
      let enters = leaves < .pi ? leaves + .pi : leaves - .pi
      let gain = positive[other] - negative[other]
      events.append((leaves, -gain))
      events.append((enters, gain))
      // Just before angle 0, a place straight ahead is still to the left and one straight behind not yet.
      right += leaves < .pi ? positive[other] : negative[other]
    }
    events.sort { ($0.angle, $0.gain) < ($1.angle, $1.gain) }
    guard let first = events.first, let last = events.last else { return (right, 0) }
    var best = (right: -1, angle: 0.0)
    // Before the first event the places at angle 0 have not changed sides yet.
    if first.angle > 1e-12 { best = (right, (first.angle + last.angle - full) / 2) }
    for (place, event) in events.enumerated() {
      right += event.gain
      let next = place + 1 < events.count ? events[place + 1].angle : first.angle + full
      if next - event.angle > 1e-12, right > best.right { best = (right, (event.angle + next) / 2) }
    }
    return best
  }

  /// The border of a turn, halfway between the points that it keeps apart.
  func border(_ turn: Turn) -> HalfPlane {
    let (normalX, normalY) = (-sin(turn.angle), cos(turn.angle))
    let height = { (place: Int) in normalX * x[place] + normalY * y[place] }
    let own = height(turn.pivot)
    let isWithin = positive[turn.pivot] > negative[turn.pivot]
    var (lowest, highest) = (Double.infinity, -Double.infinity)
    for place in x.indices {
      let isPlaceWithin = place == turn.pivot ? isWithin : height(place) > own
      if isPlaceWithin { lowest = min(lowest, height(place)) } else { highest = max(highest, height(place)) }
    }
    let offset =
      lowest == .infinity ? highest + 1 : highest == -.infinity ? lowest - 1 : (lowest + highest) / 2
    return HalfPlane(normalX: normalX, normalY: normalY, offset: offset)
  }
}
