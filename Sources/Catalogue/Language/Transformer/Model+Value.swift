import Expressions
import Mathematics

extension Model {
  /// All parameters as nested records, under their names: `layers.0.weights` is `layers_1.weights`.
  var value: Value {
    nested(
      namedParameters.map { name, tensor in (path(of: name)[...], tensor.value) })
  }

  /// Takes all parameters from such a value; false where it holds others.
  mutating func setParameters(from value: Value) -> Bool {
    var isComplete = true
    updateNamedParameters { name, parameter in
      let found = path(of: name).reduce(Optional(value)) { value, part in value?.part(part) }
      guard let numbers = found?.numbers(shape: parameter.shape),
        let tensor = try? Tensor(numbers, shape: parameter.shape)
      else {
        isComplete = false
        return
      }
      parameter = tensor
    }
    return isComplete
  }
}

/// The parts of a parameter's name, in the spelling of lessons: `attentionNorm.gain` is `attention_norm`, `gain`.
private func path(of name: String) -> [String] {
  name.split(separator: ".").map { part in
    part.map { $0.isUppercase ? "_\($0.lowercased())" : String($0) }.joined()
  }
}

private func nested(_ entries: [(path: ArraySlice<String>, value: Value)]) -> Value {
  if entries.count == 1, entries[0].path.isEmpty { return entries[0].value }
  var names: [String] = []
  var groups: [String: [(path: ArraySlice<String>, value: Value)]] = [:]
  for (path, value) in entries {
    guard let name = path.first else { continue }
    if groups[name] == nil { names.append(name) }
    groups[name, default: []].append((path.dropFirst(), value))
  }
  let parts = names.map { ($0, nested(groups[$0] ?? [])) }
  return names.allSatisfy { Int($0) != nil } ? .list(parts.map(\.1)) : .record(Record(parts))
}

extension Tensor {
  /// The numbers: a matrix where there are rows and columns, otherwise a vector.
  var value: Value {
    let matrix = rank == 2 ? Matrix(rows: shape[0], columns: shape[1], entries: values) : nil
    return matrix.map(Value.matrix) ?? .vector(values)
  }
}

extension Value {
  fileprivate func part(_ name: String) -> Value? {
    switch self {
    case .record(let record): return record[name]
    case .list(let entries):
      guard let index = Int(name), entries.indices.contains(index) else { return nil }
      return entries[index]
    default: return nil
    }
  }

  fileprivate func numbers(shape: Shape) -> [Double]? {
    switch self {
    case .vector(let numbers): shape.dimensions == [numbers.count] ? numbers : nil
    case .matrix(let matrix): shape.dimensions == [matrix.rows, matrix.columns] ? matrix.entries : nil
    default: nil
    }
  }
}
