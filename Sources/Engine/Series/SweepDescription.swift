extension Sweep {
  /// What `gradus explain sweep` tells: the engine's own directive `{sweep}`.
  static let description = ExperimentDescription(
    name: name,
    summary:
      "Runs a directive at every point of a grid of its parameters, and gathers the results in a table.",
    parameters: [
      ParameterDescription(
        name: "run", type: "the name of a directive", isRequired: true,
        help:
          "What runs at every point: any experiment that gradus list shows, or one that Swift code declares."),
      ParameterDescription(
        name: "over", type: "parameters, each with a list of its values", isRequired: true,
        help:
          "The grid: every combination, of which the first name varies slowest. A list of mappings names the points "
          + "themselves. There are at most \(mostPoints)."),
      ParameterDescription(
        name: "with", type: "parameters, each with its value", isRequired: false,
        help: "The other parameters, which are the same at every point."),
      ParameterDescription(
        name: "keep", type: "a list of names of results", initial: "every single number", isRequired: false,
        help:
          "Which results become columns; end.loss is loss in the record end. Nothing else is kept in memory."),
      ParameterDescription(
        name: Repetitions.key, type: Repetitions.description.type, isRequired: false,
        help: "Runs every point so often, with seeds that follow each other in a column seed."),
    ],
    results: [
      ResultDescription(
        "…",
        "A column for each name in over and each result that is kept: a vector of numbers, or else a list. Hyphens in "
          + "names become underscores; a result that is called as a name in over is not kept.")
    ],
    result: "warmth",
    body: """
      run: softmax
      over:
        temperature: [0.5, 1, 2]
        scores: [[1, 2, 1], [1, 9, 1]]
      keep: [entropy, p]
      tbl-cap: How even the probabilities are.
      """)
}
