import Engine
import LessonFormat

extension LessonWriter {
  mutating func write(_ table: Table) {
    let number = self.number(of: table)
    guard number != nil || table.caption != nil else {
      writeScrolling(labelledBy: nil) { $0.writeCells(of: table) }
      return
    }
    html.open("figure", ["class": "table", "id": table.label?.name])
    html.markup("\n")
    let caption = writeTableCaption(table.caption, number: number)
    writeScrolling(labelledBy: caption) { $0.writeCells(of: table) }
    html.markup("</figure>\n")
  }

  /// Tables are numbered where they have a caption or a label.
  private mutating func number(of table: Table) -> ItemNumber? {
    guard table.label != nil || table.caption != nil, !isInParameter else { return nil }
    let next = ItemNumber(lesson: numbering.lesson, place: lastTable + 1)
    let number = table.label.flatMap { numbering.labels[$0.name] } ?? next
    lastTable = number.place
    return number
  }

  /// A table that an experiment printed.
  mutating func write(
    _ table: DisplayTable, _ key: Numbering.DisplayKey, label: String?, number: ItemNumber?,
    caption: [Inline]?, source: Int?
  ) {
    if let number { lastTable = number.place }
    html.open("figure", ["class": "table", "id": label])
    html.markup("\n")
    let name = number == nil && caption == nil ? nil : writeTableCaption(caption, number: number)
    writeScrolling(labelledBy: name) { $0.writeCells(of: table) }
    if table.omittedRows > 0 {
      let rows = table.omittedRows == 1 ? "1 more row" : "\(spelled(Double(table.omittedRows))) more rows"
      html.element("p", ["class": "omitted"], "and \(rows)")
      html.markup("\n")
    }
    if let source { writeSource(source) }
    writeDownloads(of: key, as: "p", name: number.map { "Table \($0)" } ?? "This table")
    html.markup("</figure>\n")
  }

  /// Writes a caption and gives the identifier by which the table is named.
  private mutating func writeTableCaption(_ caption: [Inline]?, number: ItemNumber?) -> String? {
    let identifier = number.map { "table-\($0.place)-caption" }
    html.open("figcaption", ["id": identifier])
    if let number { writeNumber("Table", number) }
    write(caption ?? [])
    html.markup("</figcaption>\n")
    return identifier
  }

  /// What is wider than the page scrolls on its own.
  private mutating func writeScrolling(labelledBy name: String?, _ content: (inout LessonWriter) -> Void) {
    html.open(
      "div",
      ["class": "scroll", "role": name == nil ? nil : "region", "aria-labelledby": name])
    html.markup("<table>\n")
    content(&self)
    html.markup("</table></div>\n")
  }

  private mutating func writeCells(of table: Table) {
    html.markup("<thead><tr>")
    for (cell, alignment) in zip(table.header, table.alignments) {
      // A heading without words names nothing.
      if cell.isEmpty {
        html.markup("<td></td>")
      } else {
        html.open("th", ["scope": "col", "class": alignment.className])
        writeColumnHeading(cell)
        html.markup("</th>")
      }
    }
    html.markup("</tr></thead>\n<tbody>\n")
    for row in table.rows {
      html.markup("<tr>")
      for (cell, alignment) in zip(row, table.alignments) {
        html.open("td", ["class": alignment.className])
        write(cell)
        html.markup("</td>")
      }
      html.markup("</tr>\n")
    }
    html.markup("</tbody>\n")
  }

  private mutating func writeCells(of table: DisplayTable) {
    html.markup("<thead><tr>")
    for column in table.columns {
      html.open("th", ["scope": "col", "class": column.className])
      html.text(column.name)
      if let unit = column.unit { html.element("span", ["class": "unit"], " (\(unit))") }
      html.markup("</th>")
    }
    html.markup("</tr></thead>\n<tbody>\n")
    for row in 0..<(table.columns.map(\.cells.count).max() ?? 0) {
      html.markup("<tr>")
      for column in table.columns {
        write(row < column.cells.count ? column.cells[row] : "", of: column)
      }
      html.markup("</tr>\n")
    }
    html.markup("</tbody>\n")
  }

  private mutating func write(_ cell: String, of column: DisplayTable.Column) {
    guard column.content == .mathematics, !cell.isEmpty else {
      html.element("td", ["class": column.className], cell)
      return
    }
    html.open("td", [:])
    html.fragment(typeset(cell))
    html.markup("</td>")
  }
}

extension Table.Alignment {
  fileprivate var className: String? {
    switch self {
    case .none, .left: nil
    case .center: "center"
    case .right: "right"
    }
  }
}

extension DisplayTable.Column {
  fileprivate var className: String? { content == .numbers ? "right" : nil }
}
