import Engine
import LessonTesting
import Testing

/// `{table}`, from the lesson and from CSV files.
@Suite struct TableTests {
  @Test func aColumnThatBeginsWithANumberHoldsNumbers() async {
    await expect("```{table} t\ncolumns: {x: [1, ⟦parameter⟧foo, 3]}\n```\n")
    await expect("```{table} t\ncolumns: {x: [1, ⟦parameter⟧nan, 3]}\n```\n")
    await expect("```{table} t\ncolumns: {x: [a, 1, 3]}\n```\n\n[3](=length(t.x))", claims: "1/0/0")
  }

  private func table(
    _ csv: String, expression: String = "length(t.x)", claims: String = "0/0/1",
    sourceLocation: SourceLocation = #_sourceLocation
  ) async -> Report {
    let report = await lesson(
      "```{table} t\nfile: data.csv\n```\n\n[3](<=\(expression)>)", files: ["data.csv": csv])
    expectMarkedMistakes(report, sourceLocation: sourceLocation)
    #expect(report.claims == claims, sourceLocation: sourceLocation)
    return report
  }

  private func shown(_ report: Report) -> [DisplayTable.Column] {
    if case .table(let table)? = report.outcomes.first??.displays.first { table.columns } else { [] }
  }

  @Test func columnsOfTheLesson() async {
    let report = await expect(
      """
      ```{let}
      v: [4, 5]
      ```

      ```{table} t
      columns:
        mass: [1, 2.50]
        "the name": [a, 3]
        copy: =v
      units: {mass: kg}
      tbl-cap: Of [2.5](=t.mass_2) kg.
      ```

      [1](=t.mass_1) [a](<=t."the name"_1>) [3](<=t."the name"_2>) [9](=sum(t.copy)) @tbl-t
      """, claims: "5/0/0")
    guard case .table(let table)? = report.outcomes.last??.displays.first else {
      Issue.record("there is no table")
      return
    }
    #expect(table.columns.map(\.unit) == ["kg", nil, nil])
    #expect(table.columns.map(\.content) == [.numbers, .words, .numbers])
    #expect(table.columns.map(\.cells) == [["1", "2.5"], ["a", "3"], ["4", "5"]])
  }

  @Test func mistakesInTheLesson() async {
    await expect(
      """
      ```{table}
      columns: {a: [1, 2], b: ⟦parameter⟧[1], c: ⟦parameter⟧3, d: [1, ⟦parameter⟧[2]]}
      ```

      ```{table}
      columns: {a: [1, 2], b: ⟦parameter⟧[1]}
      units: ⟦parameter⟧kg
      ```

      ```{table}
      columns: {mass: [1]}
      units: {⟦parameter⟧mas: kg}
      ```

      ```{⟦parameter⟧table}
      tbl-cap: Nothing.
      ```

      ```{table}
      columns: {a: [1]}
      file: ⟦parameter⟧data.csv
      ```

      ```{table}
      columns: ⟦parameter⟧[1, 2]
      ```
      """.replacing("b: ⟦parameter⟧[1], c:", with: "b: [1], c:"), files: ["data.csv": "x\n1\n"])
  }

  @Test(arguments: [
    "x,y\n1,a\n2,b\n3,c\n", "x,y\r\n1,a\r\n2,b\r\n3,c", "x,y\r1,a\r2,b\r3,c\r",
    "\u{FEFF}x,y\n1,a\n2,b\n3,c\n\n\n",
    "\"x\",\"y, z\"\n1,\"a \"\"quoted\"\" word\"\n\"2\",\"two\nlines\"\n3,c", " x , y \n 1 , a \n 2 ,b\n3,\n",
    "x,y\n+1,a\n.5,b\n1e3,c\n",
  ])
  func filesOfManyKinds(_ csv: String) async {
    let report = await table(csv, claims: "1/0/0")
    #expect(shown(report).first?.name == "x" && shown(report).first?.content == .numbers)
  }

  @Test func cellsAreReadAsTheyAre() async {
    let report = await table("x,y\n1,\"a \"\"b\"\" \"\n2,\"two\nlines\"\n3, plain \n", claims: "1/0/0")
    #expect(shown(report).last?.cells == ["a \"b\" ", "two\nlines", "plain"])
  }

  @Test func numbersArePrintedForReading() async {
    let report = await table("x,year,n\n1,1969,12345.5\n2,2020,-1300\n3,1986,2.5e-7\n", claims: "1/0/0")
    #expect(
      shown(report).map(\.cells).dropFirst() == [
        ["1969", "2020", "1986"], ["12,345.5", "−1,300", "2.5×10⁻⁷"],
      ])
  }

  @Test func hostileFiles() async {
    _ = await table("x,y\n1,2\n3\n4,5,6\n".replacing("\n3\n4,5,", with: "\n⟦data⟧3\n4,5,⟦data⟧"))
    _ = await table("x,y\n1,⟦data⟧\"never closed\n2,3\n")
    _ = await table("x,y\n1,\"closed\"⟦data⟧ here\n")
    _ = await table("x,⟦data⟧x,⟦data⟧\n1,2,3\n")
    _ = await table("⟦data⟧x,y\n")
    _ = await table("x,y\n1,2\n⟦data⟧two,3\n⟦data⟧,4\n⟦data⟧1e999,5\n⟦data⟧nan,5\n⟦data⟧0x10,5\n")
    let empty = await lesson("```{table} t\nfile: ⟦data⟧data.csv\n```", files: ["data.csv": ""])
    expectMarkedMistakes(empty)
  }

  @Test func bytesThatAreNoText() async {
    var workshop = Workshop()
    workshop.bytes = ["data.csv": Array("x,y\n1,".utf8) + [0xFF, 0xFE] + Array("\n".utf8)]
    let report = await workshop.lesson("```{table} t\nfile: data.csv\n```")
    #expect(report.found == ["data.csv:2:3 data"])
  }

  @Test func filesOutsideTheCourse() async {
    var workshop = Workshop()
    workshop.links = ["linked.csv"]
    let report = await workshop.lesson(
      "```{table}\nfile: ⟦data⟧linked.csv\n```\n\n```{table}\nfile: ⟦data⟧/etc/passwd\n```\n\n```{table}\nfile: ⟦data⟧../x.csv\n```"
    )
    expectMarkedMistakes(report)
    #expect(
      report.messages == [
        "linked.csv is outside the course", "/etc/passwd is outside the course",
        "../x.csv is outside the course",
      ])
  }

  @Test(.timeLimit(.minutes(5))) func hugeFiles() async {
    let report = await lesson(
      "```{table} t\nfile: data.csv\n```\n\n[100,000](=length\\(t.x\\))",
      files: ["data.csv": "x,y\n" + String(repeating: "1,2\n", count: 100_000)])
    #expect(report.messages == [] && report.claims == "1/0/0")
    guard case .table(let table)? = report.outcomes.first??.displays.first else { return }
    #expect(table.columns.map(\.cells.count) == [200, 200] && table.omittedRows == 99_800)
  }

  @Test(.timeLimit(.minutes(5))) func aHeaderOfNothing() async {
    let report = await lesson(
      "```{table} t\nfile: data.csv\n```", files: ["data.csv": String(repeating: ",", count: 200_000)])
    #expect(report.run.diagnostics.count == 100 && report.run.diagnostics[99].start.column == 100)
  }

  @Test(.timeLimit(.minutes(5))) func tooManyCells() async {
    let report = await lesson(
      "```{table} t\nfile: data.csv\n```",
      files: ["data.csv": "x\n" + String(repeating: "1\n", count: 1_000_000)])
    #expect(report.found == ["data.csv:1000001:1 data"])
  }
}
