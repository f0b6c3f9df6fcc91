import Glibc
import Plotting
import Testing

/// Describes where XML is not well-formed: unclosed elements, wild ampersands, attributes given twice.
func flaws(inXML text: String) -> [String] {
  var flaws: [String] = []
  var open: [Substring] = []
  for piece in text.split(separator: "<", omittingEmptySubsequences: true) {
    guard let end = piece.firstIndex(of: ">") else {
      flaws.append("a tag does not end: \(piece.prefix(40))")
      continue
    }
    let tag = piece[..<end]
    let name = tag.prefix { !$0.isWhitespace && $0 != "/" || $0 == "/" && tag.first == "/" }
    if tag.hasPrefix("/") {
      if open.popLast() != name.dropFirst() { flaws.append("\(name) closes another element") }
    } else if !tag.hasSuffix("/") {
      open.append(name)
    }
    if tag.count(where: { $0 == "\"" }) % 2 != 0 { flaws.append("quotes do not match in \(tag.prefix(60))") }
  }
  let entities = ["amp;", "lt;", "gt;", "quot;"]
  for piece in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst()
  where !entities.contains(where: piece.hasPrefix) {
    flaws.append("a wild ampersand before \(piece.prefix(10))")
  }
  let isForbidden = { (scalar: Unicode.Scalar) in scalar.value < 32 && scalar != "\n" }
  if text.unicodeScalars.contains(where: isForbidden) { flaws.append("a control character") }
  return flaws + open.map { "\($0) is never closed" }
}

@Suite struct PictureTests {
  @Test(arguments: Gallery.charts)
  func picturesAreWellFormedAndSelfContained(_ named: NamedChart) throws {
    let picture = try named.chart.svg(identifier: "fig-a")
    #expect(flaws(inXML: picture) == [])
    #expect(picture.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"fig-a\" role=\"img\""))
    #expect(picture.contains("aria-labelledby=\"fig-a-title fig-a-desc\""))
    #expect(picture.contains("<title id=\"fig-a-title\">"))
    #expect(picture.contains("<desc id=\"fig-a-desc\">"))
    #expect(!picture.contains("<script") && !picture.contains("href") && !picture.contains("@import"))
    for piece in picture.split(separator: " id=\"").dropFirst() { #expect(piece.hasPrefix("fig-a")) }
    for piece in picture.split(separator: "url(").dropFirst() { #expect(piece.hasPrefix("#fig-a-")) }
  }

  @Test(arguments: Gallery.charts)
  func theSameChartGivesTheSameBytes(_ named: NamedChart) throws {
    #expect(try named.chart.svg(identifier: "a") == named.chart.svg(identifier: "a"))
  }

  @Test func everyColourHasALightADarkAndAPrintedForm() throws {
    let picture = try Gallery.noisyLine.svg(identifier: "f")
    let style = try #require(picture.split(separator: "<style>").last?.split(separator: "</style>").first)
    for selector in [
      "#f{", "@media (prefers-color-scheme:dark){#f{", ":root[data-theme=light] #f{",
      ":root[data-theme=dark] #f{", "@media print{#f,:root[data-theme] #f{",
      ":root#f{background:var(--paper)}",
    ] {
      #expect(style.contains(selector), "\(selector)")
    }
    #expect(style.contains("--ink:#1f2328") && style.contains("--ink:#e8eaed"))
    #expect(picture.contains("stroke=\"var(--c1,#0b4ea2)\""))
  }

  @Test func aLineOfAThousandNoisyPointsIsSmall() throws {
    #expect(try Gallery.noisyLine.svg(identifier: "f").utf8.count < 30_000)
  }

  @Test func twoHundredThousandPointsBecomeASmallPicture() throws {
    var numbers = SeededNumbers(seed: 1)
    let steps = (0..<200_000).map(Double.init)
    let chart = Chart(marks: [.line(Line(x: steps, y: steps.map { sin($0 / 9_000) + numbers.next() }))])
    #expect(try chart.svg(identifier: "f").utf8.count < 120_000)
  }

  @Test func textIsEscapedAndControlCharactersVanish() throws {
    let nasty = "a<b> & \"c\" \u{0}\u{1B}\u{202E}]]>"
    let chart = Chart(
      title: nasty, subtitle: nasty, x: Axis(nasty, unit: nasty), y: Axis(nasty),
      marks: [
        .bars(Bars([nasty, "x"], values: [1, 2], label: nasty)), .rule(Rule(y: 1, label: nasty)),
        .text(Text(x: 1, y: 1, nasty)),
      ])
    let picture = try chart.svg(identifier: "f")
    #expect(flaws(inXML: picture) == [])
    #expect(picture.contains("a&lt;b&gt; &amp; &quot;c&quot;"))
    #expect(!picture.unicodeScalars.contains("\u{202E}"))
  }

  @Test func exponentsAreRaised() throws {
    let chart = Chart(x: Axis(scale: .logarithmic), marks: [.line(Line(x: [1e3, 1e9], y: [0, 1]))])
    #expect(try chart.svg(identifier: "f").contains(">10<tspan dy=\"-4.32\" font-size=\"8.4\">3</tspan>"))
  }

  @Test func aGapSplitsALine() throws {
    func moves(_ y: [Double]) throws -> Int {
      let line = Line(x: [0, 1, 2, 3, 4], y: y)
      let picture = try Chart(marks: [.line(line)]).svg(identifier: "f")
      let path = try #require(picture.split(separator: "<path").last { $0.contains("stroke=\"var(--c1") })
      let data = try #require(path.split(separator: " d=\"").last?.prefix { $0 != "\"" })
      return data.count { $0 == "m" }
    }
    #expect(try moves([0, 1, 5, 3, 4]) == 1)
    #expect(try moves([0, 1, .nan, 3, 4]) == 2)
    #expect(try moves([0, .infinity, 5, .nan, 4]) == 3)
  }

  @Test func aLineStepsBackBeyondWhatIsReached() throws {
    func strokes(_ reached: Double, stops: [Double]) throws -> [String] {
      let line = Line(
        x: [0, 1, 2, 3, 4], y: [4, 1, 3, 0, 2], progress: Line.Progress(reached: reached, stops: stops))
      let picture = try Chart(marks: [.line(line)]).svg(identifier: "f")
      #expect(flaws(inXML: picture) == [])
      return picture.split(separator: "\n").filter { $0.contains("stroke-linecap") }.map {
        $0.contains("var(--c1,") ? "drawn" : $0.contains("var(--back,") ? "back" : "?"
      }
    }
    #expect(try strokes(2, stops: [1, 2, 3]) == ["drawn", "drawn", "back", "back"])
    #expect(try strokes(0, stops: [0, 2, 4]) == ["back", "back"])
    #expect(try strokes(4, stops: [0, 2, 4]) == ["drawn", "drawn"])
    // Stops between points end a piece at the point before.
    #expect(try strokes(2.5, stops: [1.5, 2.5]) == ["drawn", "drawn", "back"])
    #expect(try strokes(.nan, stops: [.nan, .infinity, 2, 2, -1]) == ["back", "back"])
    #expect(try strokes(9, stops: []) == ["drawn"])
    let line = Line(x: [0, 1, 2], y: [2, 1, 0], progress: Line.Progress(reached: 1, stops: [1]))
    #expect(
      Chart(marks: [.line(line)]).description.hasSuffix(", falls throughout, highlighted up to 1."))
  }

  @Test func aLineOverCellsHasARim() throws {
    let line = Mark.line(Line(x: [0, 1], y: [0, 1]))
    let map = Mark.heatMap(HeatMap(x: .numbers([0, 1]), y: .numbers([0, 1]), values: [1, 2, 3, 4]))
    #expect(try Chart(marks: [map, line]).svg(identifier: "f").contains("stroke=\"var(--paper,#ffffff)\""))
    #expect(try !Chart(marks: [line]).svg(identifier: "f").contains("stroke=\"var(--paper,#ffffff)\""))
  }

  @Test func equalNeighboursOfAHeatMapAreOneRectangle() throws {
    let map = HeatMap(
      x: .numbers([0, 1, 2, 3]), y: .numbers([0, 1]), values: [1, 1, 1, 1, 0, 0, 2, .nan])
    let picture = try Chart(marks: [.heatMap(map)]).svg(identifier: "f")
    let cells = picture.split(separator: "<path").filter { $0.contains("crispEdges") }.dropLast(64)
    // A run of four, a run of two and a single cell; the last cell stays empty.
    #expect(cells.reduce(0) { $0 + $1.count { $0 == "z" } } == 3)
  }

  @Test func axesWithoutTicksSayNoNumbers() throws {
    let map = Mark.heatMap(HeatMap(x: .numbers([0, 0.5, 1]), y: .numbers([0, 1]), values: [1, 2]))
    func chart(showsTicks: Bool) -> Chart {
      let axis = Axis("side", range: 0...1, showsTicks: showsTicks)
      return Chart(x: axis, y: axis, marks: [map])
    }
    // Only the axes have a 0.8: the colours run from 1 to 2.
    #expect(try chart(showsTicks: true).svg(identifier: "f").contains(">0.8<"))
    #expect(try !chart(showsTicks: false).svg(identifier: "f").contains(">0.8<"))
    #expect(chart(showsTicks: true).description.contains("side, from 0 to 1"))
    #expect(chart(showsTicks: false).description.contains("Horizontal axis: side."))
  }
}
