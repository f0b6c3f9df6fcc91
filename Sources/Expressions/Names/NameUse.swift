/// A name that an expression uses without defining it.
public struct NameUse: Hashable, Sendable {
  /// A field that is taken of the name.
  public struct Field: Hashable, Sendable {
    /// The field's name, without subscripts.
    public var name: String
    /// Its place in the text.
    public var range: Range<Int>
  }

  /// The name.
  public var name: String
  /// Its place in the text.
  public var range: Range<Int>
  /// The fields that follow it directly, as in `close.p.Paris`.
  public var fields: [Field]
}

extension Expression {
  /// Every name that the expression uses, in the order of the text.
  ///
  /// `isDefined` decides whether `m_2` is a name or the second entry of `m`. The constants and the built-in functions
  /// are left out unless a lesson defines them, and so is a name that is only differentiated by: the x of `d(8x, x)`.
  public func names(where isDefined: (String) -> Bool) -> [NameUse] {
    var collector = NameCollector()
    collector.collect(self, bound: [], where: isDefined)
    return collector.uses.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

/// Walks an expression and gathers its names.
private struct NameCollector {
  var uses: [NameUse] = []

  mutating func collect(_ expression: Expression, bound: Set<String>, where isDefined: (String) -> Bool) {
    switch expression.form {
    case .path(let path): collect(path, bound: bound, where: isDefined)
    case .derivative(let body, let variable):
      var inner = bound
      if variable.steps.isEmpty, let name = variable.rootName, !isDefined(name) { inner.insert(name) }
      collect(body, bound: inner, where: isDefined)
      collect(variable, bound: inner, where: isDefined)
    case .call(let name, let range, _):
      if isDefined(name), Double.functions[name] == nil, !FunctionSummary.isSpecial(name) {
        uses.append(NameUse(name: name, range: range, fields: []))
      }
      for child in expression.children { collect(child, bound: bound, where: isDefined) }
    default:
      for child in expression.children { collect(child, bound: bound, where: isDefined) }
    }
  }

  private mutating func collect(_ path: Path, bound: Set<String>, where isDefined: (String) -> Bool) {
    if let root = path.rootName, !bound.contains(root) {
      let found = path.longestName(root, from: 0, where: isDefined)
      if found != nil || Constants.value(of: root) == nil {
        let steps = found?.steps ?? 0
        uses.append(
          NameUse(
            name: found?.name ?? root, range: path.range(through: steps), fields: path.fields(from: steps)))
      }
    }
    for child in path.children { collect(child, bound: bound, where: isDefined) }
  }
}

extension Path {
  /// The fields that follow each other from an index on.
  fileprivate func fields(from index: Int) -> [NameUse.Field] {
    var fields: [NameUse.Field] = []
    for located in steps[index...] {
      guard case .field(let name, _) = located.step else { break }
      fields.append(NameUse.Field(name: name, range: located.range))
    }
    return fields
  }
}
