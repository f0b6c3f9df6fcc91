import Engine
import Expressions
import LessonFormat

extension LessonWriter {
  /// A claim or an inserted value in running text.
  mutating func writeClaim(_ index: Int) {
    writeClaims([index]) { $0.writeText(of: index) }
  }

  private mutating func writeText(of index: Int) {
    let claim = lesson.claims[index]
    guard claim.isInsertion else {
      write(claim.content)
      return
    }
    guard case .inserted(let value) = run.claims[index].verdict else {
      html.markup("?")
      return
    }
    for piece in value.pieces {
      switch piece {
      case .text(let text): html.text(text)
      case .superscript(let text): html.element("sup", [:], text)
      }
    }
  }

  /// Writes what makes some claims, as a link to where their values come from.
  mutating func writeClaims(_ indices: [Int], content: (inout LessonWriter) -> Void) {
    let claims = indices.map { index in
      ShownClaim(claim: lesson.claims[index], run: run.claims[index], anchor: claimAnchor(index))
    }
    write(claims, content: content)
  }

  /// Writes what makes some claims, wherever they are kept.
  mutating func write(_ claims: [ShownClaim], content: (inout LessonWriter) -> Void) {
    guard let first = claims.first, !isOnPaper else { return content(&self) }
    let className = claims.allSatisfy(\.run.isRight) ? "claim" : "claim failed"
    // What is shown twice has its identifier where it comes first; on a page of several lessons it has none.
    let isFirst = !isElsewhere && note(claims)
    let identifier = isFirst ? first.anchor : nil
    if isInLink {
      html.open("span", ["class": className, "id": identifier])
    } else {
      let origin = originAnchor(of: first.anchor)
      let url = isElsewhere ? url(of: outline.pages[index], fragment: origin) : fragmentURL(origin)
      html.open("a", ["class": className, "id": identifier, "href": url])
    }
    if isFirst { for claim in claims.dropFirst() { html.element("span", ["id": claim.anchor], "") } }
    let wasInLink = isInLink
    isInLink = true
    content(&self)
    // Not everybody's software takes a formula for words, and a link must have some.
    if claims.allSatisfy(\.claim.isFormula) {
      html.element("span", ["class": "visually-hidden"], ", and where its numbers come from")
    }
    isInLink = wasInLink
    if isInLink { html.markup("</span>") } else { html.markup("</a>") }
  }

  /// Notes claims for the list of origins, unless they are in it.
  private mutating func note(_ claims: [ShownClaim]) -> Bool {
    guard let first = claims.first, notedOrigins.insert(first.anchor).inserted else { return false }
    origins.append(claims)
    return true
  }
}

/// A claim with what came of it, and its identifier on the page.
struct ShownClaim {
  let claim: Claim
  let run: ClaimRun
  let anchor: String
}

extension Claim {
  /// Whether it is shown as formulas alone.
  fileprivate var isFormula: Bool {
    guard !isMathematics else { return true }
    return !content.isEmpty
      && content.allSatisfy { if case .mathematics = $0.kind { true } else { false } }
  }
}

extension ClaimRun {
  /// Whether nothing is wrong with it.
  var isRight: Bool {
    switch verdict {
    case .held, .inserted: true
    case .failed, .notRun: false
    }
  }
}

/// The identifier of a claim on its lesson's page.
func claimAnchor(_ index: Int) -> String { "claim-\(index + 1)" }

/// The identifier of what tells where a claim's value comes from.
func originAnchor(of claim: String) -> String { "\(claim)-origin" }
