/// How large expressions and their values may be, so that no text exhausts the stack, the memory or the time.
///
/// All are counts: they fall the same way on every machine.
public enum Limits {
  /// Bytes of a text.
  public static let bytes = 100_000
  /// Parts of an expression.
  public static let parts = 20_000
  /// Levels of parentheses, calls, lists, exponents and signs within each other.
  public static let depth = 200
  /// Levels of expressions within each other while they are evaluated, through definitions and functions.
  public static let evaluationDepth = 500
  /// Entries of one vector or matrix.
  public static let entries = 1_000_000
  /// Steps that one evaluation may take: parts evaluated and entries computed.
  public static let work = 10_000_000
  /// Multiplications that one product of matrices may take.
  public static let multiplications = 100_000_000
  /// Derivatives of derivatives.
  public static let derivativeOrder = 3
  /// Definitions that look through to further definitions, and functions that call functions.
  public static let definitions = 50
}
