/// A formula as it was written: its parts, each with its place in the text.
public struct Expression: Hashable, Sendable {
  /// What the expression is.
  public let form: Form
  /// Its place in the text, in UTF-8 offsets, without parentheses around it.
  public let range: Range<Int>
  /// Its place together with the parentheses that enclose it.
  public let extent: Range<Int>

  /// Makes an expression.
  public init(_ form: Form, _ range: Range<Int>, extent: Range<Int>? = nil) {
    self.form = form
    self.range = range
    self.extent = extent ?? range
  }

  /// The kinds of expressions.
  ///
  /// What groups to the left is one node with many operands, so that a long sum is wide and not deep.
  public indirect enum Form: Hashable, Sendable {
    case number(Double)
    case text(String)
    case boolean(Bool)
    /// `[a, b, c]`
    case list([Expression])
    /// A name, alone or with fields and subscripts.
    case path(Path)
    /// `f(a, b)`, with the place of `f`.
    case call(String, Range<Int>, [Expression])
    /// `if(c, a, b)`
    case conditional(Expression, Expression, Expression)
    /// `d(body, variable)`
    case derivative(Expression, Path)
    case negation(Expression)
    case power(Expression, Expression)
    /// Factors, the first of which has the operation `.times`.
    case product([Factor])
    /// Terms, the first of which has the sign plus.
    case sum([Term])
    /// A first operand, and each relation with the operand on its right.
    case comparison(Expression, [Comparison])
    case not(Expression)
    case and([Expression])
    case or([Expression])
  }

  /// The same expression with parentheses around it.
  func enclosed(in extent: Range<Int>) -> Expression {
    Expression(form, range, extent: extent)
  }
}

extension Expression {
  /// One of the operands of `+` and `-`.
  public struct Term: Hashable, Sendable {
    /// Whether it is subtracted.
    public var isSubtracted: Bool
    /// The operand.
    public var operand: Expression

    /// Makes a term.
    public init(_ operand: Expression, isSubtracted: Bool = false) {
      self.isSubtracted = isSubtracted
      self.operand = operand
    }
  }

  /// How a factor joins those before it.
  public enum Operation: Hashable, Sendable {
    /// `a * b`
    case times
    /// `2x`
    case juxtaposed
    /// `a / b`
    case over
  }

  /// One of the operands of `*` and `/`.
  public struct Factor: Hashable, Sendable {
    /// How it joins those before it.
    public var operation: Operation
    /// The operand.
    public var operand: Expression

    /// Makes a factor.
    public init(_ operation: Operation, _ operand: Expression) {
      self.operation = operation
      self.operand = operand
    }
  }

  /// A relation between two values.
  public enum Relation: String, Hashable, Sendable, CaseIterable {
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
    case equal = "=="
    case unequal = "!="
  }

  /// A relation and the operand on its right.
  public struct Comparison: Hashable, Sendable {
    /// The relation.
    public var relation: Relation
    /// The operand on its right.
    public var operand: Expression

    /// Makes a comparison.
    public init(_ relation: Relation, _ operand: Expression) {
      self.relation = relation
      self.operand = operand
    }
  }
}
