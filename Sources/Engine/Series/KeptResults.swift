import Expressions

extension Sweep {
  /// What is kept of the results of one run; everything else is forgotten.
  func kept(of results: Record) -> Record {
    guard let keep else { return results.onlyNumbers }
    var kept = Record()
    for path in keep { kept[path.names[...]] = results[path.names[...]] }
    return kept
  }
}

extension Record {
  /// The value at the end of a path through records; setting one makes the records on its way.
  subscript(path: ArraySlice<String>) -> Value? {
    get {
      guard let name = path.first, let value = self[name] else { return nil }
      guard path.count > 1 else { return value }
      guard case .record(let inner) = value else { return nil }
      return inner[path.dropFirst()]
    }
    set {
      guard let name = path.first, let newValue else { return }
      guard path.count > 1 else { return self[name] = newValue }
      var inner = Record()
      if case .record(let record)? = self[name] { inner = record }
      inner[path.dropFirst()] = newValue
      self[name] = .record(inner)
    }
  }

  /// The single numbers in it, and in the records in it.
  fileprivate var onlyNumbers: Record {
    Record(
      entries.compactMap { name, value in
        switch value {
        case .number: return (name, value)
        case .record(let record):
          let inner = record.onlyNumbers
          return inner.names.isEmpty ? nil : (name, .record(inner))
        case .boolean, .text, .vector, .matrix, .list, .function: return nil
        }
      })
  }

  /// The paths to the single numbers in it, in order.
  var numberPaths: [[String]] {
    entries.flatMap { name, value in
      switch value {
      case .number: [[name]]
      case .record(let record): record.numberPaths.map { [name] + $0 }
      case .boolean, .text, .vector, .matrix, .list, .function: [[String]]()
      }
    }
  }
}
