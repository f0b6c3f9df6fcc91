import Mustache

/// A theme's templates, compiled.
struct Templates: Sendable {
  /// The templates that a theme must have.
  enum Name: String, CaseIterable {
    case page, lesson, home, verification, search, glossary, experiments, references, print
  }

  private let library: MustacheLibrary

  /// Compiles templates, those beyond the known ones too: a template may include another.
  init(_ texts: [String: String]) throws(ThemeError) {
    for name in Name.allCases where texts[name.rawValue] == nil {
      throw ThemeError("the theme has no template \(name.rawValue).mustache")
    }
    var library = MustacheLibrary()
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      do {
        try library.register(text, named: name)
      } catch let error as MustacheTemplate.ParserError {
        let place = "\(error.context.lineNumber):\(error.context.columnNumber)"
        throw ThemeError("\(name).mustache:\(place): \(error.error)")
      } catch {
        throw ThemeError("\(name).mustache: \(error)")
      }
    }
    self.library = library
  }

  /// A page made from a template.
  func render(_ name: Name, _ values: [String: Any]) -> String {
    library.render(values, withTemplate: name.rawValue) ?? ""
  }
}

/// Why a theme cannot be used.
public struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, in one line.
  public let message: String

  init(_ message: String) {
    self.message = message
  }

  /// The message.
  public var description: String { message }
}
