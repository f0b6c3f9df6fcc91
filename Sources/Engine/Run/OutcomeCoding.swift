import FoundationEssentials

/// Outcomes as bytes for a result store: JSON, whose numbers come back bit for bit.
enum OutcomeCoding {
  /// The bytes of an outcome; nil where it cannot be written, which a store takes as nothing to keep.
  static func encode(_ outcome: Outcome) -> [UInt8]? {
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return (try? encoder.encode(outcome)).map(Array.init)
  }

  /// The outcome; nil where the bytes are no outcome.
  static func decode(_ bytes: [UInt8]) -> Outcome? {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try? decoder.decode(Outcome.self, from: Data(bytes))
  }
}
