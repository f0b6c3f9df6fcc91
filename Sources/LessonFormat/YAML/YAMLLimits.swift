/// What a YAML document may hold; counts, so that they fall the same way on every machine.
enum YAMLLimits {
  /// The longest document, in bytes.
  static let bytes = 1_000_000
  /// The most entries: scalars, lists and mappings together.
  static let entries = 100_000
  /// The deepest nesting of lists and mappings.
  static let depth = 64
}
