/// Why a formula or a listing cannot be typeset.
public struct TypesettingError: Error, Hashable, Sendable {
  /// What went wrong and what was found, in one line.
  public var message: String
  /// The UTF-8 offset in the formula at which KaTeX found the mistake, where it says so.
  public var offset: Int?
  /// What would be right.
  public var help: String?

  /// Makes an error.
  public init(_ message: String, offset: Int? = nil, help: String? = nil) {
    self.message = message
    self.offset = offset
    self.help = help
  }
}
