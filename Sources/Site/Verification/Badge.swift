import Engine
import Plotting

extension PageMaker {
  /// A picture that tells how many claims hold, for pages elsewhere: `verified | 1,250 claims`.
  func badge() -> String {
    let counts = outline.runs.compactMap(\.self).map(\.claimCounts).reduce(VerdictCounts(), +)
    let isRight = counts.held == counts.count
    let claims = counts.count == 1 ? "claim" : "claims"
    let held = grouped(counts.held)
    let message = isRight ? "\(held) \(claims)" : "\(held) of \(grouped(counts.count)) \(claims)"
    return Badge(label: "verified", message: message, color: isRight ? "#24704a" : "#8a5a00").svg
  }

  /// A count with a comma before each three digits.
  private func grouped(_ count: Int) -> String {
    var result = ""
    let digits = String(count)
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return result
  }
}

/// Two words side by side on grounds of different colours.
private struct Badge {
  let label: String
  let message: String
  let color: String

  private static let height = 20
  private static let fontSize = 11.0
  /// The room beside a word.
  private static let padding = 7

  /// The picture, in the fonts of whoever looks at it: the words take the width that is theirs in Helvetica.
  var svg: String {
    let (left, right) = (Self.width(label), Self.width(message))
    let (first, second) = (left + 2 * Self.padding, right + 2 * Self.padding)
    var html = HTMLBuffer()
    html.open(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": String(first + second), "height": String(Self.height),
        "role": "img", "aria-label": "\(label): \(message)",
      ])
    html.element("title", [:], "\(label): \(message)")
    writeGround(x: 0, width: first, color: "#444", to: &html)
    writeGround(x: first, width: second, color: color, to: &html)
    html.open(
      "g",
      [
        "fill": "#fff", "font-family": "Helvetica,Arial,sans-serif", "font-size": "11",
      ])
    writeText(label, x: Self.padding, width: left, to: &html)
    writeText(message, x: first + Self.padding, width: right, to: &html)
    html.markup("</g></svg>\n")
    return html.string
  }

  private func writeGround(x: Int, width: Int, color: String, to html: inout HTMLBuffer) {
    html.element(
      "rect",
      ["x": String(x), "width": String(width), "height": String(Self.height), "fill": color], "")
  }

  private func writeText(_ text: String, x: Int, width: Int, to html: inout HTMLBuffer) {
    html.element("text", ["x": String(x), "y": "14", "textLength": String(width)], text)
  }

  private static func width(_ text: String) -> Int {
    Int(TextMetrics.width(text, size: fontSize).rounded(.up))
  }
}
