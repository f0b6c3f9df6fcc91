import LessonFormat

/// What an experiment's random numbers begin from.
///
/// A parameter of this type named `seed` has the lesson's `seed` where the directive gives none.
public struct Seed: ParameterValue, Hashable {
  /// The number, for a generator of `Mathematics`.
  public let value: UInt64

  /// The type in words.
  public static let typeDescription = "a whole number from 0"

  /// Makes a seed of a number.
  public init(_ value: UInt64) { self.value = value }

  /// Reads a whole number, with all its digits where it is written out.
  public init(reading argument: WrittenValue) throws {
    // The digits come first: a double holds no whole number beyond 2^53 exactly.
    if case .number(_, let spelling) = argument.datum.kind, let value = UInt64(spelling.filter { $0 != "_" })
    {
      self.value = value
      return
    }
    guard case .number(let number) = try argument.value(), let value = UInt64(exactly: number) else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    self.value = value
  }

  /// The number.
  public var parameterDescription: String { String(value) }

  /// Adds the number, with all its digits.
  public func append(to digest: inout Digest) { digest.append(String(value)) }
}
