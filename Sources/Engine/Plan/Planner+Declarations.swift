import LessonFormat
import SourceText

/// Experiments that Swift code declares: in a cell for the rest of its lesson, in a file for the whole course.
extension Planner {
  static func declarations(in files: [SourceFile]) -> [String: Plan.Declaration] {
    var declarations: [String: Plan.Declaration] = [:]
    for (index, file) in files.enumerated() {
      for declared in DeclaredExperiment.all(in: String(decoding: file.bytes, as: UTF8.self)) {
        declarations[declared.name] = Plan.Declaration(name: declared.name, source: .file(index))
      }
    }
    return declarations
  }

  /// The experiment of a name; the nearest to the lesson stands.
  func declaration(of name: String) -> Plan.Declaration? {
    lessonDeclarations[name] ?? courseDeclarations[name]
  }

  mutating func planDeclared(
    _ declaration: Plan.Declaration, _ directive: Directive, _ index: Int, _ lesson: Int
  ) {
    let names = resolver(lesson, at: directive.span.start)
    var resolution = names.resolve(Mention.ofDeclared(in: directive.body, isDefined: names.isDefined))
    if case .cell(_, _, let step) = declaration.source { resolution.dependencies.insert(step) }
    let step = addStep(
      lesson, index, directive.isReadable ? .run(.declared(declaration)) : .broken, resolution)
    defineResult(of: directive, .step(step), lesson, index)
  }
}

extension Mention {
  /// The names in the body of a directive whose experiment Swift code declares.
  ///
  /// What its parameters are only the compiled code knows: every text that names something may be an expression.
  static func ofDeclared(in body: Datum, isDefined: (String) -> Bool) -> [Mention] {
    inExpressions(of: body, isDefined: isDefined)
      + body.formulas.flatMap { inFormula($0, isDefined: isDefined) }
  }
}

extension Datum {
  /// The texts in it that an `=` would make expressions.
  fileprivate var formulas: [MappedText] {
    switch kind {
    case .text(let text): expressionText == nil ? [text] : []
    case .list(let entries): entries.flatMap(\.formulas)
    case .mapping(let entries): entries.flatMap(\.value.formulas)
    case .number, .boolean, .empty: []
    }
  }
}
