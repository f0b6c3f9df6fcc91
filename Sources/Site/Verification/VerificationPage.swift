import Engine
import LessonFormat

extension PageMaker {
  /// How many entries are listed as the nearest to failing.
  private static let mostNearest = 20

  /// A lesson with what its report says.
  private struct Reported {
    var lesson: Int
    var tally: Tally
    var report: VerificationReport
  }

  /// The page that sums up what was verified, shows what is nearest to failing, and leads to each lesson's report.
  func verification() -> String {
    var values = frame(
      of: Outline.verification, kind: "report", title: "Verification",
      language: outline.run.course.file.language)
    let reported = outline.order.compactMap { lesson in
      outline.runs[lesson].map {
        Reported(
          lesson: lesson, tally: Tally($0),
          report: VerificationReport($0, showsSolutions: outline.showsSolutions))
      }
    }
    values["json"] = ["url": Outline.verificationData, "name": Outline.verificationData]
    values["totals"] = reported.map(\.tally).reduce(Tally(), +).shownTotals
    values["coverage"] = coverageSentence(reported.map(\.report.coverage).reduce(Coverage(), +))
    values["content"] = lessons(reported) + nearest(reported)
    return templates.render(.verification, values)
  }

  /// What part of the numerals is verified; nil where there are none.
  func coverageSentence(_ coverage: Coverage) -> String? {
    let all = coverage.verified + coverage.unverified
    guard all > 0 else { return nil }
    return "\(coverage.percent) % of the numerals in prose are verified, \(coverage.verified) of \(all)."
  }

  // MARK: Nearest to failing

  /// The entries with the smallest margins, of equals those that come first.
  private func nearest(_ reported: [Reported]) -> String {
    let all = reported.enumerated().flatMap { place, reported in
      reported.report.entries.enumerated().compactMap { index, entry in
        entry.margin.map { (margin: $0, place: place, index: index, lesson: reported.lesson, entry: entry) }
      }
    }
    let nearest = all.sorted { ($0.margin, $0.place, $0.index) < ($1.margin, $1.place, $1.index) }
      .prefix(Self.mostNearest)
    guard !nearest.isEmpty else { return "" }
    var html = HTMLBuffer()
    html.markup("<section>\n<h2 id=\"nearest\">Nearest to failing</h2>\n")
    html.element(
      "p", ["class": "summary"],
      "The margin is what is left of the way from the middle of what would hold to its nearer end: "
        + "1 in the middle, 0 at the end. Where there is one bound, it is 1 from 5 % beside it.")
    html.markup("\n")
    var table = ReportTable(self, on: Outline.verification, label: "Nearest to failing", first: "Place")
    for found in nearest {
      let place = "\(outline.title(of: found.lesson)), line \(found.entry.line)"
      table.write(found.entry, of: found.lesson, place: place, isIdentified: false)
    }
    html.fragment(table.finished())
    html.markup("</section>\n")
    return html.string
  }

  // MARK: Lessons

  private static let countHeads = [
    "Claims", "Conditions", "Steps", "Wrong or not run", "Least margin", "Coverage", "Not verified",
  ]

  private func lessons(_ reported: [Reported]) -> String {
    var html = HTMLBuffer()
    html.markup("<section>\n<h2 id=\"lessons\">Lessons</h2>\n")
    html.markup("<div class=\"scroll\" role=\"region\" aria-label=\"Lessons\" tabindex=\"0\">\n<table>\n")
    html.markup("<thead><tr><th scope=\"col\">Lesson</th>")
    for head in Self.countHeads { html.element("th", ["scope": "col", "class": "count"], head) }
    html.markup("</tr></thead>\n<tbody>\n")
    for lesson in reported { write(lesson, to: &html) }
    html.markup("</tbody>\n</table></div>\n</section>\n")
    return html.string
  }

  private func write(_ reported: Reported, to html: inout HTMLBuffer) {
    let (tally, report) = (reported.tally, reported.report)
    let wrong = tally.claims.count + tally.conditions.count - tally.proved
    html.markup("<tr><th scope=\"row\">")
    html.element(
      "a", ["href": relativeURL(from: Outline.verification, to: outline.reports[reported.lesson])],
      outline.title(of: reported.lesson))
    html.markup("</th>")
    for count in [tally.claims.held, tally.conditions.held, tally.steps, wrong] {
      html.element("td", ["class": "count"], count == 0 ? "–" : String(count))
    }
    html.element("td", ["class": "count"], report.leastMargin.map(shownMargin) ?? "–")
    let hasNumerals = report.coverage.verified + report.coverage.unverified > 0
    html.element("td", ["class": "count"], hasNumerals ? "\(report.coverage.percent) %" : "–")
    html.element("td", ["class": "count"], String(report.coverage.unverified))
    html.markup("</tr>\n")
  }
}

extension Tally {
  /// The totals as templates read them.
  var shownTotals: [[String: Any]] { totals.map { ["label": $0.label, "count": $0.count] } }
}
