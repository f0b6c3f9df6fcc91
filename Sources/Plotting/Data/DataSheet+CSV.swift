extension DataSheet {
  /// The table as comma-separated values (RFC 4180), in UTF-8.
  ///
  /// A text that a spreadsheet would take for a formula gets an apostrophe before it, whoever made the table.
  public var csv: String {
    var writer = CSVWriter()
    let headings = headings
    writer.write(headings)
    for section in sections { writer.write(section, columns: headings.count) }
    return writer.text
  }
}

/// Writes rows of cells, each ended as the format wants it.
private struct CSVWriter {
  private(set) var text = ""

  mutating func write(_ cells: [Substring]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += "," }
      write(cell)
    }
    text += "\r\n"
  }

  mutating func write(_ section: DataSheet.Section, columns: Int) {
    let row = (0..<columns).map { $0 < section.shared.count ? section.shared[$0] : "" }
    let entries = section.entries.filter { row.indices.contains($0.place) }
    let own = entries.map { (place: $0.place, cells: $0.cells) }
    switch section.kind {
    case .rows: write(rows: own, from: row)
    case .grid: write(grid: own, from: row)
    }
  }

  private mutating func write(rows columns: [(place: Int, cells: [Substring])], from shared: [Substring]) {
    var row = shared
    for index in 0..<(columns.map(\.cells.count).max() ?? 1) {
      for (place, cells) in columns { row[place] = index < cells.count ? cells[index] : "" }
      write(row)
    }
  }

  private mutating func write(grid sides: [(place: Int, cells: [Substring])], from shared: [Substring]) {
    guard sides.count == 3, !sides[0].cells.isEmpty else { return }
    var row = shared
    for (index, value) in sides[2].cells.enumerated() {
      let (line, place) = index.quotientAndRemainder(dividingBy: sides[0].cells.count)
      guard line < sides[1].cells.count else { return }
      row[sides[0].place] = sides[0].cells[place]
      row[sides[1].place] = sides[1].cells[line]
      row[sides[2].place] = value
      write(row)
    }
  }

  private mutating func write(_ cell: Substring) {
    let cell = Self.isFormula(cell) ? "'\(cell)"[...] : cell
    guard cell.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      text += cell
      return
    }
    text += "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    text += "\""
  }

  /// Whether a spreadsheet would compute the cell instead of showing it.
  private static func isFormula(_ cell: Substring) -> Bool {
    guard let first = cell.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else { return false }
    return "=+-@＝＋－＠\t\r\n".unicodeScalars.contains(first) && !DataSheet.isNumber(cell)
  }
}
