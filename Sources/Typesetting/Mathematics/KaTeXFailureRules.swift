import SourceText

// MARK: - Braces and other marks

extension KaTeXFailure {
  static let structure = [
    Rule("Expected 'EOF', got '}'", "this } closes no {", help: #"a brace that shows is \}"#),
    Rule("Extra }", "this } closes no {", help: #"a brace that shows is \}"#),
    Rule(
      "Expected 'EOF', got '&'", "& stands outside an alignment",
      help: #"alignments go in \begin{aligned} … \end{aligned}; an & that shows is \&"#),
    Rule("Expected 'EOF', got '#'", "# stands outside a macro", help: "a # that shows is \\#"),
    Rule("Expected 'EOF', got '\\end'", "this \\end has no \\begin"),
    Rule("Expected 'EOF', got '\\right'", "this \\right has no \\left"),
    Rule("Expected 'EOF', got ") { TypesettingError("\(unquoted($0)) does not belong here") },
    Rule("Expected '}', got 'EOF'", "a { is not closed", help: #"a brace that shows is \{"#),
    Rule("Expected '\\right', got", #"a \left has no \right"#, help: #"a side without a mark is \right."#),
    Rule("Expected '\\endgroup', got", #"a \begingroup has no \endgroup"#),
    Rule("Unexpected end of input in a macro argument, expected ") {
      TypesettingError(
        "the formula ends within an argument: it lacks a \(unquoted($0)) or the whole argument")
    },
    Rule("Expected & or \\\\ or \\cr or \\end", #"a \begin is not closed by its \end"#),
    Rule("\\middle without preceding", #"\middle stands outside \left … \right"#),
    Rule(
      "LaTeX-incompatible input", "% makes the rest of the formula a comment", help: #"a percent sign is \%"#),
    Rule("Expected '$', got ", "a $ within \\text is not closed", help: #"a dollar sign is \$"#),
    Rule("Expected '") { mismatch("'" + $0) },
    Rule("Can't use function '$'", "a $ stands within the formula", help: #"a dollar sign is \$"#),
    Rule("Unexpected character: '\\'", "this \\ begins no command"),
    Rule("Unexpected character: ") {
      TypesettingError("the character \(unquoted($0)) does not belong in a formula")
    },
  ]

  static let scripts = [
    Rule(
      "Double superscript", "two superscripts follow each other",
      help: "braces say which is meant: {a^b}^c or a^{b^c}"),
    Rule(
      "Double subscript", "two subscripts follow each other",
      help: "braces say which is meant: {a_b}_c or a_{b_c}"),
    Rule("Expected group after ") { TypesettingError("nothing follows \(unquoted($0))") },
    Rule("Limit controls must follow", #"\limits and \nolimits belong behind an operator such as \sum"#),
    Rule(
      "only one infix operator per group", "a group has two fractions such as a \\over b", help: "use \\frac"),
  ]
}

// MARK: - Commands

extension KaTeXFailure {
  static let commands = [
    Rule("Undefined control sequence: ") { unknownCommand($0) },
    Rule("Untrusted command: ") {
      TypesettingError(
        "\($0) is not allowed in a formula",
        help: "links, pictures and HTML belong in the Markdown around it")
    },
    Rule("Expected group as ") { TypesettingError("\(role($0)) is missing") },
    Rule("Got function ") { rest in
      let command = quotation(in: rest)
      return TypesettingError(
        "\(command) stands where a group is needed",
        help: "put it in braces with its arguments: {\(command) …}")
    },
    Rule("Can't use function ") { rest in
      let isText = rest.hasSuffix("text mode")
      return TypesettingError(
        "\(quotation(in: rest)) is a command for \(isText ? "mathematics, not text" : "text, not mathematics")"
      )
    },
    Rule("Invalid size: ") { sizeless($0) },
    Rule("Invalid unit: ") { sizeless($0) },
    Rule("Invalid color: ") {
      TypesettingError("\(unquoted($0)) is not a colour", help: "colours are names or #rrggbb")
    },
    Rule("Illegal delimiter: ") {
      TypesettingError(
        "\(unquoted($0)) is not a delimiter", help: #"delimiters are marks such as ( [ \{ | \langle"#)
    },
    Rule("Invalid delimiter ") {
      TypesettingError(
        "\(quotation(in: $0)) is not a delimiter", help: #"delimiters are marks such as ( [ \{ | \langle"#)
    },
    Rule("Multiple \\tag", "the formula has more than one \\tag"),
    Rule("\\tag works only in display", "\\tag belongs in a displayed formula"),
    Rule("\\verb ended by end of line", "the \\verb is not closed"),
  ]

  private static func unknownCommand(_ name: String) -> TypesettingError {
    let bare = String(name.drop { $0 == "\\" })
    if KnownNames.commands.contains(bare) {
      return TypesettingError(
        "\(name) cannot stand here", help: "in \\text, mathematics stands between dollar signs of its own")
    }
    // Names of two letters are one edit from half the list.
    let nearest = bare.count > 2 ? nearestName(to: bare, among: KnownNames.commands) : nil
    return TypesettingError(
      "\(name) is not a command of KaTeX",
      help: KnownNames.advice[bare] ?? nearest.map { "did you mean \\\($0)?" })
  }

  private static func sizeless(_ rest: String) -> TypesettingError {
    TypesettingError(
      "\(unquoted(rest)) is not a length", help: "lengths are numbers with a unit: 2em, 5pt, 1.5cm")
  }
}

// MARK: - Environments

extension KaTeXFailure {
  static let environments = [
    Rule("No such environment: ") { name in
      let nearest = nearestName(to: name, among: KnownNames.environments)
      return TypesettingError(
        "\(name) is not an environment of KaTeX", help: nearest.map { "did you mean \($0)?" })
    },
    Rule("Mismatch: ") { rest in
      TypesettingError(rest.replacing(" matched by ", with: " is closed by "))
    },
    Rule("Too many tab characters: &", "this row has more & than its environment has columns"),
    Rule("Unknown column alignment: ") {
      TypesettingError("\(unquoted($0)) is not an alignment of a column", help: "columns are l, c, r and |")
    },
    Rule("{") { rest in
      // "{align} can be used only in display mode."
      let name = rest.prefix { $0 != "}" }
      return TypesettingError("the environment \(name) belongs in a displayed formula", help: "write $$ … $$")
    },
  ]

  static let limits = [
    Rule("Too many expansions", "the macros of the formula do not end: more than 1000 expansions"),
    Rule("RangeError", "the formula is nested too deeply"),
  ]
}
