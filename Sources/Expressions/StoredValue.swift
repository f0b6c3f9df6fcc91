/// Many numbers as one text: sixteen hexadecimal digits each, the bits of the number.
///
/// A store reads and writes them many times as fast as decimal digits, and they come back bit for bit.
private struct PackedNumbers: Codable {
  let numbers: [Double]

  init(_ numbers: [Double]) {
    self.numbers = numbers
  }

  private static let digits = Array("0123456789abcdef".utf8)

  func encode(to encoder: any Encoder) throws {
    var text: [UInt8] = []
    text.reserveCapacity(16 * numbers.count)
    for number in numbers {
      let bits = number.bitPattern
      for shift in stride(from: 60, through: 0, by: -4) {
        text.append(Self.digits[Int(bits >> UInt64(shift) & 15)])
      }
    }
    var container = encoder.singleValueContainer()
    try container.encode(String(decoding: text, as: UTF8.self))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    var text = try container.decode(String.self)
    guard let numbers = text.withUTF8(Self.numbers) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "these are no packed numbers")
    }
    self.numbers = numbers
  }

  private static func numbers(_ digits: UnsafeBufferPointer<UInt8>) -> [Double]? {
    guard digits.count.isMultiple(of: 16) else { return nil }
    var numbers: [Double] = []
    numbers.reserveCapacity(digits.count / 16)
    for start in stride(from: 0, to: digits.count, by: 16) {
      var bits: UInt64 = 0
      for place in start..<start + 16 {
        guard let value = value(of: digits[place]) else { return nil }
        bits = bits << 4 | value
      }
      numbers.append(Double(bitPattern: bits))
    }
    return numbers
  }

  private static func value(of digit: UInt8) -> UInt64? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(digit - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(digit - UInt8(ascii: "a")) + 10
    default: nil
    }
  }
}

extension Value: Codable {
  private enum CodingKeys: CodingKey {
    case number, boolean, text, texts, vector, matrix, list, record, function
  }

  /// Reads a value that was written; throws where it is none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let key = container.allKeys.first, container.allKeys.count == 1 else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "a value is of one kind"))
    }
    switch key {
    case .number: self = .number(try container.decode(Double.self, forKey: key))
    case .boolean: self = .boolean(try container.decode(Bool.self, forKey: key))
    case .text: self = .text(try container.decode(String.self, forKey: key))
    case .vector: self = .vector(try container.decode(PackedNumbers.self, forKey: key).numbers)
    case .matrix: self = .matrix(try container.decode(Matrix.self, forKey: key))
    case .texts: self = .list(try container.decode([String].self, forKey: key).map(Value.text))
    case .list: self = .list(try container.decode([Value].self, forKey: key))
    case .record: self = .record(try container.decode(Record.self, forKey: key))
    case .function: self = .function(try container.decode(Function.self, forKey: key))
    }
  }

  /// Writes the value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .number(let number): try container.encode(number, forKey: .number)
    case .boolean(let boolean): try container.encode(boolean, forKey: .boolean)
    case .text(let text): try container.encode(text, forKey: .text)
    case .vector(let numbers): try container.encode(PackedNumbers(numbers), forKey: .vector)
    case .matrix(let matrix): try container.encode(matrix, forKey: .matrix)
    case .list(let values):
      // Thousands of sentences are read several times as fast where each is not a container of its own.
      if let texts = Self.texts(in: values) {
        try container.encode(texts, forKey: .texts)
      } else {
        try container.encode(values, forKey: .list)
      }
    case .record(let record): try container.encode(record, forKey: .record)
    case .function(let function): try container.encode(function, forKey: .function)
    }
  }

  /// The texts of a list that holds nothing else.
  private static func texts(in values: [Value]) -> [String]? {
    var texts: [String] = []
    for value in values {
      guard case .text(let text) = value else { return nil }
      texts.append(text)
    }
    return texts
  }
}

extension Matrix: Codable {
  private enum CodingKeys: CodingKey {
    case rows, columns, entries
  }

  /// Reads a matrix that was written; throws where there are not as many entries as it says.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let matrix = Matrix(
      rows: try container.decode(Int.self, forKey: .rows),
      columns: try container.decode(Int.self, forKey: .columns),
      entries: try container.decode(PackedNumbers.self, forKey: .entries).numbers)
    guard let matrix else {
      throw DecodingError.dataCorruptedError(
        forKey: .entries, in: container, debugDescription: "a matrix has rows times columns entries")
    }
    self = matrix
  }

  /// Writes the matrix.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rows, forKey: .rows)
    try container.encode(columns, forKey: .columns)
    try container.encode(PackedNumbers(entries), forKey: .entries)
  }
}

extension Record: Codable {
  private enum CodingKeys: CodingKey {
    case names, values
  }

  /// Reads a record that was written; throws where names and values are not as many.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let names = try container.decode([String].self, forKey: .names)
    let values = try container.decode([Value].self, forKey: .values)
    guard names.count == values.count else {
      throw DecodingError.dataCorruptedError(
        forKey: .values, in: container, debugDescription: "a record has a value for each name")
    }
    self.init(Array(zip(names, values)))
  }

  /// Writes the record.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(names, forKey: .names)
    try container.encode(values, forKey: .values)
  }
}
