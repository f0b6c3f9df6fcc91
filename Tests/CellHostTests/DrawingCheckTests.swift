import Plotting
import Testing

@testable import CellHost

@Suite struct DrawingCheckTests {
  private static let marks: [Mark] = [
    .line(Line(x: [1, 2, 3], y: [1, 4, 9], label: "a < b & “c”")), .points(Points(x: [1, 2], y: [3e-7, 4])),
    .bars(Bars(["a", "b"], values: [1, 2])), .area(Area(x: [1, 2], lower: [0, 0], upper: [1, 2])),
    .heatMap(HeatMap(x: .categories(["a", "b"]), y: .categories(["c"]), values: [1, 2], showsValues: true)),
    .rule(Rule(y: 1, label: "x")),
  ]

  @Test(arguments: marks.indices)
  func whatThePlottingLibraryDrawsPasses(_ index: Int) throws {
    let chart = Chart(
      title: "One </title>", x: Axis("x", unit: "m"), y: Axis("y"), marks: [Self.marks[index]])
    let svg = try chart.svg(identifier: "cell-1-1")
    #expect(DrawingCheck.passes(svg, identifier: "cell-1-1"))
    #expect(!DrawingCheck.passes(svg, identifier: "cell-1-2"))
    let grid = ChartGrid(title: "Two", rows: [[chart, chart]])
    #expect(DrawingCheck.passes(try grid.svg(identifier: "cell-1-1"), identifier: "cell-1-1"))
  }

  @Test(arguments: [
    "", "<svg", "<svg ", "<svg></svg>", "<svg >", "<svg ></g>", "<svg ><script></script></svg>",
    "<svg onload=\"x\"></svg>",
    "<svg ><g><a href=\"x\"></a></g></svg>", "<svg ><path fill=\"url(http://x)\"/></svg>",
    "<svg >words</svg>",
    "<svg id=\"search\"></svg>", "<svg ><g id=\"cell-1-11\"></g></svg>",
    "<svg style=\"position:fixed\"></svg>",
    "<svg ><g style=\"height:auto\"></g></svg>", "<svg ><style>body{display:none}</style></svg>",
    "<svg ><style>#cell-1-1{background:url(x)}</style></svg>",
    "<svg ><style>#cell-1-1{--a:#fff}</style><style></svg>",
    "<svg ></svg><script></script>", "<svg ></svg><svg ></svg>", "<svg ><svg ></svg></svg>",
    "<svg ><image/></svg>",
    "<svg ><title>a<b></b></title></svg>", "<svg ><foreignObject></foreignObject></svg>",
    "<svg fill=\"a&#x62;\"></svg>",
    "<svg xmlns=\"x\"></svg>", "<svg ><style>@import x;#cell-1-1{}</style></svg>", "<svg ><!-- x --></svg>",
  ])
  func nothingElsePasses(_ svg: String) {
    #expect(
      !DrawingCheck.passes(svg.replacing("<svg >", with: "<svg id=\"cell-1-1\">"), identifier: "cell-1-1"))
  }

  @Test(arguments: [
    "", "<g><path d=\"M0,0\"/></g>", "<style>#cell-1-1{--a:#fff}</style>", "<title>&lt;</title>\n",
  ])
  func whatIsHarmlessPasses(_ content: String) {
    #expect(DrawingCheck.passes("<svg id=\"cell-1-1\">\(content)</svg>\n", identifier: "cell-1-1"))
  }
}
