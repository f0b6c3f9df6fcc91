import Engine
import Expressions
import LessonFormat
import Mathematics
import SourceText

/// The coefficients of a `{fit}`, each with a number or several to start from.
struct FitStart: ParameterValue {
  struct Coefficient {
    let name: Spanned<String>
    let values: [Double]
    let datum: Datum
  }

  let coefficients: [Coefficient]
  /// Every combination of their numbers, the last coefficient varying fastest.
  let combinations: [[Double]]

  static let typeDescription = "coefficients, each with a number or a list of numbers"
  /// Combinations that are tried at most.
  static let mostStarts = 10_000
  /// A fit has no more coefficients.
  static let mostCoefficients = 50

  init(reading argument: WrittenValue) throws {
    guard case .mapping(let mapping) = argument.datum.kind, !mapping.isEmpty else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    coefficients = try collectingErrors(mapping) { entry in
      guard isName(entry.key.value) else {
        throw LessonError(
          .parameter, at: .span(entry.key.span), "\(entry.key.value) cannot be a name",
          help: "a name begins with a letter; letters, digits and underscores follow")
      }
      return Coefficient(
        name: entry.key, values: try Self.numbers(argument.part(entry.value)), datum: entry.value)
    }
    guard coefficients.count <= Self.mostCoefficients else {
      throw LessonError.parameter(
        argument.datum, "\(coefficients.count) coefficients are more than \(Self.mostCoefficients), the limit"
      )
    }
    guard let combinations = try? startGrid(coefficients.map(\.values), limit: Self.mostStarts) else {
      throw LessonError.parameter(
        argument.datum, "these are more than \(Self.mostStarts) combinations, the limit",
        help: "give fewer starting values")
    }
    self.combinations = combinations
  }

  private static func numbers(_ argument: WrittenValue) throws -> [Double] {
    let numbers: [Double]
    switch try argument.value() {
    case .number(let number): numbers = [number]
    case .vector(let vector): numbers = vector
    default: throw argument.mismatch(expected: "a number or a list of numbers")
    }
    guard !numbers.isEmpty, numbers.allSatisfy(\.isFinite) else {
      throw argument.mismatch(expected: "finite numbers, at least one")
    }
    return numbers
  }

  /// The names in order.
  var names: [String] { coefficients.map(\.name.value) }

  var parameterDescription: String { names.joined(separator: ", ") }

  func append(to digest: inout Digest) {
    for coefficient in coefficients {
      digest.append(coefficient.name.value)
      digest.append(.vector(coefficient.values))
    }
  }

  static func ownNames(in datum: Datum) -> [String] {
    if case .mapping(let entries) = datum.kind { entries.map(\.key.value) } else { [] }
  }
}

/// Where the coefficients of a `{fit}` must stay.
struct FitBounds: ParameterValue {
  private(set) var entries: [(name: Spanned<String>, range: ClosedRange<Double>)] = []

  static let typeDescription = "coefficients, each with the least and the greatest value"

  init() {}

  init(reading argument: WrittenValue) throws {
    guard case .mapping(let mapping) = argument.datum.kind else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    entries = try collectingErrors(mapping) { entry in
      let part = argument.part(entry.value)
      guard case .list(let ends) = entry.value.kind, ends.count == 2 else {
        throw part.mismatch(expected: "two numbers, the smaller first")
      }
      let numbers = try collectingErrors(ends) { try Self.end(argument.part($0)) }
      guard numbers[0] < numbers[1] else {
        throw LessonError.parameter(
          part.datum, "the first bound is not below the second", help: "write the smaller first")
      }
      return (entry.key, numbers[0]...numbers[1])
    }
  }

  /// An end is an expression by its nature, so that `inf` and `-inf` can be written as they are.
  private static func end(_ argument: WrittenValue) throws -> Double {
    guard argument.datum.formulaText != nil,
      case .number(let number) = try Formula(reading: argument).evaluate(), !number.isNaN
    else { throw argument.mismatch(expected: "a number, inf or -inf") }
    return number
  }

  subscript(name: String) -> ClosedRange<Double>? { entries.first { $0.name.value == name }?.range }

  var parameterDescription: String {
    entries.isEmpty ? "none" : entries.map(\.name.value).joined(separator: ", ")
  }

  func append(to digest: inout Digest) {
    for entry in entries {
      digest.append(entry.name.value)
      digest.append(.vector([entry.range.lowerBound, entry.range.upperBound]))
    }
  }

  static func mentions(in datum: Datum, isDefined: (String) -> Bool) -> [Mention] {
    guard case .mapping(let entries) = datum.kind else { return [] }
    return entries.flatMap { Array<Formula>.mentions(in: $0.value, isDefined: isDefined) }
  }
}

/// How a `{fit}` counts a deviation.
enum FitLoss: String, ChoiceParameter {
  case squares, huber
}

/// Where a `{fit}` measures deviations.
enum FitSpace: String, ChoiceParameter {
  /// As differences.
  case linear
  /// As differences of logarithms, which are ratios.
  case log
}
