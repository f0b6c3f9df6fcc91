import Engine
import Expressions
import LessonFormat
import SourceText

/// Something of a lesson that has a value or a picture, to be compared with what it was.
struct ComparedItem {
  enum Kind: String {
    case claim
    case inserted
    case condition
    case result
    case figure
    case table
    case derivation
  }

  enum Content {
    case value(Value)
    case figure(String)
    case table(DisplayTable)
    case derivation(Derivation)
    /// It could not be computed.
    case missing
  }

  /// What makes it the same thing in two revisions: its kind, its name, and which one of that name it is.
  struct Identity: Hashable {
    var kind: Kind
    var name: String
    var number: Int
  }

  var identity: Identity
  var line: Int
  var content: Content

  /// Everything of a lesson that is compared, in order of place.
  static func all(of run: LessonRun) -> [ComparedItem] {
    var items: [(kind: Kind, name: String, offset: Int, content: Content)] = []
    for (claim, outcome) in zip(run.lesson.claims, run.claims) {
      items.append(
        (
          outcome.isInsertion ? .inserted : .claim, claim.expression.text, claim.span.start,
          outcome.value.map { .value($0) } ?? .missing
        ))
    }
    for named in run.values {
      items.append(
        (.result, named.name.value, named.name.span.start, named.value.map { .value($0) } ?? .missing))
    }
    for (directive, outcome) in zip(run.lesson.directives, run.directives) {
      items += outcome.facts.map { fact in
        (
          .condition, fact.text.text, fact.text.span.start,
          fact.holds.map { .value(.boolean($0)) } ?? .missing
        )
      }
      if let answer = outcome.exercise?.answer, let written = directive.exercise?.answers.first {
        items.append(
          (.claim, written.expression.text, written.span.start, answer.value.map { .value($0) } ?? .missing))
      }
      items += shown(directive, outcome)
    }
    return identified(items.sorted { $0.offset < $1.offset }, in: run.lesson.file)
  }

  /// What a directive shows.
  private static func shown(
    _ directive: Directive, _ outcome: DirectiveRun
  ) -> [(kind: Kind, name: String, offset: Int, content: Content)] {
    let name = directive.result?.value ?? "{\(directive.name.value)}"
    return outcome.run?.outcome.displays.map { display in
      switch display {
      case .figure(let figure): (.figure, name, directive.span.start, .figure(anonymous(figure.svg)))
      case .table(let table): (.table, name, directive.span.start, .table(table))
      case .derivation(let derivation): (.derivation, name, directive.span.start, .derivation(derivation))
      }
    } ?? []
  }

  /// A drawing without what tells it from others on its page, which depends on how it was made.
  private static func anonymous(_ svg: String) -> String {
    svg.replacing(/figure-[0-9a-f]{8}/, with: "figure")
  }

  private static func identified(
    _ items: [(kind: Kind, name: String, offset: Int, content: Content)], in file: SourceFile
  ) -> [ComparedItem] {
    var counts: [Identity: Int] = [:]
    return items.map { item in
      var identity = Identity(kind: item.kind, name: item.name, number: 0)
      counts[identity, default: 0] += 1
      identity.number = counts[identity] ?? 1
      return ComparedItem(identity: identity, line: file.line(of: item.offset), content: item.content)
    }
  }
}
