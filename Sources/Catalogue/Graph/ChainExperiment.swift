import Engine
import Expressions
import LessonFormat
import Plotting
import SourceText

/// `{chain}`: blocks in order, each in the names before it, with every derivative between any two.
struct ChainExperiment: Experiment {
  static let name = "chain"
  static let summary = "Computes blocks one after the other, with every derivative between any two of them."
  static let results = [
    ResultDescription("y", "The value of each block and input, under its name."),
    ResultDescription(
      "dy_dx",
      "The derivative of one name by an earlier one through all blocks between, exact; by a vector the gradient."
    ),
  ]
  static let example = """
    blocks: [y = 2x, z = 4y]
    at: {x: 3}
    """

  @Parameter("What is computed, in order; each block may use the names before it.")
  var blocks: [NamedFormula]
  @Parameter("The names that the blocks start from, with their values.")
  var at = ChainInputs()

  /// No chain has more blocks, so that the derivatives between all of them stay few.
  static let mostBlocks = 60
  /// No chain starts from more names, for the same reason.
  static let mostInputs = 60

  func run(in context: Context) throws -> Outcome {
    try limit(blocks.count, "blocks", to: Self.mostBlocks)
    try limit(at.entries.count, "inputs", to: Self.mostInputs)
    try checkNames()
    let chain = Chain(blocks: blocks.map(\.definition))
    let result: ChainResult
    do throws(ChainError) {
      result = try chain.evaluate(
        at: at.entries.map { ($0.name.value, $0.value) }, in: DictionaryScope(captured))
    } catch {
      throw LessonError(error.error, in: blocks[error.block].formula.text)
    }
    let drawing = ChainDrawing(blocks: blocks, inputs: at, result: result)
    return Outcome(results(of: result), displays: [.figure(try drawing.figure(in: context))])
  }

  /// The lesson's values of the names that are neither inputs nor blocks.
  private var captured: [String: Value] {
    Dictionary(
      blocks.flatMap(\.formula.captured).map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  private func limit(_ count: Int, _ what: String, to limit: Int) throws {
    guard count > limit else { return }
    throw LessonError.experiment("\(count) \(what) are more than \(limit), its limit")
  }

  private func checkNames() throws {
    var taken = Set(at.entries.map(\.name.value))
    let derivatives = derivativeNames
    let errors = blocks.compactMap { block -> LessonError? in
      let name = block.definition.name
      if derivatives.contains(name) { return refused(block, "\(name) is the derivative of two others") }
      guard !taken.insert(name).inserted else { return nil }
      return refused(block, "\(name) is taken by an input or a block above")
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
  }

  private func refused(_ block: NamedFormula, _ message: String) -> LessonError {
    LessonError(.parameter, at: .span(block.nameSpan), message, help: "give it another name")
  }

  /// The names of all derivatives there may be.
  private var derivativeNames: Set<String> {
    let names = at.entries.map(\.name.value) + blocks.map(\.definition.name)
    return Set(names.flatMap { later in names.map { "d\(later)_d\($0)" } })
  }

  private func results(of chain: ChainResult) -> Record {
    var record = Record(chain.values.map { ($0.name, $0.value) })
    for (index, later) in chain.values.enumerated() {
      for earlier in chain.values[..<index] {
        guard let derivative = chain.derivative(of: later.name, by: earlier.name) else { continue }
        record["d\(later.name)_d\(earlier.name)"] = derivative
      }
    }
    return record
  }
}

/// The names that a chain starts from.
struct ChainInputs: ParameterValue {
  var entries: [(name: Spanned<String>, value: Value)] = []

  static let typeDescription = "names with numbers or vectors"

  init() {}

  init(reading argument: WrittenValue) throws {
    guard case .mapping(let mapping) = argument.datum.kind else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    entries = try collectingErrors(mapping) { entry in
      guard isName(entry.key.value) else {
        throw LessonError(
          .parameter, at: .span(entry.key.span), "\(entry.key.value) cannot be a name",
          help: "a name begins with a letter; letters, digits and underscores follow")
      }
      let part = argument.part(entry.value)
      switch try part.value() {
      case .number(let number): return (entry.key, .number(number))
      case .vector(let vector): return (entry.key, .vector(vector))
      case .record(let record) where record.numbers != nil: return (entry.key, .vector(record.numbers ?? []))
      default: throw part.mismatch(expected: "a number or a vector")
      }
    }
  }

  static func ownNames(in datum: Datum) -> [String] {
    if case .mapping(let entries) = datum.kind { entries.map(\.key.value) } else { [] }
  }

  var parameterDescription: String {
    entries.isEmpty ? "none" : entries.map(\.name.value).joined(separator: ", ")
  }

  func append(to digest: inout Digest) {
    for entry in entries {
      digest.append(entry.name.value)
      digest.append(entry.value)
    }
  }
}
