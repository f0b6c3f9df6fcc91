import Engine
import Expressions
import LessonTesting
import Testing

/// `{digits}` and `{images}`: vectors as pictures, and files of them.
@Suite struct ImageTests {
  private static let digits = "```{digits} d\ncount: 3\ndigits: [4, 9]\nsize: 20\nseed: 1\n```"

  @Test func digitsAreVectorsWithLabels() async {
    let found = await numbers(
      [
        "d.count", "d.width", "d.height", "length(d.pixels)", "length(d.pixels_1)", "length(d.digit)",
        "min(d.pixels_1)", "max(d.pixels_1)", "length(d.mean)",
        "norm(d.mean_1 - (d.pixels_1 + d.pixels_2 + d.pixels_3)/3)",
        "norm(d.mean.\"9\" - (d.pixels_4 + d.pixels_5 + d.pixels_6)/3)",
      ], after: Self.digits)
    // Two digits of three images, 20 · 20 = 400 pixels each.
    expectClose(found, [6, 20, 20, 6, 400, 6, 0, 1, 2, 0, 0], within: 1e-12)
    await expect(
      "\(Self.digits)\n\n[4](=d.digit_3) [9](=d.digit_4) @fig-d", claims: "2/0/0")
  }

  @Test func theSameImageIsTheSameWhicheverOthersAreDrawn() async {
    let more = "```{digits} m\ncount: 2\nskip: 1\ndigits: [9, 8, 4]\nsize: 20\nseed: 1\n```"
    let found = await numbers(
      [
        "norm(d.pixels_5 - m.pixels_1)", "norm(d.pixels_6 - m.pixels_2)", "norm(d.pixels_2 - m.pixels_5)",
        "norm(d.pixels_1 - m.pixels_5)",
      ], after: "\(Self.digits)\n\n\(more)")
    #expect(Array(found.prefix(3)) == [0, 0, 0] && found[3] > 1)
  }

  @Test func amountsOfJitterAreHeededAndTheSeedIs() async {
    let still = """
      ```{digits} s
      count: 2
      digits: [8]
      rotation: 0
      shear: 0
      stretch: 0
      shift: 0
      wobble: 0
      pressure: 0
      ```

      ```{digits} other
      count: 1
      digits: [8]
      seed: 7
      ```
      """
    let found = await numbers(
      ["norm(s.pixels_1 - s.pixels_2)", "norm(s.pixels_1 - other.pixels_1)"], after: still)
    #expect(found[0] == 0 && found[1] > 1)
  }

  // MARK: Files

  /// Three images of 2 × 1 pixels with labels, after Yann LeCun's description of the MNIST files.
  private static let images: [UInt8] =
    [0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 2] + [0, 255, 51, 102, 255, 0]
  private static let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 3, 7, 2, 7]

  private func report(
    _ body: String, images: [UInt8] = images, labels: [UInt8] = labels
  ) async -> Report {
    var workshop = Workshop()
    workshop.bytes = ["i.idx": images, "l.idx": labels]
    return await workshop.lesson("```{digits} d\n\(body)\n```")
  }

  private static let reading = "count: 1\nfile: i.idx\nlabels: l.idx\n"

  @Test func filesAreReadInTheirOrder() async throws {
    let report = await report(Self.reading + "digits: [2, 7]")
    #expect(report.messages == [])
    let results = try #require(report.outcomes.first??.results)
    #expect(
      results["pixels"] == .matrix(try #require(Matrix(rows: 2, columns: 2, entries: [0.2, 0.4, 0, 1]))))
    #expect(results["digit"] == .list([.text("2"), .text("7")]))
    #expect(results["width"] == .number(2) && results["height"] == .number(1))
    let second = await self.report(Self.reading + "digits: [7]\nskip: 1")
    #expect(
      second.outcomes.first??.results["pixels"]
        == .matrix(try #require(Matrix(rows: 1, columns: 2, entries: [1, 0]))))
  }

  /// What a hostile or mistaken file holds, and words of the message.
  private static let wrongFiles: [(images: [UInt8], words: String)] = [
    ([], "is no IDX file"), ([0, 0, 8], "is no IDX file"), ([1, 2, 3, 4, 5], "is no IDX file"),
    ([0x1F, 0x8B, 8, 0, 0], "is compressed"), ([0, 0, 0x0D, 3], "type 0x0d"),
    ([0, 0, 8, 1, 0, 0, 0, 0], "1 axes where images have 3"), ([0, 0, 8, 3, 0, 0], "ends within its header"),
    (images.dropLast(), "has 5 bytes"), (images + [0], "has 7 bytes"),
    ([0, 0, 8, 3] + Array(repeating: 255, count: 12), "0 bytes"),
    ([0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 2], "images of 2 × 0 pixels"),
    ([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, 9, 9], "3 labels for 2 images"),
  ]

  @Test(arguments: wrongFiles.indices) func filesThatAreNoImages(_ place: Int) async {
    let (images, words) = Self.wrongFiles[place]
    let report = await report(Self.reading + "digits: [7]", images: images)
    #expect(report.messages.count == 1 && report.messages[0].contains(words), "\(report.messages)")
    #expect(report.run.diagnostics.first?.code == .data)
  }

  @Test func filesAndWhatIsAskedOfThem() async {
    let few = await report(Self.reading + "digits: [7]\nskip: 2")
    #expect(few.messages == ["l.idx has 2 images of 7; 3 are needed"])
    let none = await report(Self.reading + "digits: [5]")
    #expect(none.messages == ["l.idx has 0 images of 5; 1 are needed"])
    let drawn = await report(Self.reading + "digits: [7]\nsize: 20\nwobble: 0.1")
    #expect(drawn.messages == ["images of a file are not drawn", "images of a file are not drawn"])
    let alone = await report("count: 1\nfile: i.idx")
    #expect(alone.messages == ["images of a file need their labels, and labels their images"])
    let missing = await report("count: 1\nfile: x.idx\nlabels: l.idx")
    #expect(missing.messages == ["x.idx does not exist"])
  }

  // MARK: Mistakes

  @Test func mistakesOfDigits() async {
    await expect(
      """
      ```{digits}
      count: ⟦parameter⟧0
      size: ⟦parameter⟧7
      wobble: ⟦parameter⟧2
      ```

      ```{digits}
      count: 1
      digits: ⟦parameter⟧[4, 4]
      ```

      ```{digits}
      count: 1
      digits: ⟦parameter⟧[4, 10]
      ```

      ```{digits}
      count: 1
      digits: ⟦parameter⟧[]
      ```

      ```{⟦experiment⟧digits}
      count: 500
      ```

      ```{⟦parameter⟧digits}
      size: 20
      ```
      """)
  }

  @Test func vectorsAreImages() async {
    let found = await numbers(
      ["g.count", "g.width", "g.height", "g.ink_1", "g.ink_3", "v.count", "v.height", "norm(v.pixels_2)"],
      after: """
        ```{images} g
        pixels: [[0, 0], [1, 0], [0.4, 0.4]]
        width: 2
        names: [white, half, grey]
        ```

        ```{images} v
        pixels: "=linspace(1, 8, 8)"
        width: 2
        range: [8, 1]
        ```
        """)
    // The second image of 2 × 2 pixels is 5, 6, 7, 8: 25 + 36 + 49 + 64 = 174.
    expectClose(found, [3, 2, 1, 0, 0.4, 2, 2, 174.0.squareRoot()])
  }

  @Test func mistakesOfImages() async {
    await expect(
      """
      ```{images}
      pixels: [[0, 0, 0], [1, 0, 1]]
      width: ⟦parameter⟧2
      ```

      ```{images}
      pixels: [[0, 0], [1, 0]]
      width: ⟦parameter⟧2
      height: 3
      ```

      ```{images}
      pixels: ⟦parameter⟧[1, 2, 3]
      width: 2
      ```

      ```{images}
      pixels: ⟦parameter⟧[1, "=inf"]
      width: 1
      ```

      ```{images}
      pixels: ⟦parameter⟧ink
      width: 1
      ```

      ```{images}
      pixels: [[0, 0], [1, 0]]
      width: 2
      names: ⟦parameter⟧[white]
      ```

      ```{images}
      pixels: [[0, 0], [1, 0]]
      width: 2
      range: ⟦parameter⟧[1, 1]
      ```

      ```{⟦experiment⟧images}
      pixels: "=linspace(0, 1, 501)"
      width: 1
      ```
      """)
  }
}
