import GraphLayout
import Testing

@Suite struct GraphLayoutTests {
  private let box = LayeredGraph.Size(width: 60, height: 40)

  @Test(arguments: [LayeredGraph.Direction.right, .down])
  func arrowsLeadOnward(_ direction: LayeredGraph.Direction) throws {
    let graph = LayeredGraph(
      boxes: [box, box, box, box],
      arrows: [.init(from: 0, to: 1), .init(from: 0, to: 2), .init(from: 1, to: 3), .init(from: 2, to: 3)],
      direction: direction)
    let found = try graph.arranged()
    let onward = found.centers.map { direction == .right ? $0.x : $0.y }
    #expect(onward[0] < onward[1] && onward[1] == onward[2] && onward[2] < onward[3])
    for center in found.centers {
      #expect(center.x >= 30 && center.x <= found.size.width - 30)
      #expect(center.y >= 20 && center.y <= found.size.height - 20)
    }
    for route in found.routes {
      #expect(route.curve.count >= 4)
      #expect(route.label == nil)
    }
  }

  @Test func boxesKeepTheirDistance() throws {
    let boxes = (0..<60).map { LayeredGraph.Size(width: 30 + Double($0), height: 20 + Double($0 % 7) * 5) }
    let arrows = (1..<60).flatMap { to in
      [LayeredGraph.Arrow(from: to * 7 % to, to: to), LayeredGraph.Arrow(from: (to * 5 + 3) % to, to: to)]
    }
    let found = try LayeredGraph(boxes: boxes, arrows: arrows).arranged()
    for (one, first) in found.centers.enumerated() {
      for (other, second) in found.centers.enumerated() where other > one {
        let across = abs(first.x - second.x) - (boxes[one].width + boxes[other].width) / 2
        let down = abs(first.y - second.y) - (boxes[one].height + boxes[other].height) / 2
        #expect(max(across, down) >= 15, "\(one) and \(other)")
      }
    }
  }

  @Test func wordsGetTheirRoom() throws {
    let label = LayeredGraph.Size(width: 70, height: 14)
    let found = try LayeredGraph(boxes: [box, box], arrows: [.init(from: 0, to: 1, label: label)]).arranged()
    let place = try #require(found.routes[0].label)
    #expect(found.centers[1].x - found.centers[0].x >= 60 + 70)
    #expect(place.x > found.centers[0].x && place.x < found.centers[1].x)
  }

  @Test func arrowsBetweenTheSameBoxesHaveWaysOfTheirOwn() throws {
    let found = try LayeredGraph(
      boxes: [box, box], arrows: [.init(from: 0, to: 1), .init(from: 0, to: 1)]
    ).arranged()
    #expect(found.routes[0].curve != found.routes[1].curve)
  }

  @Test func theSameGraphIsArrangedTheSameFromManyThreads() async throws {
    let arrows = (1..<30).map { LayeredGraph.Arrow(from: $0 / 2, to: $0) }
    let graph = LayeredGraph(boxes: Array(repeating: box, count: 30), arrows: arrows, direction: .down)
    let first = try graph.arranged()
    try await withThrowingTaskGroup(of: GraphArrangement.self) { group in
      for _ in 0..<16 { group.addTask { try graph.arranged() } }
      for try await other in group { #expect(other == first) }
    }
  }

  @Test func smallestCases() throws {
    #expect(try LayeredGraph(boxes: [], arrows: []).arranged().centers.isEmpty)
    #expect(try LayeredGraph(boxes: [box], arrows: []).arranged().size == box)
    let itself = try LayeredGraph(boxes: [box], arrows: [.init(from: 0, to: 0)]).arranged()
    #expect(itself.centers.count == 1)
  }

  @Test func whatCannotBeArrangedIsAnError() {
    let wrong = [
      LayeredGraph(boxes: Array(repeating: box, count: 1000), arrows: []),
      LayeredGraph(boxes: [box], arrows: Array(repeating: .init(from: 0, to: 0), count: 1000)),
      LayeredGraph(boxes: [box], arrows: [.init(from: 0, to: 1)]),
      LayeredGraph(boxes: [.init(width: .nan, height: 1)], arrows: []),
      LayeredGraph(boxes: [.init(width: 1e9, height: 1)], arrows: []),
      LayeredGraph(boxes: [.init(width: -1, height: 1)], arrows: []),
    ]
    for graph in wrong { #expect(throws: GraphLayoutError.self) { try graph.arranged() } }
  }

  @Test func theLargestGraphEndsInTime() throws {
    let boxes = Array(repeating: box, count: 200)
    let arrows = (0..<500).map { number in
      let to = 1 + number % 199
      return LayeredGraph.Arrow(from: (number * 31) % to, to: to, label: .init(width: 30, height: 12))
    }
    let time = try ContinuousClock().measure { _ = try LayeredGraph(boxes: boxes, arrows: arrows).arranged() }
    #expect(time < .seconds(60))
  }
}
