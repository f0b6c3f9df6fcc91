/// Lines of mathematics of which each follows from the one before, ready for the page.
public struct Derivation: Sendable, Hashable, Codable {
  /// How it is known that a line follows.
  public enum Verification: Sendable, Hashable, Codable {
    /// The line is where the derivation starts.
    case given
    /// An equation that is taken for true, so that others follow from it.
    case premise
    /// Exact algebra.
    case proved
    /// Evaluation at so many points, and nowhere a difference.
    case tested(points: Int)
    /// The author's word.
    case unverified(reason: String)

    /// How it is known, in words.
    public var words: String {
      switch self {
      case .given: "where the derivation starts"
      case .premise: "taken for true"
      case .proved: "proved by algebra"
      case .tested(let points): "tested at \(points) points"
      case .unverified(let reason): "not verified: \(reason)"
      }
    }

    /// Whether Gradus has verified the line itself.
    public var isVerified: Bool {
      switch self {
      case .proved, .tested: true
      case .given, .premise, .unverified: false
      }
    }
  }

  /// A line.
  public struct Line: Sendable, Hashable, Codable {
    /// The left side in TeX, where the line has one of its own.
    public var left: String?
    /// The right side, or the whole expression, in TeX.
    public var right: String
    /// Whether the line is an equation that follows from the one before, and not its continuation.
    public var isConsequence: Bool
    /// Why it follows, in the author's words.
    public var reason: String?
    /// How it is known.
    public var verification: Verification

    /// Makes a line.
    public init(
      left: String?, right: String, isConsequence: Bool, reason: String?, verification: Verification
    ) {
      self.left = left
      self.right = right
      self.isConsequence = isConsequence
      self.reason = reason
      self.verification = verification
    }
  }

  /// What names stand for, and what is assumed, in TeX.
  public var premises: [String]
  /// The lines, the first first.
  public var lines: [Line]

  /// Makes a derivation.
  public init(premises: [String], lines: [Line]) {
    self.premises = premises
    self.lines = lines
  }
}
