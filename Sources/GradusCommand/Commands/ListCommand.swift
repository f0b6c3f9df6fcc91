import ArgumentParser
import Expressions

/// `gradus list`: the experiments there are.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the experiments and functions that lessons may use.")

  @OptionGroup var cells: CellOptions

  func run() throws {
    let own = CourseExperiments(Session(), cells: cells)
    own.reportMistakes()
    let descriptions = own.joined(with: Session.registry.descriptions)
    let width = descriptions.map(\.name.count).max() ?? 0
    for description in descriptions {
      let padding = String(repeating: " ", count: width - description.name.count)
      try Terminal.print("{\(description.name)}\(padding)  \(description.summary)\n")
    }
    let functions = FunctionSummary.all.map(\.name).joined(separator: ", ")
    try Terminal.print("\nFunctions of expressions: \(functions)\n")
    try Terminal.print("\ngradus explain NAME says more about an experiment or a function.\n")
  }
}
