/// Finds places for words that keep them inside a frame, off other words, and as clear of the data as can be.
struct TextPlacer {
  private(set) var taken: [Rectangle] = []
  /// Places that data covers; words prefer to stay away from them but may cross them.
  private var data: [Point] = []

  /// More samples would cost time for every candidate and change no choice.
  private static let mostSamples = 4_000

  /// Notes that words or a solid thing stand somewhere.
  mutating func reserve(_ rectangle: Rectangle) {
    taken.append(rectangle)
  }

  /// Notes where data is drawn.
  mutating func avoid(_ points: [Point]) {
    let stride = max(1, points.count / 1_000)
    guard data.count < TextPlacer.mostSamples else { return }
    data.append(contentsOf: Swift.stride(from: 0, to: points.count, by: stride).map { points[$0] })
  }

  /// Whether data is drawn so near to a place that words on it would hide it.
  func hasData(near place: Point) -> Bool {
    data.contains { $0.distance(to: place) < 7 }
  }

  /// Whether words would be free of other words and inside the frame.
  func isFree(_ text: PlacedText, within frame: Rectangle) -> Bool {
    let bounds = text.bounds
    return frame.contains(bounds) && !taken.contains { $0.overlaps(bounds) }
  }

  /// Takes the candidate that is free and covers the least data (the first of equals); nil if none is free.
  mutating func place(_ candidates: [PlacedText], within frame: Rectangle) -> PlacedText? {
    var best: (text: PlacedText, covered: Int)?
    for candidate in candidates where isFree(candidate, within: frame) {
      let bounds = candidate.bounds.grown(by: 2)
      let covered = data.count { bounds.contains($0) }
      if covered < best?.covered ?? .max { best = (candidate, covered) }
      if covered == 0 { break }
    }
    if let best { reserve(best.text.bounds.grown(by: 1)) }
    return best?.text
  }

  /// Places words at their own place or as near to it as they are free; nil where the frame is full.
  mutating func place(near text: PlacedText, within frame: Rectangle) -> PlacedText? {
    let start = text.moved(into: frame)
    for ring in 0...12 {
      for (across, down) in TextPlacer.directions.prefix(ring == 0 ? 1 : 8) {
        var candidate = start
        candidate.position.x += across * Double(ring) * 12
        candidate.position.y += down * Double(ring) * 9
        candidate = candidate.moved(into: frame)
        guard isFree(candidate, within: frame) else { continue }
        reserve(candidate.bounds.grown(by: 1))
        return candidate
      }
    }
    return nil
  }

  private static let directions: [(Double, Double)] = [
    (0, -1), (0, 1), (1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1),
  ]
}
