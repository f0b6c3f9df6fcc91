/// The custom properties of a drawing in their light form, and values with them put in.
struct StyleValues {
  private var declared: [String: String] = [:]

  /// What a page would give; a file of its own stands on white paper.
  private static let page = [
    "--plot-paper": "#fff", "--plot-font": "'Helvetica Neue',Helvetica,Arial,'Liberation Sans',sans-serif",
  ]
  /// References deeper than this go round in a circle.
  private static let deepest = 8

  /// Takes the properties that a style sheet declares, but for those of dark pages.
  init(_ sheets: [String]) {
    for rule in sheets.flatMap(StyleRule.rules) {
      for (name, value) in rule.declarations where name.hasPrefix("--") && declared[name] == nil {
        declared[name] = value
      }
    }
  }

  /// Whether a text may name a property.
  static func refers(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.holds("var(") || bytes.holds("light-dark(") }

  /// A value, or a text with several, in which no property is left.
  func resolved(_ text: String, depth: Int = 0) -> String {
    guard depth < Self.deepest, text.contains("var(") || text.contains("light-dark(") else { return text }
    var result = ""
    var rest = text[...]
    while let call = rest.firstRange(of: "var(") ?? rest.firstRange(of: "light-dark(") {
      let call =
        rest.firstRange(of: "light-dark(").map { $0.lowerBound < call.lowerBound ? $0 : call } ?? call
      guard let end = Self.end(of: rest[call.upperBound...]) else { break }
      result += rest[..<call.lowerBound]
      let arguments = Self.arguments(rest[call.upperBound..<end])
      result += resolved(value(of: rest[call], arguments), depth: depth + 1)
      rest = rest[end...].dropFirst()
    }
    return result + rest
  }

  private func value(of function: Substring, _ arguments: [String]) -> String {
    guard function == "var(" else { return arguments.first ?? "" }
    let name = arguments.first ?? ""
    return declared[name] ?? Self.page[name] ?? arguments.dropFirst().first ?? "currentcolor"
  }

  /// Where the bracket that is open at the start is closed.
  private static func end(of text: Substring) -> Substring.Index? {
    var depth = 0
    for place in text.indices {
      if text[place] == "(" { depth += 1 }
      guard text[place] == ")" else { continue }
      if depth == 0 { return place }
      depth -= 1
    }
    return nil
  }

  /// A first argument, and what stands behind its comma.
  private static func arguments(_ text: Substring) -> [String] {
    var depth = 0
    for place in text.indices {
      if text[place] == "(" { depth += 1 }
      if text[place] == ")" { depth -= 1 }
      guard text[place] == ",", depth == 0 else { continue }
      return [trimmed(text[..<place]), trimmed(text[place...].dropFirst())]
    }
    return [trimmed(text)]
  }
}

/// A rule of a style sheet.
struct StyleRule {
  let selector: String
  let declarations: [(name: String, value: String)]

  /// The rules of a sheet that hold on a light page: neither those for a chosen theme nor those within an at-rule.
  static func rules(_ sheet: String) -> [StyleRule] {
    var rules: [StyleRule] = []
    var rest = sheet[...]
    while let open = rest.firstIndex(of: "{") {
      let selector = trimmed(rest[..<open])
      guard let close = end(of: rest[open...]) else { break }
      let body = rest[open..<close].dropFirst()
      rest = rest[close...].dropFirst()
      guard !selector.hasPrefix("@"), !selector.contains(":root") else { continue }
      rules.append(StyleRule(selector: selector, declarations: declarations(body)))
    }
    return rules
  }

  /// Where the brace that begins the text is closed.
  private static func end(of text: Substring) -> Substring.Index? {
    var depth = 0
    for place in text.indices {
      if text[place] == "{" { depth += 1 }
      guard text[place] == "}" else { continue }
      depth -= 1
      if depth == 0 { return place }
    }
    return nil
  }

  private static func declarations(_ body: Substring) -> [(name: String, value: String)] {
    body.split(separator: ";").compactMap { declaration in
      guard let colon = declaration.firstIndex(of: ":") else { return nil }
      return (trimmed(declaration[..<colon]), trimmed(declaration[colon...].dropFirst()))
    }
  }
}

/// A text without the space around it.
private func trimmed(_ text: Substring) -> String {
  let start = text.drop { $0.isWhitespace }
  guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
  return String(start[...last])
}
