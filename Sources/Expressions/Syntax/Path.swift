/// What fields and subscripts are taken of, and which: `close.p.Paris`, `W_{2,3}`, `softmax(1, 2, 1)_2`.
public struct Path: Hashable, Sendable {
  /// Where a path begins.
  public indirect enum Root: Hashable, Sendable {
    case name(String)
    case expression(Expression)
  }

  /// A step of a path.
  public enum Step: Hashable, Sendable {
    /// `.name`, or `."any text"` where it is quoted.
    case field(String, isQuoted: Bool)
    /// `_2` or `_{i, j}`.
    ///
    /// Where plain digits follow a name, the whole of them may be a name itself; `whole` is that name.
    case subscripts([Expression], whole: String?)
    /// `(a, b)` behind a field or a subscript.
    case call([Expression])
  }

  /// A step with its place in the text: of the name itself, of the digits or braces, of the parentheses.
  public struct Located: Hashable, Sendable {
    /// The step.
    public var step: Step
    /// Its place.
    public var range: Range<Int>
  }

  /// Where the path begins.
  public var root: Root
  /// The place of the root.
  public var rootRange: Range<Int>
  /// The steps from there.
  public var steps: [Located]

  /// What stands for a path that is too long to be described.
  static let elided = "this value"

  /// The name at the root, if it is one.
  public var rootName: String? {
    if case .name(let name) = root { name } else { nil }
  }

  /// The place of the root and the first steps.
  func range(through count: Int) -> Range<Int> {
    guard count > 0 else { return rootRange }
    return rootRange.lowerBound..<steps[count - 1].range.upperBound
  }
}

extension Path {
  /// The longest name that is defined and begins the steps at an index: `m_2` before `m`.
  ///
  /// Returns the name, and how many of the steps it takes in.
  func longestName(
    _ name: String, from index: Int, where isDefined: (String) -> Bool
  ) -> (name: String, steps: Int)? {
    var wholes: [String] = []
    for located in steps[index...] {
      guard case .subscripts(_, let whole?) = located.step else { break }
      wholes.append(whole)
    }
    for (count, whole) in wholes.enumerated().reversed() where isDefined(whole) {
      return (whole, count + 1)
    }
    return isDefined(name) ? (name, 0) : nil
  }
}
