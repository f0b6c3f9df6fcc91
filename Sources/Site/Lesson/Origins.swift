import LessonFormat

/// Which directive of a lesson gives each of its names.
struct Origins {
  private var directives: [String: Int] = [:]

  init(_ lesson: Lesson) {
    for (index, directive) in lesson.directives.enumerated() where directive.term == nil {
      for name in Self.names(of: directive) { directives[name] = index }
    }
  }

  /// The directive that gives a name, by its index in the lesson.
  subscript(name: String) -> Int? { directives[name] }

  private static func names(of directive: Directive) -> [String] {
    guard case .mapping(let entries) = directive.body.kind else {
      return lastPart(of: directive).map { [$0] } ?? []
    }
    // An unnamed {let} gives its keys; a {use} may rename what it brings.
    if directive.name.value == "let", directive.result == nil { return entries.map(\.key.value) }
    if directive.name.value == "use", let alias = entries.first(where: { $0.key.value == "as" }),
      case .text(let name) = alias.value.kind
    {
      return [name.text]
    }
    return lastPart(of: directive).map { [$0] } ?? []
  }

  /// The result's name, which for `neuron.h` is `h`.
  private static func lastPart(of directive: Directive) -> String? {
    directive.result?.value.split(separator: ".").last.map(String.init)
  }
}
