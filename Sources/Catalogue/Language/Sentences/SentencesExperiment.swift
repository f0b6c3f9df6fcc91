import Engine
import Expressions
import LessonFormat
import Mathematics

/// `{sentences}`: templates filled with the rows of tables.
struct SentencesExperiment: Experiment {
  static let name = "sentences"
  static let summary = "Makes sentences: every row of a table fills the places of every template."
  static let results = [
    ResultDescription("sentence", "The sentences, in order."),
    ResultDescription("prompt", "Each without its last word."),
    ResultDescription("answer", "The last word of each."),
    ResultDescription("kind", "The kind of each: that of its template, or the template itself."),
    ResultDescription("count", "How many there are; one that comes twice is kept once."),
    ResultDescription("words", "The different words, in order of appearance."),
    ResultDescription("longest", "How many words the longest sentence has."),
    ResultDescription("training", "The sentences that are not held out, with the same four columns."),
    ResultDescription("held_out", "The sentences that are held out, with the same four columns."),
  ]
  static let example = """
    templates:
      - {text: "the capital of {country} is {city}", kind: capital}
      - {text: ["{city} lies in {country}", "she flew to {city}"], kind: travel}
    fill:
      country: [France, Spain, Japan]
      city: [Paris, Madrid, Tokyo]
    tbl-cap: Nine sentences.
    """

  @Parameter(
    """
    What is filled in: sentences with {columns} of the table, or mappings of text (one sentence, or a list), kind (a \
    word for them all) and fill (a table of their own).
    """)
  var templates: [TemplateGroup]
  @Parameter("The table of templates that name none: columns of words, one sentence a row.")
  var fill: FillTable? = nil
  @Parameter(
    "The share of the sentences, drawn at random, that no model is to be trained on.", .between(0, 0.9))
  var heldOut = 0.0
  @Parameter("What the drawing begins from; the lesson's seed unless given.")
  var seed = Seed(0)

  /// No lesson has more sentences, nor more bytes of them.
  static let mostSentences = 20_000
  static let mostBytes = 2_000_000

  func run(in context: Context) throws -> Outcome {
    let all = templates.flatMap { group in
      group.templates.map { (template: $0, kind: group.kind ?? $0.written.text, fill: group.fill ?? fill) }
    }
    _ = try collectingFirstErrors(all) { try $0.template.check($0.fill) }
    var sentences = SentenceList()
    var rows: [(example: String, kind: String, count: Int)] = []
    for (template, kind, fill) in all {
      let before = sentences.count
      let texts = try template.sentences(from: fill)
      for text in texts { try sentences.add(text, kind: kind, from: template) }
      rows.append((texts.first ?? "", kind, sentences.count - before))
    }
    guard sentences.count > 0 else {
      throw LessonError.experiment("there are no sentences", help: "give templates, and a table with rows")
    }
    return Outcome(results(sentences), displays: [.table(table(rows))])
  }

  private func results(_ sentences: SentenceList) -> Record {
    var order = Array(0..<sentences.count)
    var generator = Xoshiro256StarStar(seed: seed.value)
    order.permute(using: &generator)
    let held = Set(order.prefix(Int((heldOut * Double(sentences.count)).rounded())))
    let all = Array(0..<sentences.count)
    var record = sentences.columns(of: all)
    record["count"] = .number(Double(sentences.count))
    record["words"] = .texts(sentences.vocabulary)
    record["longest"] = .number(Double(sentences.longest))
    record["training"] = .record(sentences.columns(of: all.filter { !held.contains($0) }))
    record["held_out"] = .record(sentences.columns(of: all.filter(held.contains)))
    return record
  }

  private func table(_ rows: [(example: String, kind: String, count: Int)]) -> DisplayTable {
    let shown = rows.prefix(DisplayTable.mostRows)
    var columns = [
      DisplayTable.Column(name: "for example", .words, cells: shown.map(\.example)),
      DisplayTable.Column(name: "sentences", .numbers, cells: shown.map { String($0.count) }),
    ]
    if templates.contains(where: { $0.kind != nil }) {
      columns.insert(DisplayTable.Column(name: "kind", .words, cells: shown.map(\.kind)), at: 0)
    }
    return DisplayTable(columns: columns, omittedRows: rows.count - shown.count)
  }
}
