import Engine
import Expressions
import LessonFormat

/// Writes what was verified as a table, one row an entry.
struct ReportTable {
  /// The columns' heads, from the second on.
  private static let heads: [StaticString] = [
    "The lesson says", "Expression", "Computed", "Held to", "Margin", "Verdict",
  ]

  let maker: PageMaker
  /// The page that the table stands on.
  let page: String
  var html = HTMLBuffer()

  /// Begins a table whose first column has a head of its own.
  init(_ maker: PageMaker, on page: String, label: String, first head: String) {
    self.maker = maker
    self.page = page
    html.open("div", ["class": "scroll", "role": "region", "aria-label": label, "tabindex": "0"])
    html.markup("<table>\n<thead><tr>")
    html.element("th", ["scope": "col"], head)
    for head in Self.heads {
      html.markup("<th scope=\"col\">")
      html.markup(head)
      html.markup("</th>")
    }
    html.markup("</tr></thead>\n<tbody>\n")
  }

  /// The whole table as HTML.
  func finished() -> String {
    var html = html
    html.markup("</tbody>\n</table></div>\n")
    return html.string
  }

  /// Writes an entry of a lesson; its place is the text of the link to it.
  mutating func write(_ entry: ReportEntry, of lesson: Int, place: String, isIdentified: Bool) {
    let url = relativeURL(from: page, to: maker.outline.pages[lesson], fragment: entry.anchor ?? "")
    html.open("tr", ["class": entry.rowClass, "id": isIdentified ? entry.anchor : nil])
    html.markup("<td class=\"place\">")
    html.element("a", ["href": url], place)
    html.markup("</td>")
    writeSays(entry)
    html.markup("<td>")
    html.element("code", [:], entry.expression)
    html.markup("</td>")
    html.element("td", [:], entry.shown ?? "–")
    html.element("td", [:], entry.standard ?? "–")
    writeMargin(entry.margin)
    html.markup("<td class=\"place\">")
    html.element(
      "span", ["class": entry.isWrong ? "mark failed" : "mark", "aria-hidden": "true"], entry.sign)
    html.text(" \(entry.verdict.rawValue)")
    html.markup("</td></tr>\n")
  }

  private mutating func writeSays(_ entry: ReportEntry) {
    guard let says = entry.says else {
      html.element("td", ["class": "omitted"], entry.kind.rawValue)
      return
    }
    html.markup("<td>")
    if entry.isMathematics, let formula = try? maker.typesetter.mathematics(says, display: false) {
      html.fragment(formula)
    } else {
      html.text(says)
    }
    html.markup("</td>")
  }

  /// The number, on a bar as long as what is left.
  private mutating func writeMargin(_ margin: Double?) {
    guard let margin else {
      html.markup("<td>–</td>")
      return
    }
    html.open("td", ["class": "margin", "style": "--left:\(cssNumber(margin))"])
    html.text(shownMargin(margin))
    html.markup("</td>")
  }

  /// A number from 0 to 1 as CSS reads it.
  private func cssNumber(_ share: Double) -> String { formatFixed(share, 3) }
}

/// A margin for readers: three digits behind the point where two would hide how near it is.
func shownMargin(_ margin: Double) -> String {
  formatFixed(margin, margin > 0 && margin < ReportEntry.near ? 3 : 2)
}

extension ReportEntry {
  /// What the filters tell rows apart by.
  fileprivate var rowClass: String {
    let isNear = margin.map { $0 < Self.near } ?? false
    return "is-\(kind.rawValue)" + (isNear ? " is-near" : "")
  }

  fileprivate var sign: String {
    switch verdict {
    case .held, .inserted: "✓"
    case .failed, .notRun: "✗"
    case .given: "·"
    case .unverified: "?"
    }
  }
}
