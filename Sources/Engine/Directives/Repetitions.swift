import LessonFormat
import SourceText

/// `seeds: 20` in the body of a directive that draws random numbers: it runs so often, with seeds that follow each
/// other, and its result is a list.
struct Repetitions {
  /// What the parameters are read from, with the lesson's seed.
  let body: WrittenValue
  /// The seed where there is none.
  let initial: Seed?

  static let key = "seeds"
  static let allowed = 2...200

  static let description = ParameterDescription(
    name: key, type: "a whole number between \(allowed.lowerBound) and \(allowed.upperBound)",
    isRequired: false,
    help: "Runs it so often, with seeds that follow each other; the result is a list of results.")

  /// Whether an experiment draws random numbers, and has no use of its own for the word.
  static func areKnown(to parameters: ParameterList) -> Bool {
    parameters["seed"] != nil && parameters[key] == nil
  }

  /// How often a directive runs; nil for once, as it does where the number is wrong.
  static func count(in directive: Directive, parameters: ParameterList) -> Int? {
    count(in: directive.body, parameters: parameters)
  }

  private static func count(in body: Datum, parameters: ParameterList) -> Int? {
    guard areKnown(to: parameters), let datum = body[key] else { return nil }
    return count(datum)
  }

  /// The number that somebody wrote; nil where it is none that is allowed.
  static func count(_ datum: Datum) -> Int? {
    guard let number = datum.numberValue, let count = Int(exactly: number), allowed.contains(count) else {
      return nil
    }
    return count
  }

  /// What is wrong with the number, if anything.
  static func error(in body: Datum, parameters: ParameterList) -> LessonError? {
    guard areKnown(to: parameters), let datum = body[key], count(datum) == nil else { return nil }
    return error(datum)
  }

  /// The error for a number that is none.
  static func error(_ datum: Datum) -> LessonError {
    .parameter(
      datum, "expected \(description.type), written out; found \(datum.summary)",
      help: "for example seeds: 20")
  }
}

extension Repetitions {
  /// A part for each seed.
  func parts(_ count: Int) -> [SeriesPart] {
    let rest = ParameterBinder.entries(of: body.datum).filter { !["seed", Self.key].contains($0.key.value) }
    return seeds(count).map { seed in
      SeriesPart(
        name: seed.map { "seed \($0.value.scalarText?.text ?? "")" } ?? "seed",
        body: Datum(.mapping(rest + (seed.map { [$0] } ?? [])), span: body.datum.span))
    }
  }

  /// The seeds as an axis of a grid.
  func axis(_ count: Spanned<Int>) throws -> Grid.Axis {
    if let written { _ = try Seed(reading: body.part(written.value)) }
    let values = seeds(count.value).compactMap { $0?.value }
    return Grid.Axis(
      key: Spanned("seed", count.span), values: values,
      evaluated: values.map { .number($0.numberValue ?? .nan) })
  }

  private var written: Datum.Entry? { body.datum.mappingValue?.first { $0.key.value == "seed" } }

  /// The seeds as they would be written; one that cannot be read stands as it is, and is reported where it is used.
  private func seeds(_ count: Int) -> [Datum.Entry?] {
    let first = written.map { try? Seed(reading: body.part($0.value)) } ?? initial
    let place = written?.key.span ?? body.datum.span
    return (0..<count).map { number in
      first.map { Datum.Entry(key: Spanned("seed", place), value: $0.advanced(by: number).datum(at: place)) }
        ?? written
    }
  }
}

extension Seed {
  /// The seed so many after this one.
  func advanced(by count: Int) -> Seed { Seed(value &+ UInt64(count)) }

  /// It as an author would write it.
  func datum(at span: Span) -> Datum {
    Datum(.number(Double(value), spelling: String(value)), span: span)
  }
}
