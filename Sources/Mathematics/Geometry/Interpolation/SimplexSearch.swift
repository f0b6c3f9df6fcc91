/// The search for the Delaunay simplex around a place: the simplex method, with points for columns.
///
/// Coordinates are relative to the place. The search begins with a simplex far around everything. The sphere through
/// the vertices of the simplex prices all points at once: the point deepest inside enters, the vertex that the place
/// would leave behind goes, and where no point is inside, the simplex is Delaunay's.
struct SimplexSearch {
  /// How far the first simplex reaches: on a plane whose points lie within 1, its spheres are flat to their rounding.
  private static let reach = 1e4
  /// Whether a point lies inside a sphere is known to this share of the squared radius.
  private static let tolerance = 1e-11
  /// Points in general position need some 10 steps in two dimensions, and 60 in six.
  private static let mostSteps = 2_000

  private let tree: PointTree
  private let dimension: Int
  private var near: PointTreeSearch
  private var nearest: PointTreeSearch
  private var vertices: [SimplexVertex] = []

  init(_ tree: PointTree) {
    self.tree = tree
    dimension = tree.dimension
    near = PointTreeSearch(tree, count: min(tree.count, 6 * tree.dimension + 2))
    nearest = PointTreeSearch(tree, count: 1)
  }

  /// The simplex around a place; nil where the points are in no general position and the search turns in circles.
  mutating func find(_ place: [Double]) -> EnclosingSimplex? {
    near.run(from: place)
    let candidates = near.places.map { vertex($0, from: place, nearTo: place) }
    vertices = Self.farSimplex(dimension)
    for _ in 0..<Self.mostSteps {
      guard let system = SimplexSystem(vertices) else { return nil }
      guard let entering = deepest(among: candidates, system) ?? deepestOfAll(from: place, system) else {
        return EnclosingSimplex(places: vertices.map(\.place), weights: system.weights)
      }
      guard let leaving = system.leaving(for: entering.offset) else { return nil }
      vertices[leaving] = entering
    }
    return nil
  }

  private static func farSimplex(_ dimension: Int) -> [SimplexVertex] {
    let corners = (0..<dimension).map { corner in (0..<dimension).map { $0 == corner ? reach : 0 } }
    return (corners + [Array(repeating: -reach, count: dimension)]).map {
      SimplexVertex(place: -1, offset: $0)
    }
  }

  /// A point of the tree, on a torus its image that is nearest to somewhere, as seen from a place.
  private func vertex(_ point: Int, from place: [Double], nearTo somewhere: [Double]) -> SimplexVertex {
    let numbers = tree.coordinates.numbers + point * dimension
    let offset = (0..<dimension).map { axis in
      guard tree.isPeriodic else { return numbers[axis] - place[axis] }
      let turns = (somewhere[axis] - numbers[axis]).rounded()
      return numbers[axis] - place[axis] + turns
    }
    return SimplexVertex(place: point, offset: offset)
  }

  private func deepest(among candidates: [SimplexVertex], _ system: SimplexSystem) -> SimplexVertex? {
    var (best, depth) = (SimplexVertex?.none, -Self.tolerance * system.squaredRadius)
    for candidate in candidates {
      let excess = system.excess(of: candidate.offset)
      if excess < depth, !vertices.contains(candidate) { (best, depth) = (candidate, excess) }
    }
    return best
  }

  private mutating func deepestOfAll(from place: [Double], _ system: SimplexSystem) -> SimplexVertex? {
    let centre = zip(place, system.centre).map { $0 + $1 }
    nearest.run(from: centre)
    let found = vertex(nearest.places[0], from: place, nearTo: centre)
    let isInside = system.excess(of: found.offset) < -Self.tolerance * system.squaredRadius
    return isInside && !vertices.contains(found) ? found : nil
  }
}

/// A point as seen from the place that is looked at.
struct SimplexVertex: Equatable {
  let place: Int
  let offset: [Double]
}
