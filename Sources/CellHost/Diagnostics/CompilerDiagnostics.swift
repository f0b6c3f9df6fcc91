import Engine
import SourceText

/// What the compiler said, at its places in the cells.
struct CompilerDiagnostics {
  private let serialized: SerializedDiagnostics
  private let program: ProgramSource

  init(_ bytes: [UInt8], of program: ProgramSource) {
    serialized = SerializedDiagnostics(bytes)
    self.program = program
  }

  /// Of more mistakes nobody reads; those that come first are kept.
  private static let most = 1_000

  /// The errors and warnings, in the compiler's order.
  var diagnostics: [CellDiagnostic] {
    serialized.entries.prefix(Self.most).compactMap { entry in
      let place = entry.location.flatMap(place)
      switch entry.level {
      case .error, .fatal:
        return diagnostic(entry, .error, at: place ?? substitute(for: entry))
      case .warning:
        // A warning about what stands around the cells is no author's.
        return place.map { diagnostic(entry, .warning, at: $0) }
      case .ignored, .note, .remark: return nil
      }
    }
  }

  private func diagnostic(
    _ entry: SerializedDiagnostics.Entry, _ severity: Severity, at place: CellPlace
  ) -> CellDiagnostic {
    let notes = entry.notes.map { CellDiagnostic.Note($0.message, at: $0.location.flatMap(self.place)) }
    let help = ([entry] + entry.notes).lazy.compactMap(help).first
    return CellDiagnostic(
      entry.message, at: widened(place, by: entry.ranges), notes: notes, help: help, severity: severity)
  }

  /// Where something is missing behind a cell, it is the bracket that was never closed, or the cell's end.
  private func substitute(for entry: SerializedDiagnostics.Entry) -> CellPlace {
    entry.notes.lazy.compactMap { $0.location.flatMap(place) }.first
      ?? program.end(before: entry.location?.offset ?? 0)
  }

  private func place(of location: SerializedDiagnostics.Location) -> CellPlace? {
    // What the compiler writes down of its own, such as the expansion of a macro, is a file of another name.
    let name = serialized.files[location.file] ?? ""
    return name.hasSuffix("program.swift") || name.hasPrefix("cell-")
      ? program.place(of: location.offset) : nil
  }

  /// The place with all that the compiler underlines from there on, or else the word that begins there.
  private func widened(_ place: CellPlace, by ranges: [SerializedDiagnostics.Range]) -> CellPlace {
    let ends = ranges.filter { self.place(of: $0.start) == place }.compactMap {
      self.place(of: $0.end)?.start
    }
    return program.word(at: place, reaching: ends.max())
  }

  /// What the compiler would change, in words.
  private func help(_ entry: SerializedDiagnostics.Entry) -> String? {
    let changes = entry.corrections.compactMap(words)
    return changes.isEmpty ? nil : changes.joined(separator: ", ")
  }

  private func words(_ correction: SerializedDiagnostics.Correction) -> String? {
    guard let start = place(of: correction.range.start), let end = place(of: correction.range.end),
      start.cell == end.cell
    else { return nil }
    let old = program.text(CellPlace(cell: start.cell, start: start.start, end: end.start))
    let new = correction.text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return switch (old.isEmpty, new.isEmpty) {
    case (true, true): nil
    case (true, false): "insert “\(new)”"
    case (false, true): "remove “\(old)”"
    case (false, false): "write “\(new)” instead of “\(old)”"
    }
  }
}
