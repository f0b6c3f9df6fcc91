import Engine

/// Finds the lines that offsets in a program were compiled from.
struct Symbolizer {
  let workshop: Workshop
  let program: String
  let source: ProgramSource

  /// The first of some offsets that leads to a cell, with what the compiler says of the call there.
  func place(of offsets: [UInt64]) -> (place: CellPlace, failure: String?)? {
    guard !offsets.isEmpty else { return nil }
    var room = workshop.room(writable: nil)
    room.readable.append(program)
    let addresses = offsets.map { "0x" + String($0, radix: 16) }
    let arguments = ["--obj=\(program)", "--output-style=JSON", "--inlines"] + addresses
    guard let result = try? workshop.run(workshop.toolchain.symbolizer, arguments, in: room) else {
      return nil
    }
    let calls = JSON(result.output.bytes(upTo: 1 << 20))?.elements ?? []
    return calls.lazy.compactMap(place).first
  }

  /// The place of a call: inlined calls come first, and the standard library's own have no place in a cell.
  private func place(of call: JSON) -> (place: CellPlace, failure: String?)? {
    let frames = call["Symbol"]?.elements ?? []
    let failure = frames.lazy.compactMap { Self.failure(in: $0["FunctionName"]?.text ?? "") }.first
    for frame in frames {
      guard let path = frame["FileName"]?.text, let line = frame["Line"]?.number,
        let column = frame["Column"]?.number, line >= 1, line < 1e9, column < 1e9
      else { continue }
      let name = String(path.split(separator: "/").last ?? "")
      if let place = source.place(inFile: name, line: Int(line), column: Int(column)) {
        return (source.word(at: place, reaching: nil), failure)
      }
    }
    return nil
  }

  /// What the compiler calls a check that it has put into the code: "arithmetic overflow".
  private static func failure(in name: String) -> String? {
    let prefix = "Swift runtime failure: "
    return name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : nil
  }
}
