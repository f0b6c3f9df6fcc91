import Engine
import SourceText

/// Bytes in the IDX format, in which the MNIST files come: two zeros, the type of the entries, the number of axes, the
/// length of each axis, and then the entries row by row; numbers begin with their highest byte.
struct IDXFile {
  /// The lengths of the axes.
  let lengths: [Int]
  /// The entries, a byte each.
  let entries: ArraySlice<UInt8>

  /// The type of bytes without a sign, which images and labels have.
  private static let byteType: UInt8 = 0x08

  /// Reads a file that must have so many axes.
  init(_ data: DataFile, axes: Int, of what: String) throws {
    let bytes = data.file.bytes
    guard bytes.count >= 4, bytes[0] == 0, bytes[1] == 0 else {
      throw Self.noIDX(data)
    }
    guard bytes[2] == Self.byteType else {
      let type = "0x" + (bytes[2] < 16 ? "0" : "") + String(bytes[2], radix: 16)
      throw Self.mistake(
        data, "has entries of the type \(type); bytes, of the type 0x08, are read")
    }
    guard bytes[3] == axes else {
      throw Self.mistake(
        data, "has \(bytes[3]) axes where \(what) have \(axes)",
        help: "images have 3 axes (MNIST’s …-images-idx3-ubyte) and labels 1 (…-labels-idx1-ubyte)")
    }
    let header = 4 + 4 * axes
    guard bytes.count >= header else { throw Self.mistake(data, "ends within its header") }
    lengths = (0..<axes).map { axis in
      bytes[4 + 4 * axis..<8 + 4 * axis].reduce(0) { $0 << 8 | Int($1) }
    }
    entries = bytes[header...]
    // Three lengths of 32 bits could overflow.
    let expected = lengths.reduce(1.0) { $0 * Double($1) }
    guard Double(entries.count) == expected else {
      let found = "\(lengths.map(String.init).joined(separator: " × ")) entries"
      throw Self.mistake(data, "says that it has \(found), and has \(entries.count) bytes of them")
    }
  }

  private static func noIDX(_ data: DataFile) -> LessonError {
    if data.file.bytes.starts(with: [0x1F, 0x8B]) {
      return mistake(data, "is compressed", help: "unpack it with gunzip")
    }
    return mistake(data, "is no IDX file: it does not begin with two zero bytes, a type and a number of axes")
  }

  private static func mistake(_ data: DataFile, _ message: String, help: String? = nil) -> LessonError {
    LessonError(.data, at: .span(data.datum.span), "\(data.file.path) \(message)", help: help)
  }
}
