import Expressions

/// Writes what a program of cells and the command tell each other, as bytes.
public struct ByteWriter {
  /// What was written.
  public private(set) var bytes: [UInt8] = []

  /// Makes an empty writer.
  public init() {}

  /// Writes a byte.
  public mutating func write(byte: UInt8) { bytes.append(byte) }

  /// Writes a count of what follows.
  public mutating func write(count: Int) { write(word: UInt64(count)) }

  /// Writes a number.
  public mutating func write(_ number: Double) { write(word: number.bitPattern) }

  /// Writes a text with its length.
  public mutating func write(_ text: String) {
    write(count: text.utf8.count)
    bytes += text.utf8
  }

  /// Writes numbers with their count.
  public mutating func write(_ numbers: [Double]) {
    write(count: numbers.count)
    for number in numbers { write(number) }
  }

  /// Writes an integer of four bytes.
  public mutating func write(_ integer: UInt32) {
    withUnsafeBytes(of: integer.littleEndian) { bytes += $0 }
  }

  private mutating func write(word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { bytes += $0 }
  }
}

extension ByteWriter {
  /// Writes a value with its kind.
  public mutating func write(_ value: Value) {
    switch value {
    case .number(let number):
      write(byte: ValueKind.number.rawValue)
      write(number)
    case .boolean(let boolean): write(byte: (boolean ? ValueKind.yes : .no).rawValue)
    case .text(let text):
      write(byte: ValueKind.text.rawValue)
      write(text)
    case .vector(let entries):
      write(byte: ValueKind.vector.rawValue)
      write(entries)
    case .matrix(let matrix):
      write(byte: ValueKind.matrix.rawValue)
      write(UInt32(clamping: matrix.rows))
      write(UInt32(clamping: matrix.columns))
      write(matrix.entries)
    case .list(let entries):
      write(byte: ValueKind.list.rawValue)
      write(count: entries.count)
      for entry in entries { write(entry) }
    case .record(let record):
      write(byte: ValueKind.record.rawValue)
      write(record)
    case .function(let function):
      write(byte: ValueKind.function.rawValue)
      write(count: function.parameters.count)
      for parameter in function.parameters { write(parameter) }
      write(function.formula)
      write(function.constants)
    }
  }

  /// Writes names with their values.
  public mutating func write(_ record: Record) {
    write(count: record.names.count)
    for (name, value) in record.entries {
      write(name)
      write(value)
    }
  }
}

/// What a value begins with.
enum ValueKind: UInt8 {
  case number = 1
  case no, yes, text, vector, matrix, list, record, function
}
