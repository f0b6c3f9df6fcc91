import Expressions

/// Looks at the parts of a value that lessons have no word for of its own.
struct ValueMirror {
  private let value: Any
  private let mirror: Mirror
  private let name: String
  private let depth: Int

  init(_ value: Any, name: String, depth: Int) {
    self.value = value
    self.mirror = Mirror(reflecting: value)
    self.name = name
    self.depth = depth
  }

  var publication: Publication {
    (value as? any NamedPairs).map { record($0.named) } ?? reflected
  }

  private var reflected: Publication {
    switch mirror.displayStyle {
    case .collection: list(mirror.children.map(\.value))
    case .tuple: tuple
    case .dictionary: dictionary
    case .struct: record(mirror.children.map { ($0.label ?? "", $0.value) })
    case .enum where mirror.children.isEmpty: .value(.text(String(describing: value)))
    case .optional: optional
    default: refused("a \(type(of: value)), which is no value of a lesson")
    }
  }

  private func refused(_ what: String) -> Publication { .refused("\(name) is \(what)") }

  private var optional: Publication {
    guard let wrapped = mirror.children.first else { return refused("nil, which is no value of a lesson") }
    return Publication(of: wrapped.value, under: name, depth: depth)
  }

  private func list(_ parts: [Any]) -> Publication {
    var entries: [Value] = []
    for (index, part) in parts.enumerated() {
      switch Publication(of: part, under: "\(name)[\(index)]", depth: depth + 1) {
      case .value(let value): entries.append(value)
      case .refused(let reason): return .refused(reason)
      }
    }
    return .value(Self.joined(entries))
  }

  /// Numbers make a vector, and vectors of one length a matrix.
  private static func joined(_ entries: [Value]) -> Value {
    let numbers = entries.compactMap { if case .number(let number) = $0 { number } else { nil } }
    if numbers.count == entries.count { return .vector(numbers) }
    let rows = entries.compactMap { if case .vector(let row) = $0 { row } else { nil } }
    return rows.count == entries.count ? Value(rows: rows) : .list(entries)
  }

  /// Names make a record; without names it is a list.
  private var tuple: Publication {
    let parts = mirror.children.map { (label: $0.label ?? "", value: $0.value) }
    let isNamed = parts.allSatisfy { !$0.label.isEmpty && !$0.label.hasPrefix(".") }
    return isNamed ? record(parts.map { ($0.label, $0.value) }) : list(parts.map(\.value))
  }

  /// A dictionary has no order, so that of its keys is taken.
  private var dictionary: Publication {
    var entries: [(String, Any)] = []
    for child in mirror.children {
      let pair = Array(Mirror(reflecting: child.value).children)
      guard pair.count == 2 else { return refused("a \(type(of: value)), which is no value of a lesson") }
      guard let key = pair[0].value as? String else {
        return refused("a \(type(of: value)), whose keys are no text")
      }
      entries.append((key, pair[1].value))
    }
    return record(entries.sorted { $0.0 < $1.0 })
  }

  private func record(_ parts: [(String, Any)]) -> Publication {
    guard !parts.isEmpty else { return refused("a \(type(of: value)), in which nothing is stored") }
    var entries: [(String, Value)] = []
    for (label, part) in parts {
      switch Publication(of: part, under: "\(name).\(label)", depth: depth + 1) {
      case .value(let value): entries.append((label, value))
      case .refused(let reason): return .refused(reason)
      }
    }
    return .value(.record(Record(entries)))
  }
}

/// Names with values in an order of their own.
private protocol NamedPairs {
  var named: [(String, Any)] { get }
}

extension KeyValuePairs: NamedPairs where Key == String {
  fileprivate var named: [(String, Any)] { map { ($0.key, $0.value) } }
}
