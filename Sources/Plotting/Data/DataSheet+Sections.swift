extension DataSheet {
  /// Rows that have something in common.
  struct Section {
    /// How the entries follow each other.
    enum Kind: String {
      /// One of each column in each row.
      case rows
      /// A row for each cell of a grid.
      case grid
    }

    let kind: Kind
    /// What all rows say in each column; empty where each row says something of its own.
    let shared: [Substring]
    /// The columns in which rows differ.
    var entries: [Entries] = []

    /// How many rows the section has.
    var rowCount: Int {
      switch kind {
      case .grid: entries.count == 3 ? min(entries[2].count, entries[0].count * entries[1].count) : 0
      case .rows: entries.isEmpty ? 1 : entries.map(\.count).max() ?? 0
      }
    }
  }

  /// The entries of a column.
  struct Entries {
    /// The column, counted from 0.
    let place: Int
    let count: Int
    private let packed: Substring
    private let separator: Character

    /// Reads a line such as `4 2 0.5 0.25`; nil where it is none.
    init?(_ line: Substring) {
      guard let end = line.firstIndex(of: " "), let place = Int(line[..<end]) else { return nil }
      let rest = line[end...].dropFirst()
      guard let start = rest.firstIndex(where: { $0 == " " || $0 == "\t" }),
        let count = Int(rest[..<start]), (0...DataSheet.mostRows * 8).contains(count)
      else { return nil }
      self.place = place
      self.count = count
      separator = rest[start]
      packed = rest[start...].dropFirst()
    }

    /// The cells.
    var cells: [Substring] {
      count == 0 ? [] : packed.split(separator: separator, omittingEmptySubsequences: false)
    }
  }

  /// The heading of each column.
  var headings: [Substring] {
    text.prefix { $0 != "\n" }.split(separator: "\t", omittingEmptySubsequences: false)
  }

  /// The rows, in order.
  var sections: [Section] {
    var sections: [Section] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst() {
      if let entries = Entries(line), !sections.isEmpty {
        sections[sections.count - 1].entries.append(entries)
        continue
      }
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard let kind = parts.first.flatMap({ Section.Kind(rawValue: String($0)) }) else { continue }
      sections.append(Section(kind: kind, shared: Array(parts.dropFirst())))
    }
    return sections
  }
}
