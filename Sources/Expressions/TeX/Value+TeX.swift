extension Value {
  /// The value as TeX for KaTeX; what has more than 20 entries is cut in the middle, what has more than 1,000 within
  /// others there.
  public func tex(style: TeXStyle = .standard) -> String {
    var elision = Elision()
    return tex(style, &elision)
  }

  private func tex(_ style: TeXStyle, _ elision: inout Elision) -> String {
    switch self {
    case .number(let number): TeXText.number(number, digits: style.significantDigits)
    case .boolean(let boolean): TeXText.quoted(boolean ? "true" : "false")
    case .text(let text): TeXText.quoted(text)
    case .vector(let entries):
      Self.enclosed(entries.count, &elision) { index, _ in
        TeXText.number(entries[index], digits: style.significantDigits)
      }
    case .matrix(let matrix): Self.tex(matrix, style, &elision)
    case .list(let values): Self.enclosed(values.count, &elision) { values[$0].tex(style, &$1) }
    case .record(let record):
      Self.enclosed(record.names.count, &elision) { index, elision in
        "\(TeXText.quoted(record.names[index])): \(record.values[index].tex(style, &elision))"
      }
    case .function(let function):
      "\\left(\(function.parameters.map { TeXSymbol($0).tex }.joined(separator: ", "))\\right) \\mapsto "
        + ((try? Expression.parse(function.formula))?.tex(style: style) ?? TeXText.quoted(function.formula))
    }
  }

  private static func tex(_ matrix: Matrix, _ style: TeXStyle, _ elision: inout Elision) -> String {
    guard matrix.rows <= Elision.wholeEntries, matrix.columns <= Elision.wholeEntries,
      elision.spend(matrix.entries.count)
    else {
      return TeXText.quoted("\(matrix.rows) × \(matrix.columns) matrix")
    }
    let rows = (0..<matrix.rows).map { row in
      matrix.row(row).map { TeXText.number($0, digits: style.significantDigits) }.joined(separator: " & ")
    }
    return "\\begin{pmatrix} \(rows.joined(separator: " \\\\ ")) \\end{pmatrix}"
  }

  private static func enclosed(
    _ count: Int, _ elision: inout Elision, _ entry: (Int, inout Elision) -> String
  ) -> String {
    "\\left(\(elision.texts(count, mark: "\\ldots", entry).joined(separator: ", "))\\right)"
  }
}
