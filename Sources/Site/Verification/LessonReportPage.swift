import Engine
import LessonFormat

extension PageMaker {
  /// The page that shows what everything in a lesson was compared with.
  func report(of lesson: Int) -> String {
    guard let run = outline.runs[lesson] else { return "" }
    let page = outline.reports[lesson]
    let report = VerificationReport(run, showsSolutions: outline.showsSolutions)
    let title = outline.title(of: lesson)
    var values = frame(
      of: page, kind: "report", title: outline.isSingleLesson ? "Verification" : "Verification of \(title)",
      language: outline.run.course.file.language)
    values["lesson"] = ["url": relativeURL(from: page, to: outline.pages[lesson]), "title": title]
    let data = outline.isSingleLesson ? Outline.verificationData : outline.claimData(of: lesson)
    values["json"] = ["url": relativeURL(from: page, to: data), "name": data.lastComponent]
    values["totals"] = Tally(run).shownTotals
    values["coverage"] = coverageSentence(report.coverage)
    var html = HTMLBuffer()
    write(report, of: run, at: lesson, to: &html)
    values["content"] = html.string
    return templates.render(.verification, values)
  }

  private func write(
    _ report: VerificationReport, of run: LessonRun, at lesson: Int, to html: inout HTMLBuffer
  ) {
    if report.entries.isEmpty && report.withheld == 0 {
      html.markup("<p class=\"omitted\">This lesson claims nothing.</p>\n")
    } else if !report.entries.isEmpty {
      html.markup("<section class=\"entries\">\n")
      writeFilters(of: report.entries, to: &html)
      var table = ReportTable(
        self, on: outline.reports[lesson], label: "What \(outline.title(of: lesson)) says", first: "Line")
      for entry in report.entries {
        table.write(entry, of: lesson, place: String(entry.line), isIdentified: true)
      }
      html.fragment(table.finished())
      html.markup("</section>\n")
    }
    if report.withheld > 0 {
      html.element("p", ["class": "omitted"], withheldSentence(report.withheld))
      html.markup("\n")
    }
    write(report.numerals, of: report.coverage.unverified, in: run, to: &html)
    writeInputs(of: run, at: lesson, to: &html)
  }

  private func withheldSentence(_ count: Int) -> String {
    count == 1
      ? "1 claim about the answer to an exercise is verified, too, and not told here."
      : "\(count) claims about the answers to exercises are verified, too, and not told here."
  }

  // MARK: Filters

  /// Radio buttons by which style sheets show some rows only; without style sheets all are shown.
  private func writeFilters(of entries: [ReportEntry], to html: inout HTMLBuffer) {
    let filters = filters(of: entries)
    guard filters.count > 2 else { return }
    html.markup("<fieldset class=\"filters\">\n<legend>Show</legend>\n")
    for (place, filter) in filters.enumerated() {
      html.markup("<label>")
      html.open(
        "input",
        [
          "type": "radio", "name": "show", "value": filter.name, "autocomplete": "off",
          "checked": place == 0 ? "" : nil,
        ])
      html.text(" \(filter.label) (\(filter.count))")
      html.markup("</label>\n")
    }
    html.markup("</fieldset>\n")
  }

  private func filters(of entries: [ReportEntry]) -> [(name: String, label: String, count: Int)] {
    func count(_ kind: ReportEntry.Kind) -> Int { entries.count { $0.kind == kind } }
    let near = entries.count { $0.margin.map { $0 < ReportEntry.near } ?? false }
    let some = [
      ("claim", "claims", count(.claim)), ("condition", "conditions", count(.condition)),
      ("step", "steps", count(.step)), ("value", "inserted values", count(.value)),
      ("near", "near to failing", near),
    ]
    return [("all", "all", entries.count)] + some.filter { $0.2 > 0 }
  }

  // MARK: Numerals

  /// The numerals that nothing verifies, with the words around them.
  private func write(_ numerals: [Numeral], of count: Int, in run: LessonRun, to html: inout HTMLBuffer) {
    guard count > 0 else { return }
    html.markup("<details class=\"numerals\">\n")
    html.element("summary", [:], "\(counted(count, "numeral")) in prose that nothing verifies")
    html.markup("\n<ul>\n")
    for numeral in numerals {
      let position = run.lesson.file.position(of: numeral.span.start)
      html.markup("<li>")
      html.element("span", ["class": "place"], "\(position.line):\(position.column)")
      html.text(" \(numeral.before)")
      html.element("strong", [:], numeral.text)
      html.text(numeral.after)
      html.markup("</li>\n")
    }
    html.markup("</ul>\n")
    if numerals.count < count {
      html.element("p", ["class": "omitted"], "\(count - numerals.count) more are counted and not listed.")
      html.markup("\n")
    }
    html.markup("</details>\n")
  }

  // MARK: Inputs

  /// What directives were asked: the inputs behind the values.
  private func writeInputs(of run: LessonRun, at lesson: Int, to html: inout HTMLBuffer) {
    let shown = run.lesson.directives.enumerated().filter {
      outline.showsSolutions || $1.name.value != Exercise.directive
    }
    guard !shown.isEmpty else { return }
    html.markup("<section class=\"inputs\">\n<h2 id=\"inputs\">What was run</h2>\n")
    for (index, directive) in shown {
      let line = run.lesson.file.line(of: directive.span.start)
      let name =
        directive.result.map { "{\(directive.name.value)} \($0.value)" } ?? "{\(directive.name.value)}"
      html.open("details", ["id": directiveAnchor(lesson: lesson, directive: index)])
      html.element("summary", [:], "\(name), line \(line)")
      html.markup("<pre>")
      html.element("code", [:], directive.source)
      html.markup("</pre></details>\n")
    }
    html.markup("</section>\n")
  }
}

extension String {
  /// The name behind the last slash.
  fileprivate var lastComponent: String { split(separator: "/").last.map(String.init) ?? self }
}

/// The identifier of a directive in the verification report.
private func directiveAnchor(lesson: Int, directive: Int) -> String {
  "lesson-\(lesson + 1)-directive-\(directive + 1)"
}
