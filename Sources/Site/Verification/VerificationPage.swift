import Engine
import LessonFormat

extension PageMaker {
  /// The page that shows what every claim was compared with.
  func verification() -> String {
    let course = outline.run.course
    var values = frame(
      of: Outline.verification, kind: "report", title: "Verification", language: course.file.language)
    values["json"] = Outline.verificationData
    var total = Tally()
    var html = HTMLBuffer()
    for lesson in outline.order {
      guard let run = outline.runs[lesson] else { continue }
      total = total + Tally(run)
      write(run, at: lesson, to: &html)
    }
    values["totals"] = total.entries.map { ["label": $0.label, "count": $0.count] as [String: Any] }
    values["content"] = html.string
    return templates.render(.verification, values)
  }

  private func write(_ run: LessonRun, at lesson: Int, to html: inout HTMLBuffer) {
    let page = relativeURL(from: Outline.verification, to: outline.pages[lesson])
    html.markup("<section>\n")
    html.open("h2", ["id": "lesson-\(lesson + 1)"])
    html.element("a", ["href": page], outline.title(of: lesson))
    html.markup("</h2>\n")
    let report = VerificationReport(run, showsSolutions: outline.showsSolutions)
    let entries = report.entries
    if entries.isEmpty && report.withheld == 0 {
      html.markup("<p class=\"omitted\">This lesson claims nothing.</p>\n")
    } else if !entries.isEmpty {
      html.open(
        "div", ["class": "scroll", "role": "region", "aria-label": "Claims of \(outline.title(of: lesson))"])
      html.markup("<table>\n<thead><tr><th scope=\"col\">Line</th><th scope=\"col\">The lesson says</th>")
      html.markup("<th scope=\"col\">Expression</th><th scope=\"col\">Computed</th>")
      html.markup("<th scope=\"col\">Verdict</th></tr></thead>\n<tbody>\n")
      for entry in entries { write(entry, page: page, to: &html) }
      html.markup("</tbody>\n</table></div>\n")
    }
    if report.withheld > 0 {
      html.element("p", ["class": "omitted"], withheldSentence(report.withheld))
      html.markup("\n")
    }
    for (index, directive) in run.lesson.directives.enumerated()
    where outline.showsSolutions || directive.name.value != Exercise.directive {
      write(directive, of: run.lesson, anchor: directiveAnchor(lesson: lesson, directive: index), to: &html)
    }
    html.markup("</section>\n")
  }

  private func withheldSentence(_ count: Int) -> String {
    count == 1
      ? "1 claim about the answer to an exercise is verified, too, and not told here."
      : "\(count) claims about the answers to exercises are verified, too, and not told here."
  }

  private func write(_ entry: VerificationReport.Entry, page: String, to html: inout HTMLBuffer) {
    html.markup("<tr><td class=\"place\">")
    html.element("a", ["href": page + (entry.anchor.map(fragmentURL) ?? "")], String(entry.line))
    html.markup("</td>")
    html.element("td", [:], entry.says)
    html.markup("<td>")
    html.element("code", [:], entry.expression)
    html.markup("</td>")
    html.element("td", [:], entry.computed ?? "–")
    let isWrong = entry.verdict == .failed || entry.verdict == .notRun
    html.markup("<td class=\"place\">")
    html.element(
      "span", ["class": isWrong ? "mark failed" : "mark", "aria-hidden": "true"], isWrong ? "✗" : "✓")
    html.text(" \(entry.verdict.rawValue)")
    html.markup("</td></tr>\n")
  }

  /// What a directive was asked: the inputs behind the values.
  private func write(_ directive: Directive, of lesson: Lesson, anchor: String, to html: inout HTMLBuffer) {
    let line = lesson.file.line(of: directive.span.start)
    let name = directive.result.map { "{\(directive.name.value)} \($0.value)" } ?? "{\(directive.name.value)}"
    html.open("details", ["id": anchor])
    html.element("summary", [:], "\(name), line \(line)")
    html.markup("<pre>")
    html.element("code", [:], directive.source)
    html.markup("</pre></details>\n")
  }
}

extension Tally {
  /// The counts that a reader is told, with their names; what did not happen is left out.
  fileprivate var entries: [(label: String, count: Int)] {
    let all = [
      ("claims hold", claims), ("conditions hold", conditions), ("failed", failed), ("not run", notRun),
    ]
    return all.filter { $0.1 > 0 || $0.0 == "claims hold" }.map { (label: $0.0, count: $0.1) }
  }
}
