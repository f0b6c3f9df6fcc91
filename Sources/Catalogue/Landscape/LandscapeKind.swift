import Engine

/// How a landscape of two parameters is drawn.
enum LandscapeKind: String, ParameterValue, CaseIterable {
  case contour, heat

  static let typeDescription = "contour or heat"

  init(reading argument: WrittenValue) throws {
    guard let kind = Self(rawValue: try String(reading: argument)) else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    self = kind
  }

  var parameterDescription: String { rawValue }

  func append(to digest: inout Digest) { digest.append(rawValue) }
}
