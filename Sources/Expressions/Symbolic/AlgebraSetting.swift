/// What algebra knows about the names in its formulas.
public struct AlgebraSetting: Hashable, Sendable {
  /// Unknowns that are vectors or numbers, with how many entries each has; 1 is a number.
  ///
  /// A name that is neither here nor a definition is an unknown number.
  public var variables: [String: Int]
  /// Names that stand for formulas; algebra looks through them.
  public var definitions: [String: Expression]
  /// Conditions that hold, such as `x > 0`, `0 < p < 1` or `sum(y) == 1`; of vectors they hold for each entry.
  public var assumptions: [Expression]

  /// Makes a setting.
  public init(
    variables: [String: Int] = [:], definitions: [String: Expression] = [:], assumptions: [Expression] = []
  ) {
    self.variables = variables
    self.definitions = definitions
    self.assumptions = assumptions
  }

  /// Entries that one vector of unknowns may have: each is a symbol of its own.
  public static let entryLimit = 64

  func defines(_ name: String) -> Bool {
    variables[name] != nil || definitions[name] != nil
  }
}
