import Catalogue
import Engine
import LessonTesting
import Testing

/// What `gradus explain` shows works as it is.
@Suite struct DescriptionTests {
  static let descriptions = Registry(Catalogue.experiments).descriptions

  @Test func everyDirectiveIsDescribed() {
    #expect(
      Self.descriptions.map(\.name) == [
        "arithmetic", "attention", "chain", "check", "derivation", "exercise", "fit", "gradient", "gradients",
        "graph", "landscape", "let", "plot", "sample", "sentences", "separate", "slice", "softmax", "states",
        "sweep", "swift", "table", "term", "train", "transformer", "umap", "use",
      ])
  }

  /// Cells need a compiler and a sandbox: their example is run with the command's own tests.
  @Test(arguments: descriptions.filter { $0.name != "swift" })
  func everyExampleRuns(_ description: ExperimentDescription) async {
    let neuron = "```{let}\nmodel: 3\n```"
    let report = await Workshop().course([("neuron.md", neuron), ("example.md", description.example)])
    #expect(report.messages == [])
    #expect(report.run.runs.last?.directives.isEmpty == false)
    #expect(report.run.runs.last?.directives.allSatisfy { !$0.isBroken } == true)
  }

  @Test(arguments: descriptions)
  func everythingHasHelp(_ description: ExperimentDescription) {
    #expect(description.summary.hasSuffix("."))
    for parameter in description.parameters {
      #expect(parameter.help.hasSuffix(".") && !parameter.type.isEmpty && !parameter.name.isEmpty)
    }
    for result in description.results { #expect(result.help.hasSuffix(".") && !result.name.isEmpty) }
  }
}
