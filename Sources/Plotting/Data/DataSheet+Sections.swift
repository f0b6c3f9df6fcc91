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
    private let separator: UInt8

    /// Reads a line such as `4 2 0.5 0.25`; nil where it is none.
    init?(_ line: Substring) {
      let bytes = line.utf8
      guard let end = bytes.firstIndex(of: UInt8(ascii: " ")), let place = Int(line[..<end]) else {
        return nil
      }
      let rest = bytes[end...].dropFirst()
      guard let start = rest.firstIndex(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }),
        let count = Int(line[rest.startIndex..<start]), (0...DataSheet.mostRows * 8).contains(count)
      else { return nil }
      self.place = place
      self.count = count
      separator = bytes[start]
      packed = line[bytes.index(after: start)...]
    }

    /// The cells.
    var cells: [Substring] {
      count == 0 ? [] : packed.parts(between: separator)
    }
  }

  /// The heading of each column.
  var headings: [Substring] {
    text[..<(text.utf8.firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex)].parts(
      between: UInt8(ascii: "\t"))
  }

  /// The rows, in order.
  var sections: [Section] {
    var sections: [Section] = []
    for line in text[...].parts(between: UInt8(ascii: "\n")).dropFirst() {
      if let entries = Entries(line), !sections.isEmpty {
        sections[sections.count - 1].entries.append(entries)
        continue
      }
      let parts = line.parts(between: UInt8(ascii: "\t"))
      guard let kind = parts.first.flatMap({ Section.Kind(rawValue: String($0)) }) else { continue }
      sections.append(Section(kind: kind, shared: Array(parts.dropFirst())))
    }
    return sections
  }
}

extension Substring {
  /// What stands between separators; at least one part, which may be empty.
  ///
  /// Bytes are compared: to tell characters apart takes many times as long, and one may begin with a separator.
  fileprivate func parts(between separator: UInt8) -> [Substring] {
    utf8.split(separator: separator, omittingEmptySubsequences: false).map(Substring.init)
  }
}
