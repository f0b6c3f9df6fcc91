import Engine
import Foundation
import LessonTesting
import Testing

/// Pictures of equal size, joined to one that can be stepped through.
@Suite struct FrameTests {
  private func svg(_ body: String, title: String = "T", width: Int = 300) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" id="f" width="\(width)" height="100">
    <title id="f-title">\(title)</title>
    <style>#f{color:red}</style>
    \(body)
    <g><text x="1">a &gt; b</text></g>
    </svg>

    """
  }

  private func figure(_ bodies: [String], still: Int? = nil) throws -> Figure {
    try Figure(
      frames: bodies.enumerated().map { Figure.Frame(svg: svg($1), caption: "Frame \($0 + 1).") },
      description: "Frames.", still: still)
  }

  @Test func whatAllFramesShareStandsOnce() throws {
    let figure = try figure(["<path d=\"M1\"/>", "<path d=\"M2\"/>", "<path d=\"M2\"/>", "<path d=\"M3\"/>"])
    #expect(
      figure.svg == """
        <svg xmlns="http://www.w3.org/2000/svg" id="f" width="300" height="100">
        <title id="f-title">T</title>
        <style>#f{color:red}</style>
        <g data-frames="1-1" display="none">
        <path d="M1"/>
        </g>
        <g data-frames="2-3" display="none">
        <path d="M2"/>
        </g>
        <g data-frames="4-4" data-still="">
        <path d="M3"/>
        </g>
        <g><text x="1">a &gt; b</text></g>
        </svg>

        """)
    #expect(figure.frames?.captions == ["Frame 1.", "Frame 2.", "Frame 3.", "Frame 4."])
    #expect(figure.frames?.still == 4)
  }

  @Test func anyFrameCanBeTheStill() throws {
    let figure = try figure(["<path d=\"M1\"/>", "<path d=\"M2\"/>"], still: 1)
    #expect(figure.svg.contains("<g data-frames=\"1-1\" data-still=\"\">"))
    #expect(figure.svg.contains("<g data-frames=\"2-2\" display=\"none\">"))
    #expect(figure.frames?.still == 1)
  }

  @Test func oneFrameIsThePicture() throws {
    #expect(try figure(["<path d=\"M1\"/>"]).svg == svg("<path d=\"M1\"/>"))
  }

  @Test func identifiersStayApart() throws {
    let clips = (1...2).map { number in
      svg(
        "<clipPath id=\"f-clip-1\"><rect x=\"\(number)\"/></clipPath>\n<path clip-path=\"url(#f-clip-1)\"/>",
        title: "Title \(number)")
    }
    let joined = try Figure(
      frames: clips.map { Figure.Frame(svg: $0, caption: "") }, description: ""
    ).svg
    #expect(joined.matches(of: /id="f-title"/).count == 1)
    #expect(joined.contains("Title 2"))
    #expect(joined.matches(of: /id="f-clip-1"/).count == 1)
    #expect(joined.matches(of: /id="f-2-clip-1"/).count == 1)
    #expect(joined.matches(of: /url\(#f-2-clip-1\)/).count == 1)
  }

  @Test func withinGroupsOnlyWhatChangesIsRepeated() throws {
    let body = { (number: Int) in
      """
      <g transform="translate(0 0)">
      <path d="axis"/>
      <g fill="red"><text>still</text><text>step \(number)</text></g>
      </g>
      <g transform="translate(9 0)">
      <path d="line \(number / 2)"/>
      <path d="bar \(number)"/>
      </g>
      """
    }
    let joined = try figure((1...3).map(body)).svg
    #expect(
      joined.split(separator: "</style>\n").last == """
        <g transform="translate(0 0)">
        <path d="axis"/>
        <g fill="red">
        <text>still</text>
        <g data-frames="1-1" display="none">
        <text>step 1</text>
        </g>
        <g data-frames="2-2" display="none">
        <text>step 2</text>
        </g>
        <g data-frames="3-3" data-still="">
        <text>step 3</text>
        </g>
        </g>
        </g>
        <g transform="translate(9 0)">
        <g data-frames="1-1" display="none">
        <path d="line 0"/>
        <path d="bar 1"/>
        </g>
        <g data-frames="2-2" display="none">
        <path d="line 1"/>
        <path d="bar 2"/>
        </g>
        <g data-frames="3-3" data-still="">
        <path d="line 1"/>
        <path d="bar 3"/>
        </g>
        </g>
        <g><text x="1">a &gt; b</text></g>
        </svg>

        """)
  }

  @Test func whatChangesSeldomIsNotRepeatedWithWhatChangesOften() throws {
    let long = String(repeating: "1", count: 200)
    let joined = try figure((1...6).map { "<path d=\"M\($0 / 4)\(long)\"/><path d=\"L\($0)\"/>" }).svg
    #expect(joined.matches(of: /<path d="M/).count == 2)
    #expect(joined.matches(of: /<path d="L/).count == 6)
    #expect(joined.contains("<g data-frames=\"1-3\" display=\"none\">\n<path d=\"M0"))
    #expect(joined.contains("<g data-frames=\"4-6\" data-still=\"\">\n<path d=\"M1"))
  }

  /// What a frame shows of a joined picture: each path and text that no group hides, in order.
  private func shown(_ svg: String, frame: Int) -> [String] {
    var hidden = 0
    var depths: [Bool] = []
    var result: [String] = []
    for match in svg.matches(of: /<g([^>]*)>|<\/g>|<(?:path|text|clipPath)[^>]*>[^<]*/) {
      if match.0.hasPrefix("</g") {
        if depths.popLast() == true { hidden -= 1 }
      } else if let attributes = match.1 {
        let range = attributes.firstMatch(of: /data-frames="(\d+)-(\d+)"/)
        let hides = range.map { (Int($0.1) ?? 0) > frame || (Int($0.2) ?? 0) < frame } ?? false
        depths.append(hides)
        if hides { hidden += 1 }
      } else if hidden == 0 {
        result.append(match.0.trimmingCharacters(in: .whitespacesAndNewlines))
      }
    }
    #expect(depths.isEmpty)
    return result
  }

  @Test func everyFrameShowsWhatItsPictureShowed() throws {
    var random = SeededGenerator(seed: 5)
    func elements(_ depth: Int) -> String {
      (0..<Int.random(in: 0..<5, using: &random)).map { _ in
        let kind = Int.random(in: 0..<(depth == 0 ? 2 : 4), using: &random)
        if kind < 2 { return "<\(["path", "text"][kind]) d=\"\(Int.random(in: 0..<4, using: &random))\"/>\n" }
        let inner = elements(depth - 1)
        return kind == 2
          ? "<g fill=\"\(Int.random(in: 0..<2, using: &random))\">\n\(inner)</g>\n" : "<g>\(inner)</g>\n"
      }.joined()
    }
    var compared = 0
    for _ in 0..<200 {
      let bodies = (0...Int.random(in: 0..<5, using: &random)).map { _ in elements(2) }
      let joined = try figure(bodies).svg
      for (index, body) in bodies.enumerated() {
        #expect(shown(joined, frame: index + 1) == shown(svg(body), frame: 1), "\(bodies)")
        compared += 1
      }
    }
    #expect(compared > 400)
  }

  @Test func deepGroupsDoNoHarm() throws {
    let deep = { (leaf: String) in
      String(repeating: "<g>", count: 5_000) + leaf + String(repeating: "</g>", count: 5_000)
    }
    let joined = try figure([deep("<path d=\"1\"/>"), deep("<path d=\"2\"/>")]).svg
    #expect(shown(joined, frame: 1).contains("<path d=\"1\"/>"))
    #expect(!shown(joined, frame: 2).contains("<path d=\"1\"/>"))
    #expect(throws: LessonError.self) { try figure([String(repeating: "<g>", count: 5_000)]) }
  }

  @Test func clipsWithinGroupsStayApart() throws {
    let bodies = (1...2).map { number in
      """
      <g transform="translate(1 1)">
      <clipPath id="f-clip-1-1"><rect x="\(number)"/></clipPath>
      <path clip-path="url(#f-clip-1-1)"/>
      </g>
      """
    }
    let joined = try figure(bodies).svg
    for identifier in ["f-clip-1-1", "f-2-clip-1-1"] {
      #expect(joined.components(separatedBy: "id=\"\(identifier)\"").count == 2)
      #expect(joined.components(separatedBy: "url(#\(identifier))").count == 2)
    }
  }

  @Test func elementsAreSharedInTheOrderOfAll() throws {
    let joined = try figure([
      "<path d=\"A\"/><g><path d=\"B\"/></g><path d=\"C\"/>",
      "<g><path d=\"B\"/></g><path d=\"A\"/><path d=\"C\"/>",
    ]).svg
    #expect(joined.matches(of: /<path d="C"\/>/).count == 1)
    #expect(joined.matches(of: /<g data-frames/).count == 2)
  }

  @Test func whatIsNoSequenceIsRefused() {
    #expect(throws: LessonError.self) { try Figure(frames: [], description: "") }
    #expect(throws: LessonError.self) { try figure(["<path/>"], still: 2) }
    #expect(throws: LessonError.self) { try figure(["<path/>"], still: 0) }
    #expect(throws: LessonError.self) { try figure(Array(repeating: "<path/>", count: 201)) }
    let sizes = [300, 301].map { Figure.Frame(svg: svg("", width: $0), caption: "") }
    #expect(throws: LessonError.self) { try Figure(frames: sizes, description: "") }
    for broken in ["", "<p></p>", "<svg>", "<svg><g></svg", "<svg"] {
      #expect(throws: LessonError.self, "\(broken)") {
        try Figure(frames: [Figure.Frame(svg: broken, caption: "")], description: "")
      }
    }
    let large = (0..<2).map { "<path d=\"M\($0)\(String(repeating: "1", count: 160_000))\"/>" }
    #expect(throws: LessonError.self) { try figure(large) }
    // Shared, the same bytes are few.
    #expect(throws: Never.self) { try figure([large[0], large[0]]) }
  }

  @Test func aStoredSequenceIsReadAsItWas() throws {
    let frames = try FrameSequence(captions: ["a", "b"], still: 1)
    let bytes = try JSONEncoder().encode(frames)
    #expect(try JSONDecoder().decode(FrameSequence.self, from: bytes) == frames)
    let wrong = Data("{\"captions\":[\"a\"],\"still\":7}".utf8)
    #expect(throws: (any Error).self) { try JSONDecoder().decode(FrameSequence.self, from: wrong) }
  }
}
