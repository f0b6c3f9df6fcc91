import Engine
import Expressions
import LessonFormat
import Mathematics

/// A trained transformer with its words: what a `{transformer}` gives, and later directives take.
struct LanguageModel: ParameterValue {
  let transformer: Transformer
  let vocabulary: Vocabulary

  static let typeDescription = "the result of a {transformer}, such as =m"

  init(_ transformer: Transformer, _ vocabulary: Vocabulary) {
    self.transformer = transformer
    self.vocabulary = vocabulary
  }

  init(reading argument: WrittenValue) throws {
    guard case .record(let record) = try argument.value(), let words = record["words"]?.texts,
      let configuration = Self.configuration(record, words: words.count), let weights = record["weights"]
    else { throw argument.mismatch(expected: Self.typeDescription) }
    try TransformerLimits.check(configuration)
    var generator = Xoshiro256StarStar(seed: 0)
    var transformer = try Transformer(configuration, using: &generator)
    guard transformer.setParameters(from: weights),
      transformer.parameters.allSatisfy({ $0.values.allSatisfy(\.isFinite) })
    else {
      throw LessonError.parameter(
        argument.datum, "its weights are not those of a transformer of its sizes",
        help: "give \(Self.typeDescription)")
    }
    self.init(transformer, Vocabulary(words))
  }

  private static func configuration(_ record: Record, words: Int) -> Transformer.Configuration? {
    func size(_ name: String, upTo limit: Int) -> Int? {
      guard case .number(let number)? = record[name], let whole = Int(exactly: number),
        (1...limit).contains(whole)
      else { return nil }
      return whole
    }
    guard let layers = size("layers", upTo: TransformerLimits.layers),
      let width = size("width", upTo: TransformerLimits.width),
      let heads = size("heads", upTo: TransformerLimits.heads), width.isMultiple(of: heads),
      let hidden = size("hidden", upTo: TransformerLimits.hidden),
      let context = size("context", upTo: TransformerLimits.positions),
      (1...TransformerLimits.vocabulary).contains(words)
    else { return nil }
    return Transformer.Configuration(
      vocabulary: words + 1, context: context, width: width, heads: heads, layers: layers,
      perceptronWidth: hidden)
  }

  /// All that the model is made of, by name.
  var record: Record {
    let configuration = transformer.configuration
    func number(_ count: Int) -> Value { .number(Double(count)) }
    return Record([
      ("words", .texts(vocabulary.words)), ("context", number(configuration.context)),
      ("layers", number(configuration.layers)), ("width", number(configuration.width)),
      ("heads", number(configuration.heads)), ("hidden", number(configuration.perceptronWidth)),
      ("weights", transformer.value),
    ])
  }

  var parameterDescription: String { "a transformer" }

  func append(to digest: inout Digest) { digest.append(.record(record)) }
}
