internal import CSodium
import Expressions

/// Gathers everything that a result depends on and makes a key of it (BLAKE2b, 256 bits).
///
/// Each piece goes in with its kind and its length, so that no two different sequences of pieces look alike.
public struct Digest: Sendable {
  private var bytes: [UInt8] = []

  /// Makes an empty digest.
  public init() {}

  /// Adds a text.
  public mutating func append(_ text: String) {
    tag("t", count: text.utf8.count)
    bytes += text.utf8
  }

  /// Adds bytes.
  public mutating func append(bytes addition: [UInt8]) {
    tag("b", count: addition.count)
    bytes += addition
  }

  /// Adds a number by its bits.
  public mutating func append(_ number: Double) {
    tag("n", count: 8)
    append(word: number.bitPattern)
  }

  /// Adds a value with its type.
  public mutating func append(_ value: Value) {
    switch value {
    case .number(let number): append(number)
    case .boolean(let boolean): tag(boolean ? "y" : "f", count: 0)
    case .text(let text): append(text)
    case .vector(let entries):
      tag("v", count: entries.count)
      append(bitsOf: entries)
    case .matrix(let matrix):
      tag("m", count: matrix.rows)
      tag("c", count: matrix.columns)
      append(bitsOf: matrix.entries)
    case .list(let entries):
      tag("l", count: entries.count)
      for entry in entries { append(entry) }
    case .record(let record):
      tag("r", count: record.names.count)
      for (name, value) in record.entries {
        append(name)
        append(value)
      }
    case .function(let function):
      tag("u", count: function.parameters.count)
      for parameter in function.parameters { append(parameter) }
      append(function.formula)
      append(.record(function.constants))
    }
  }

  private mutating func tag(_ kind: Unicode.Scalar, count: Int) {
    bytes.append(UInt8(ascii: kind))
    append(word: UInt64(count))
  }

  private mutating func append(bitsOf numbers: [Double]) {
    #if _endian(little)
      numbers.withUnsafeBytes { bytes += $0 }
    #else
      for number in numbers { append(word: number.bitPattern) }
    #endif
  }

  private mutating func append(word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { bytes += $0 }
  }

  /// The key, as 64 hexadecimal digits.
  public var key: String {
    var hash = [UInt8](repeating: 0, count: 32)
    _ = crypto_generichash(&hash, hash.count, bytes, UInt64(bytes.count), nil, 0)
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
