import SourceText

extension Report {
  /// The diagnostics as workflow commands of GitHub, which shows them in the changed files.
  func workflowCommands(from folder: String) -> String {
    entries.map { entry in
      entry.run.diagnostics.map { diagnostic in
        let command = WorkflowCommand(
          diagnostic, file: entry.pathInRepository(diagnostic.file, orFrom: folder))
        return command.text + "\n"
      }.joined()
    }.joined()
  }
}

/// A line that GitHub's runner reads out of what a step prints.
private struct WorkflowCommand {
  let name: String
  let properties: [(name: String, value: String)]
  let message: String

  init(_ diagnostic: Diagnostic, file: String) {
    name = diagnostic.severity.rawValue
    var properties = [("file", file), ("line", String(diagnostic.start.line))]
    if diagnostic.start.line == diagnostic.end.line {
      properties.append(("col", String(diagnostic.start.column)))
      properties.append(("endLine", String(diagnostic.end.line)))
      properties.append(("endColumn", String(diagnostic.end.column)))
    } else {
      // The runner refuses columns of what goes over several lines.
      properties.append(("endLine", String(diagnostic.end.line)))
    }
    properties.append(("title", "Gradus (\(diagnostic.code.rawValue))"))
    self.properties = properties
    message = diagnostic.explanation { "\(file):\($0.line):\($0.column): " }
  }

  var text: String {
    let list = properties.map { "\($0.name)=\(Self.escaped(property: $0.value))" }.joined(separator: ",")
    return "::\(name) \(list)::\(Self.escaped(data: message))"
  }

  /// A message as the runner reads it; scalar by scalar, because a carriage return and a line feed are one character.
  private static func escaped(data: String) -> String {
    data.escaping { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      default: nil
      }
    }
  }

  private static func escaped(property: String) -> String {
    escaped(data: property).escaping { scalar in
      switch scalar {
      case ":": "%3A"
      case ",": "%2C"
      default: nil
      }
    }
  }
}

extension Diagnostic {
  /// The message with its notes and its help, each in lines of its own.
  func explanation(place: (Position) -> String) -> String {
    let notes = notes.map { "\($0.start.map(place) ?? "")note: \($0.message)" }
    return ([message] + notes + (help.map { ["help: \($0)"] } ?? [])).joined(separator: "\n")
  }
}

extension String {
  /// The text with something else in the place of some of its scalars.
  func escaping(_ replacement: (Unicode.Scalar) -> String?) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if let text = replacement(scalar) {
        escaped.append(contentsOf: text.unicodeScalars)
      } else {
        escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
