/// What the compiler said, from the file in which it says it to programs.
///
/// The file has the layout that Clang gave it: blocks of diagnostics, those of its notes within.
struct SerializedDiagnostics {
  /// A place in a file.
  struct Location: Hashable {
    var file: UInt64
    var offset: Int

    fileprivate init?(_ operands: ArraySlice<UInt64>) {
      guard operands.count >= 4, let offset = Int(exactly: operands[operands.startIndex + 3]) else {
        return nil
      }
      file = operands[operands.startIndex]
      self.offset = offset
    }
  }

  struct Range: Hashable {
    var start: Location
    var end: Location

    fileprivate init?(_ operands: [UInt64]) {
      guard operands.count >= 8, let start = Location(operands[0..<4]), let end = Location(operands[4..<8])
      else { return nil }
      self.start = start
      self.end = end
    }
  }

  struct Correction: Hashable {
    var range: Range
    var text: String
  }

  struct Entry {
    /// Clang's numbers.
    var level = Level.ignored
    var message = ""
    var location: Location?
    var ranges: [Range] = []
    var corrections: [Correction] = []
    var notes: [Entry] = []
  }

  enum Level: UInt64 {
    case ignored = 0
    case note, warning, error, fatal, remark
  }

  private(set) var entries: [Entry] = []
  private(set) var files: [UInt64: String] = [:]

  fileprivate enum Kind {
    static let diagnosticBlock: UInt64 = 9
    static let diagnostic: UInt64 = 2
    static let range: UInt64 = 3
    static let file: UInt64 = 6
    static let correction: UInt64 = 7
  }

  /// Reads a file's bytes; what comes after a mistake in them is missing.
  init(_ bytes: [UInt8]) {
    var stream = Bitstream(bytes)
    var open: [Entry?] = []
    while let event = try? stream.next() {
      switch event {
      case .begin(let block): open.append(block == Kind.diagnosticBlock ? Entry() : nil)
      case .end: close(&open)
      case .record(let code, let operands, let blob):
        let text = String(decoding: blob, as: UTF8.self)
        if code == Kind.file, let file = operands.first { files[file] = text }
        if let last = open.indices.last { open[last]?.read(code, operands, text) }
      }
    }
  }

  private mutating func close(_ open: inout [Entry?]) {
    guard let entry = open.popLast() ?? nil else { return }
    if let last = open.indices.last, open[last] != nil {
      open[last]?.notes.append(entry)
    } else {
      entries.append(entry)
    }
  }
}

extension SerializedDiagnostics.Entry {
  fileprivate mutating func read(_ code: UInt64, _ operands: [UInt64], _ text: String) {
    switch code {
    case SerializedDiagnostics.Kind.diagnostic:
      guard operands.count >= 5 else { return }
      level = SerializedDiagnostics.Level(rawValue: operands[0]) ?? .ignored
      location = SerializedDiagnostics.Location(operands[1..<5])
      message = text
    case SerializedDiagnostics.Kind.range:
      if let range = SerializedDiagnostics.Range(operands) { ranges.append(range) }
    case SerializedDiagnostics.Kind.correction:
      if let range = SerializedDiagnostics.Range(operands) {
        corrections.append(SerializedDiagnostics.Correction(range: range, text: text))
      }
    default: break
    }
  }
}
