import LessonFormat

extension Term {
  /// What `gradus explain term` tells: the engine's own directive `{term}`.
  static let description = ExperimentDescription(
    name: directive,
    summary: "Defines a term, which the course's glossary lists.",
    parameters: [
      ParameterDescription(
        name: "definition", type: "Markdown", isRequired: true,
        help: "What the term means. Longer texts stand below a bar, |, on indented lines."),
      ParameterDescription(
        name: "term", type: "text", isRequired: false,
        help:
          "The term as readers see it; without it, the word behind the braces, in which underscores are spaces. "
          + "References are @term- and that word, or the term with hyphens where there is none."),
    ],
    results: [],
    result: "gradient",
    body: "definition: The vector of all partial derivatives of a function, $\\nabla f$.")
}
