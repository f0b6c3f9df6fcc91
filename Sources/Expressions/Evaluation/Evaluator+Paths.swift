extension Evaluator {
  mutating func evaluate(_ path: Path) throws(ExpressionError) -> Quantity<S> {
    var (value, index) = try root(of: path)
    while index < path.steps.count {
      (value, index) = try step(from: value, of: path, at: index)
    }
    return value
  }

  /// The value at the root, and how many steps were part of its name.
  private mutating func root(of path: Path) throws(ExpressionError) -> (Quantity<S>, Int) {
    switch path.root {
    case .expression(let expression): return (try evaluate(expression), 0)
    case .name(let name):
      if path.steps.isEmpty, let value = try lookUp(name, at: path.rootRange) { return (value, 0) }
      if let field = try definedField(of: name, path) { return (field, 1) }
      if let found = path.longestName(name, from: 0, where: isDefined),
        let value = try lookUp(found.name, at: path.range(through: found.steps))
      {
        return (value, found.steps)
      }
      if let constant = Constants.value(of: name) { return (.number(S(constant)), 0) }
      throw unknownName(name, at: path.rootRange)
    }
  }

  /// The field of a name that has a formula of its own, where derivatives look through it.
  private mutating func definedField(of name: String, _ path: Path) throws(ExpressionError) -> Quantity<S>? {
    guard looksThroughDefinitions, let first = path.steps.first, case .field(let field, _) = first.step,
      seeds[name] == nil || movingFields[name].map({ $0 != field }) == true
    else { return nil }
    return try definition(of: "\(name).\(field)", at: first.range)
  }

  /// Takes the step at an index; returns the value and the index of the next step.
  mutating func step(
    from value: Quantity<S>, of path: Path, at index: Int
  ) throws(ExpressionError) -> (Quantity<S>, Int) {
    switch path.steps[index].step {
    case .field(let name, _): return try field(name, of: value, in: path, at: index)
    case .subscripts(let expressions, _):
      return (try entry(expressions, of: value, in: path, at: index), index + 1)
    case .call(let arguments):
      let name = path.description(through: index)
      let range = path.range(through: index + 1)
      guard case .list(let functions) = value, !functions.isEmpty, functions.allSatisfy(\.isFunction) else {
        return (try call(value, named: name, arguments, at: range), index + 1)
      }
      var results: [Quantity<S>] = []
      for function in functions {
        results.append(try call(Quantity(function), named: name, arguments, at: range))
      }
      return (gatheredFromRecords(results), index + 1)
    }
  }

  private mutating func field(
    _ name: String, of value: Quantity<S>, in path: Path, at index: Int
  ) throws(ExpressionError) -> (Quantity<S>, Int) {
    if case .list(let records) = value, !records.isEmpty, records.allSatisfy(\.isRecord) {
      return try field(name, ofEach: records, in: path, at: index)
    }
    guard let names = value.fieldNames else {
      throw ExpressionError(
        path.steps[index].range, "\(path.description(through: index)) is \(value.kind) and has no fields")
    }
    if let found = path.longestName(name, from: index + 1, where: { value.field($0) != nil }),
      let field = value.field(found.name)
    {
      return (field, index + 1 + found.steps)
    }
    let shown = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? " …" : "")
    throw ExpressionError(
      path.steps[index].range,
      "\(path.description(through: index)) has no \(name.prefix(40)); it has \(shown)",
      help: suggestion(for: name, among: names))
  }

  /// The fields of one name in a list of records, such as the results of many runs.
  private mutating func field(
    _ name: String, ofEach records: [Value], in path: Path, at index: Int
  ) throws(ExpressionError) -> (Quantity<S>, Int) {
    var entries: [Quantity<S>] = []
    entries.reserveCapacity(records.count)
    var size = 0
    var end = index + 1
    for record in records {
      // What is a field of one record and a field's entry in another is told apart by the first.
      let (entry, next) = try field(name, of: Quantity(record), in: path, at: index)
      guard entries.isEmpty || next == end else {
        throw ExpressionError(
          path.steps[index].range, "not all of \(path.description(through: index)) have this field")
      }
      entries.append(entry)
      end = next
      size += entry.size
      try spend(size, at: path.steps[index].range)
    }
    return (gatheredFromRecords(entries), end)
  }

  /// What many records gave: a vector, a matrix or a list.
  private func gatheredFromRecords(_ entries: [Quantity<S>]) -> Quantity<S> {
    // Records of numbers would become rows of a matrix, and their fields could not be asked for.
    let values = entries.map(\.value)
    return values.allSatisfy(\.isRecord) ? .list(values) : gathered(entries)
  }
}

extension Value {
  fileprivate var isRecord: Bool {
    if case .record = self { true } else { false }
  }

  fileprivate var isFunction: Bool {
    if case .function = self { true } else { false }
  }
}

extension Quantity {
  /// The names of a record's fields; nil for anything else.
  var fieldNames: [String]? {
    switch self {
    case .record(let record): record.names
    case .labelled(let names, _): names
    default: nil
    }
  }

  /// The value of a record's field.
  func field(_ name: String) -> Quantity? {
    switch self {
    case .record(let record): record[name].map { Quantity($0) }
    case .labelled(let names, let values): names.firstIndex(of: name).map { values[$0] }
    default: nil
    }
  }
}
