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
  // Pictures have tables of a million cells: bytes are joined several times as fast as characters.
  private var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func write(_ cells: [Substring]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(cell)
    }
    bytes += "\r\n".utf8
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
    let isFormula = Self.isFormula(cell)
    guard cell.utf8.contains(where: Self.needsQuotes) else {
      if isFormula { bytes.append(UInt8(ascii: "'")) }
      bytes += cell.utf8
      return
    }
    bytes += (isFormula ? "\"'" : "\"").utf8
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r")
      || byte == UInt8(ascii: "\n")
  }

  /// Whether a spreadsheet would compute the cell instead of showing it.
  private static func isFormula(_ cell: Substring) -> Bool {
    // Most cells are numbers without a sign.
    if let first = cell.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) { return false }
    guard let first = cell.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else { return false }
    return "=+-@＝＋－＠\t\r\n".unicodeScalars.contains(first) && !DataSheet.isNumber(cell)
  }
}
