/// A formula in TeX.
struct Formula {
  let tex: String
  let isDisplayed: Bool

  /// The greatest length, in bytes.
  static let longest = 20_000

  private var mode: String { isDisplayed ? "display" : "inline" }

  /// The key of its fragment.
  func key(version: String) -> String {
    FragmentKey.text("mathematics", version, JavaScriptLibrary.mathematics.identity, mode, tex)
  }

  /// The formula as HTML.
  func typeset(on engines: EnginePool) throws(TypesettingError) -> String {
    guard tex.utf8.count <= Self.longest else {
      throw TypesettingError(
        "the formula has \(tex.utf8.count) bytes; at most \(Self.longest) are typeset",
        help: "split it into several formulas")
    }
    switch try engines.call(tex, mode) {
    case .value(let answer): return try html(in: answer)
    case .thrown(let error): throw KaTeXFailure.explain(error)
    case .exhausted:
      throw TypesettingError(
        "the formula takes too much work to typeset", help: "split it into several formulas")
    }
  }

  private func html(in answer: String) throws(TypesettingError) -> String {
    let scalars = answer.unicodeScalars
    let content = scalars.dropFirst()
    if scalars.first == "=" { return String(content) }
    let lineBreak = content.firstIndex(of: "\n") ?? content.endIndex
    let place = Int(String(content[..<lineBreak])) ?? -1
    var error = KaTeXFailure.explain(String(content[lineBreak...].dropFirst()))
    error.offset = place < 0 ? nil : utf8Offset(ofUnit: place)
    throw error
  }

  /// KaTeX counts in UTF-16 units.
  private func utf8Offset(ofUnit place: Int) -> Int {
    var units = 0
    var offset = 0
    for scalar in tex.unicodeScalars {
      if units >= place { break }
      units += UTF16.width(scalar)
      offset += UTF8.width(scalar)
    }
    return offset
  }
}
