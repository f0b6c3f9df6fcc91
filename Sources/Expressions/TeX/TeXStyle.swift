/// How numbers are shown in TeX.
public struct TeXStyle: Hashable, Sendable {
  /// The most significant digits that a number shows.
  public var significantDigits: Int

  /// Makes a style.
  public init(significantDigits: Int = 12) {
    self.significantDigits = significantDigits
  }

  /// Twelve significant digits.
  public static let standard = TeXStyle()
}
