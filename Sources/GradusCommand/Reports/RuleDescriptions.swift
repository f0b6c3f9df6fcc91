import SourceText

extension SARIF.Rule {
  /// The rule that a kind of mistake breaks.
  init(_ code: DiagnosticCode) {
    id = code.rawValue
    name = code.rawValue.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    let (rule, reason, help) = code.description
    shortDescription = SARIF.Message(rule)
    fullDescription = SARIF.Message(reason)
    self.help = SARIF.Message(help)
  }
}

extension DiagnosticCode {
  /// What must hold, why, and how a mistake of this kind is mended.
  fileprivate var description: (rule: String, reason: String, help: String) {
    switch self {
    case .claim, .condition, .derivation, .expression: aboutWhatIsSaid
    case .unknownDirective, .duplicateName, .parameter, .experiment, .data, .swift: aboutWhatRuns
    case .frontMatter, .course, .reference, .citation, .link, .math, .markdown: aboutText
    }
  }

  private var aboutWhatIsSaid: (String, String, String) {
    switch self {
    case .condition:
      (
        "A condition is true.",
        "A condition of a check directive is false for the values that the experiments gave.",
        "Look at the values on both sides, which the message names; mend the experiment or the condition."
      )
    case .derivation:
      (
        "Each line of a derivation follows from the one before.",
        "A line differs from the one before at a point that the message names, or nobody could show that it follows.",
        "Correct the line, add an assumption that it needs, or say why it is left unverified."
      )
    case .expression:
      (
        "An expression can be evaluated.",
        "A name is unknown, a shape is wrong, or a function is asked for what it is not defined at.",
        "Correct the part that is marked; a lesson sees only the names that were defined before."
      )
    default:
      (
        "A claimed number agrees with the computed value.",
        "The text of a claim does not hold for the value of its expression, at the digits that are written.",
        "Run gradus check --fix, which rewrites numbers that went stale, or correct the experiment behind it."
      )
    }
  }

  private var aboutWhatRuns: (String, String, String) {
    switch self {
    case .unknownDirective:
      (
        "A directive names an experiment that exists.",
        "A name in braces that no experiment has would be a block that nobody runs.",
        "Correct the name; gradus list shows the experiments."
      )
    case .duplicateName:
      (
        "A name is defined once in a lesson.", "A name that is taken twice would mean two things.",
        "Give one of them another name."
      )
    case .parameter:
      (
        "Parameters fit their experiment.",
        "A parameter is unknown, missing, given twice, of the wrong type, or out of its range.",
        "gradus explain, with the experiment's name, tells what it takes."
      )
    case .experiment:
      (
        "An experiment runs to its end.", "An experiment failed while it ran, or passed its limits.",
        "Change its parameters so that it can be computed; the limits are in the authoring guide."
      )
    case .data:
      (
        "A data file can be read.",
        "A data file is missing, is outside the course, or holds what it should not.",
        "Correct the name or the cell that is marked."
      )
    default:
      (
        "Swift cells compile and run.",
        "A cell does not compile, stopped before its end, or passed its limits.",
        "Mend the code at the place that is marked."
      )
    }
  }

  private var aboutText: (String, String, String) {
    switch self {
    case .frontMatter:
      (
        "Front matter has known keys with readable values.",
        "A key is unknown or missing, or a value cannot be read.",
        "Correct the key or the value; title is required."
      )
    case .course:
      (
        "A course names its lessons, and they exist.",
        "A part names a lesson that is missing, or a lesson is named by no part.",
        "Correct course.yml, or mark the lesson as a draft."
      )
    case .reference:
      (
        "A label is unique, and a reference leads to one.",
        "A reference leads nowhere, or a label stands twice.",
        "Correct the label or the reference."
      )
    case .citation:
      (
        "A citation is in the bibliography.", "A citation names a work that the bibliography does not have.",
        "Correct the key, or add the work."
      )
    case .link:
      (
        "A link into the course leads somewhere.",
        "A link or an image leads to what the course does not have.",
        "Correct the path; it starts from the lesson's own folder."
      )
    case .math:
      (
        "Mathematics can be typeset.", "KaTeX rejects a formula.",
        "Correct the TeX; where KaTeX stopped is in the message."
      )
    default:
      (
        "Nothing of a lesson is lost.", "Text would vanish from the page, or is not readable as Markdown.",
        "Correct what is marked."
      )
    }
  }
}
