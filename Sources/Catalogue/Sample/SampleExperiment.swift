import Engine
import Expressions
import Mathematics

/// `{sample}`: a table made by chance and rule.
struct SampleExperiment: Experiment {
  static let name = "sample"
  static let summary = "Makes a table of random numbers and of what follows from them."
  static let results = [
    ResultDescription("…", "Each column under its name: a vector of its numbers, or a list of its texts.")
  ]
  static let example = """
    rows: 500
    columns:
      x: uniform(-1, 1)
      y: uniform(-1, 1)
      noise: normal(0, 0.1)
      side: if(x^2 + y^2 + noise < 0.5, "inside", "outside")
    """

  @Parameter("How many rows are made.", .between(1, 100_000))
  var rows: Int
  @Parameter(
    "Each is uniform(a, b), normal(mean, deviation), or an expression in the columns before it and row, its number."
  )
  var columns: SampleColumns
  @Parameter("What the numbers are drawn from; the lesson's seed unless given.")
  var seed = Seed(0)

  func run(in context: Context) throws -> Outcome {
    var draft = SampleDraft(rows: rows, using: Xoshiro256StarStar(seed: seed.value))
    for column in columns.columns { try draft.add(column) }
    return Outcome(draft.record)
  }
}
