import FoundationEssentials

/// Outcomes as bytes for a result store: JSON, whose numbers come back bit for bit.
enum OutcomeCoding {
  /// The bytes of an outcome; nil where it cannot be written, which a store takes as nothing to keep.
  static func encode(_ outcome: Outcome) -> [UInt8]? {
    (try? encoder.encode(outcome)).map(Array.init)
  }

  /// The outcome; nil where the bytes are no outcome.
  static func decode(_ bytes: [UInt8]) -> Outcome? {
    try? decoder.decode(Outcome.self, from: Data(bytes))
  }

  /// Writes numbers so that they come back bit for bit, whether or not they are finite.
  static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return encoder
  }

  /// Reads what the encoder has written.
  static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return decoder
  }
}
