import LessonFormat

extension Exercise {
  /// What `gradus explain exercise` tells: the engine's own directive `{exercise}`.
  static let description = ExperimentDescription(
    name: directive,
    summary: "Asks a question whose answer is verified.",
    parameters: [
      ParameterDescription(
        name: "question", type: "Markdown", isRequired: true,
        help: "What is asked. Longer texts stand below a bar, |, on indented lines."),
      ParameterDescription(
        name: "answer", type: "says and is", isRequired: false,
        help:
          "What the answer is said to be, verified as a claim about an expression. Readers' answers are accepted as "
          + "far as that claim goes: as its digits say, or within a tolerance, ±0.5 or ±2%."),
      ParameterDescription(
        name: "is", type: "an expression", isRequired: false,
        help: "What the right one of the choices is a claim about."),
      ParameterDescription(
        name: "choices", type: "a list, each entry with says", isRequired: false,
        help: "What readers choose from, in place of an answer. Exactly one must hold as a claim."),
      ParameterDescription(
        name: "hint", type: "Markdown", isRequired: false,
        help: "What readers can unfold when they are stuck."),
      ParameterDescription(
        name: "solution", type: "Markdown", isRequired: false,
        help: "How one comes to the answer, folded. An exercise with a solution needs no answer."),
    ],
    results: [],
    result: "slope",
    body: """
      question: How fast does $8x$ grow with $x$?
      answer: {says: "8", is: "d(8x, x)"}
      hint: Compare the values at $x = 1$ and at $x = 2$.
      solution: |
        One step in $x$ adds 8, wherever it is taken:

        $$ \\frac{d}{dx} 8x = 8 $$
      """)
}
