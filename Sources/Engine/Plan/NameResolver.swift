import Expressions
import LessonFormat
import SourceText

/// What the names in one expression or directive mean at its place in the lesson.
struct NameResolver {
  let names: NameTable
  let file: SourceFile
  /// Names that stand before those of the lesson: the entries above one in a named `{let}`.
  var locals: [String: NameTable.Meaning] = [:]
  /// The place in the lesson from which the names are seen.
  let offset: Int
  let suggestions: Suggestions

  /// What was found for a list of mentions.
  struct Resolution {
    var meanings: [String: NameTable.Meaning] = [:]
    var dependencies: Set<Int> = []
    /// Whether every name means something.
    var isComplete = true
    /// What is wrong with those that mean nothing; empty where names may be missing for another reason.
    var unknown: [LessonError] = []
  }

  func isDefined(_ name: String) -> Bool {
    meaning(of: name) != nil
  }

  func resolve(_ mentions: [Mention]) -> Resolution {
    var resolution = Resolution()
    for mention in mentions {
      if let meaning = meaning(of: mention.name) {
        resolution.meanings[mention.name] = meaning
        resolution.dependencies.formUnion(meaning.steps(using: mention.field))
      } else if !mention.mayBeLocal, Constants.value(of: mention.name) == nil {
        resolution.isComplete = false
        if !names.mayMissNames(at: offset) { resolution.unknown.append(unknownName(mention)) }
      }
    }
    return resolution
  }

  private func meaning(of name: String) -> NameTable.Meaning? {
    locals[name] ?? names.meaning(of: name, at: offset)
  }

  private func unknownName(_ mention: Mention) -> LessonError {
    if let later = names.laterDefinition(of: mention.name, than: offset) {
      return LessonError(
        .expression, at: .span(mention.span),
        "\(mention.name) is defined later, on line \(file.line(of: later.start))",
        help: "define it before it is used")
    }
    return LessonError(
      .expression, at: .span(mention.span), "nothing defines \(mention.name)",
      help: suggestions.didYouMean(mention.name, among: locals.keys + names.names(at: offset)))
  }
}
