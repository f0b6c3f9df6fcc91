extension Value {
  /// The value as TeX for KaTeX; what has more than 20 entries is cut in the middle.
  public func tex(style: TeXStyle = .standard) -> String {
    switch self {
    case .number(let number): TeXText.number(number, digits: style.significantDigits)
    case .boolean(let boolean): TeXText.quoted(boolean ? "true" : "false")
    case .text(let text): TeXText.quoted(text)
    case .vector(let entries):
      "\\left(\(Self.elided(entries.map { TeXText.number($0, digits: style.significantDigits) }))\\right)"
    case .matrix(let matrix): Self.tex(matrix, style)
    case .list(let values): "\\left(\(Self.elided(values.map { $0.tex(style: style) }))\\right)"
    case .record(let record):
      "\\left(\(Self.elided(record.entries.map { Self.tex($0.name, $0.value, style) }))\\right)"
    case .function(let function):
      "\\left(\(function.parameters.map { TeXSymbol($0).tex }.joined(separator: ", "))\\right) \\mapsto "
        + ((try? Expression.parse(function.formula))?.tex(style: style) ?? TeXText.quoted(function.formula))
    }
  }

  private static func tex(_ matrix: Matrix, _ style: TeXStyle) -> String {
    guard matrix.rows <= shownEntries, matrix.columns <= shownEntries else {
      return TeXText.quoted("\(matrix.rows) × \(matrix.columns) matrix")
    }
    let rows = (0..<matrix.rows).map { row in
      matrix.row(row).map { TeXText.number($0, digits: style.significantDigits) }.joined(separator: " & ")
    }
    return "\\begin{pmatrix} \(rows.joined(separator: " \\\\ ")) \\end{pmatrix}"
  }

  private static func tex(_ name: String, _ value: Value, _ style: TeXStyle) -> String {
    "\(TeXText.quoted(name)): \(value.tex(style: style))"
  }

  private static func elided(_ entries: [String]) -> String {
    guard entries.count > shownEntries, let last = entries.last else {
      return entries.joined(separator: ", ")
    }
    return entries.prefix(6).joined(separator: ", ") + ", \\ldots, \(last)"
  }
}
