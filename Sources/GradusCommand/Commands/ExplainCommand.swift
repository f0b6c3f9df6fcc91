import ArgumentParser
import Engine
import Expressions
import SourceText

/// `gradus explain`: one experiment's parameters, results and an example, or what a function does.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Shows an experiment's parameters, results and an example.",
    discussion: "Experiments of the current folder's course are among them.")

  @Argument(help: "The name of an experiment or a function.")
  var name: String

  @OptionGroup var cells: CellOptions

  func run() throws {
    let own = CourseExperiments(Session(), cells: cells)
    own.reportMistakes()
    let descriptions = own.joined(with: Session.registry.descriptions)
    let wanted = name.drop { $0 == "{" }.prefix { $0 != "}" }
    guard let description = descriptions.first(where: { $0.name == wanted }) else {
      if let function = FunctionSummary.all.first(where: { $0.name == wanted }) {
        return try Terminal.print("\(function.name)(\(function.parameters))\n\(function.help)\n")
      }
      let names = descriptions.map(\.name) + FunctionSummary.all.map(\.name)
      let nearest = nearestName(to: String(wanted), among: names)
      throw UsageError(
        "no experiment or function is called \(name); "
          + (nearest.map { "did you mean \($0)?" } ?? "gradus list shows what there is"))
    }
    try Terminal.print(description.manual)
  }
}

extension ExperimentDescription {
  /// The text that `gradus explain` prints.
  var manual: String {
    var text = "{\(name)}\n\(summary)\n"
    if !parameters.isEmpty {
      text += "\nParameters\n"
      for parameter in parameters { text += entry(parameter.name, facts(parameter), parameter.help) }
    }
    if !results.isEmpty {
      text += "\nResults\n"
      for result in results { text += entry(result.name, nil, result.help) }
    }
    let shared = "fig-cap, fig-alt, fig-width, fig-height, tbl-cap, echo, output"
    return text
      + "\nEvery directive also has the display options \(shared).\n\nExample\n\n\(indented(example))\n"
  }

  private func facts(_ parameter: ParameterDescription) -> String {
    var facts = parameter.type
    if let unit = parameter.unit { facts += ", in \(unit)" }
    if let initial = parameter.initial { facts += "; default \(initial)" }
    if parameter.isRequired { facts += "; required" }
    return facts
  }

  private func entry(_ name: String, _ facts: String?, _ help: String) -> String {
    "  \(name)\(facts.map { " (\($0))" } ?? "")\n      \(help)\n"
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }.joined(separator: "\n")
  }
}
