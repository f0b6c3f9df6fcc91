import Expressions

/// Reads bytes that anybody may have written: whatever they are, it ends with a value or with an error.
///
/// Nothing is allocated for a count before there are as many bytes, so no count costs more than the bytes themselves.
public struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var place: Int
  /// How many more values may be read: each takes more memory than bytes.
  var valuesLeft = Self.mostValues

  /// Lists and records within each other.
  public static let mostDepth = 64
  /// Values in all, where a vector or a matrix counts as one.
  public static let mostValues = 1_000_000

  /// Begins at the first of some bytes.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  /// How many bytes are left.
  public var left: Int { bytes.endIndex - place }

  /// Reads a number of bytes.
  public mutating func read(count: Int) throws(MalformedBytes) -> ArraySlice<UInt8> {
    guard count >= 0, count <= left else { throw MalformedBytes() }
    defer { place += count }
    return bytes[place..<place + count]
  }

  /// Reads a byte.
  public mutating func readByte() throws(MalformedBytes) -> UInt8 {
    guard left > 0 else { throw MalformedBytes() }
    defer { place += 1 }
    return bytes[place]
  }

  /// Reads an integer of some bytes, the lowest first.
  public mutating func readInteger(bytes count: Int) throws(MalformedBytes) -> UInt64 {
    try read(count: min(count, 8)).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Reads a count of things that take at least some bytes each.
  public mutating func readCount(ofAtLeast size: Int) throws(MalformedBytes) -> Int {
    let count = try readInteger(bytes: 8)
    guard count <= UInt64(left / max(size, 1)) else { throw MalformedBytes() }
    return Int(count)
  }

  /// Reads a number.
  public mutating func readNumber() throws(MalformedBytes) -> Double {
    Double(bitPattern: try readInteger(bytes: 8))
  }

  /// Reads a text; bytes that are no UTF-8 become U+FFFD.
  public mutating func readText() throws(MalformedBytes) -> String {
    String(decoding: try read(count: readCount(ofAtLeast: 1)), as: UTF8.self)
  }

  /// Reads numbers.
  public mutating func readNumbers() throws(MalformedBytes) -> [Double] {
    try readMany(ofAtLeast: 8) { reader throws(MalformedBytes) in try reader.readNumber() }
  }

  /// Reads things with their count before them.
  public mutating func readMany<Thing>(
    ofAtLeast size: Int, _ read: (inout ByteReader) throws(MalformedBytes) -> Thing
  ) throws(MalformedBytes) -> [Thing] {
    let count = try readCount(ofAtLeast: size)
    var things: [Thing] = []
    for _ in 0..<count { things.append(try read(&self)) }
    return things
  }
}

/// Bytes that mean nothing.
public struct MalformedBytes: Error, Sendable, Hashable {
  /// Makes the error.
  public init() {}
}
