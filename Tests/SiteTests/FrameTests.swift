import Foundation
import Testing

@Suite struct FrameTests {
  @Test func stepsAreReadWithoutScripts() async throws {
    let html = try await bodyHTML("```{steps} s\nfig-cap: Steps.\n```")
    // The still frame alone is shown, and every caption can be read.
    #expect(html.contains("<g data-frames=\"2-2\" data-still=\"\">"))
    #expect(html.contains("<g data-frames=\"1-1\" display=\"none\">"))
    #expect(html.contains("<summary>All 3 steps in words</summary>"))
    for number in 1...3 { #expect(html.contains("<li>Step &lt;\(number)&gt;.</li>")) }
  }

  @Test func buttonsWaitForTheScript() async throws {
    let html = try await bodyHTML("```{steps} s\nfig-cap: Steps.\n```")
    let start = try #require(html.range(of: "<div class=\"frames\""))
    let opening = html[start.lowerBound...].prefix { $0 != ">" }
    #expect(opening.contains("hidden") && opening.contains("data-still=\"2\""))
    #expect(opening.contains("role=\"group\"") && opening.contains("aria-label=\"Steps of this figure\""))
    for name in ["First step", "Step back", "Play", "Step forward", "Last step"] {
      #expect(html.contains("aria-label=\"\(name)\""))
    }
    #expect(html.contains("aria-live=\"polite\">Step &lt;2&gt;.</p>"))
    #expect(html.contains("min=\"1\" max=\"3\" value=\"2\""))
  }

  @Test func aFigureWithoutFramesHasNoButtons() async throws {
    #expect(try await !bodyHTML("```{draw} d\n```").contains("frame"))
  }

  @Test func onlyPagesWithFramesLoadTheirScript() async throws {
    for (body, isLoaded) in [("```{steps} s\n```", true), ("```{draw} d\n```", false)] {
      let site = try await makeSite(["lesson.md": "---\ntitle: T\n---\n\n\(body)\n"])
      let page = String(decoding: try #require(site.render("index.html")), as: UTF8.self)
      #expect(page.contains("assets/frames.js") == isLoaded)
    }
  }

  @Test func theSameSequenceTwiceIsTwoSequences() async throws {
    let document = try await page("```{steps} s\n```\n\n```{steps} t\n```")
    #expect(document.problems.isEmpty)
  }
}
