import Engine
import LessonFormat

/// Templates that share a kind and a table: a sentence alone, or a mapping.
struct TemplateGroup: ParameterValue {
  let templates: [SentenceTemplate]
  let kind: String?
  let fill: FillTable?

  static let typeDescription = "a sentence with {columns}, or {text, kind, fill}"

  init(reading argument: WrittenValue) throws {
    guard case .mapping = argument.datum.kind else {
      templates = [try SentenceTemplate(reading: argument)]
      (kind, fill) = (nil, nil)
      return
    }
    var reader = try MappingReader(
      argument, expected: Self.typeDescription, known: ["text", "kind", "fill"])
    let templates = reader.require("text", as: OneOrMore.self)
    kind = reader.read("kind")
    fill = reader.read("fill")
    try reader.finish()
    self.templates = templates?.templates ?? []
  }

  var parameterDescription: String { templates.map(\.parameterDescription).joined(separator: ", ") }

  func append(to digest: inout Digest) {
    templates.append(to: &digest)
    kind.append(to: &digest)
    fill.append(to: &digest)
  }

  /// A template or a list of them.
  private struct OneOrMore: ParameterValue {
    let templates: [SentenceTemplate]

    static let typeDescription = "a sentence with {columns}, or a list of them"

    init(reading argument: WrittenValue) throws {
      if case .list = argument.datum.kind {
        templates = try [SentenceTemplate](reading: argument)
      } else {
        templates = [try SentenceTemplate(reading: argument)]
      }
    }

    var parameterDescription: String { templates.parameterDescription }

    func append(to digest: inout Digest) { templates.append(to: &digest) }
  }
}
