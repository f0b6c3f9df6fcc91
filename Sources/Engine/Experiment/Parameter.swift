import LessonFormat
import SourceText
import Synchronization

/// A parameter of an experiment: its type, its help, and what is allowed.
///
/// The name is the property's, with hyphens: `learningRate` is written `learning-rate`.
@propertyWrapper
public struct Parameter<Value: ParameterValue>: Sendable {
  private let storage: ParameterStorage<Value>

  /// A parameter that the author must give.
  public init(_ help: String, _ bounds: Bounds = .any, unit: String? = nil) {
    storage = ParameterStorage(initial: nil, help: help, bounds: bounds, unit: unit)
  }

  /// A parameter with a default.
  public init(wrappedValue: Value, _ help: String, _ bounds: Bounds = .any, unit: String? = nil) {
    storage = ParameterStorage(initial: wrappedValue, help: help, bounds: bounds, unit: unit)
  }

  /// The value that the author gave, or the default.
  public var wrappedValue: Value { storage.value }

  /// The place of the value in the lesson; nil where the default stands.
  public var projectedValue: Datum? { storage.datum }
}

extension Parameter: AnyParameter {
  func erased() -> any AnyParameterStorage { storage }
}

/// What the engine sees of a parameter, whatever its type.
protocol AnyParameter {
  func erased() -> any AnyParameterStorage
}

/// A parameter that can be described, filled in, and made part of a key.
protocol AnyParameterStorage: Sendable {
  func description(named name: String) -> ParameterDescription
  func bind(_ argument: WrittenValue) throws
  /// The seed that stands, where the parameter is one.
  var seed: Seed? { get }
  func append(to digest: inout Digest)
  /// The value as a part of what a result depends on.
  func ingredient(named name: String) -> Ingredient
  func mentions(in datum: Datum, isDefined: (String) -> Bool) -> [Mention]
  func ownNames(in datum: Datum) -> [String]
}

private final class ParameterStorage<Value: ParameterValue>: AnyParameterStorage {
  private struct Binding {
    var value: Value
    var datum: Datum?
  }

  private let initial: Value?
  private let help: String
  private let bounds: Bounds
  private let unit: String?
  private let binding = Mutex<Binding?>(nil)

  init(initial: Value?, help: String, bounds: Bounds, unit: String?) {
    self.initial = initial
    self.help = help
    self.bounds = bounds
    self.unit = unit
  }

  var value: Value {
    if let bound = binding.withLock({ $0?.value }) ?? initial { return bound }
    fatalError("an experiment runs only after each of its required parameters was filled in")
  }

  var datum: Datum? { binding.withLock { $0?.datum } }

  func description(named name: String) -> ParameterDescription {
    ParameterDescription(
      name: name,
      type: [Value.typeDescription, bounds.description].compactMap(\.self).joined(separator: " "),
      unit: unit, initial: initial.map(\.parameterDescription), isRequired: initial == nil, help: help)
  }

  func bind(_ argument: WrittenValue) throws {
    let value = try Value(reading: argument)
    if let outside = value.boundedNumbers.first(where: { !bounds.contains($0) }) {
      throw LessonError.parameter(
        argument.datum, "\(spelled(outside)) is not \(bounds.description ?? "allowed")")
    }
    binding.withLock { $0 = Binding(value: value, datum: argument.datum) }
  }

  var seed: Seed? { binding.withLock { ($0?.value ?? initial) as? Seed } }

  func append(to digest: inout Digest) {
    value.append(to: &digest)
  }

  func ingredient(named name: String) -> Ingredient {
    var digest = Digest()
    append(to: &digest)
    if let file = value as? DataFile { return Ingredient(.file, file.file.path, shown: "", digest: digest) }
    let isSeed = name == "seed" && value is Seed
    return Ingredient(
      isSeed ? .seed : .parameter, isSeed ? "" : name, shown: value.parameterDescription, digest: digest)
  }

  func mentions(in datum: Datum, isDefined: (String) -> Bool) -> [Mention] {
    Value.mentions(in: datum, isDefined: isDefined)
  }

  func ownNames(in datum: Datum) -> [String] { Value.ownNames(in: datum) }
}

/// What `gradus explain` says about a parameter.
public struct ParameterDescription: Sendable, Hashable, Codable {
  /// The key in the directive's body.
  public var name: String
  /// What it must be: "a number above 0".
  public var type: String
  /// The unit of its numbers.
  public var unit: String?
  /// The default, as an author would write it; nil where there is none.
  public var initial: String?
  /// Whether it must be given.
  public var isRequired: Bool
  /// What it does, in a sentence.
  public var help: String

  /// Describes a parameter.
  public init(
    name: String, type: String, unit: String? = nil, initial: String? = nil, isRequired: Bool, help: String
  ) {
    self.name = name
    self.type = type
    self.unit = unit
    self.initial = initial
    self.isRequired = isRequired
    self.help = help
  }
}

/// The parameters of an experiment by their names, in the order of their declaration.
struct ParameterList {
  let entries: [(name: String, storage: any AnyParameterStorage)]

  init(of experiment: some Experiment) {
    entries = Mirror(reflecting: experiment).children.compactMap { child in
      guard let label = child.label, let parameter = child.value as? any AnyParameter else { return nil }
      return (hyphenated(String(label.drop { $0 == "_" })), parameter.erased())
    }
  }

  subscript(name: String) -> (any AnyParameterStorage)? {
    entries.first { $0.name == name }?.storage
  }
}
