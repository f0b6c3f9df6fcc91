import Engine
import Foundation
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
