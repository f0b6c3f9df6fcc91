import Catalogue
import Engine
import LessonTesting
import Testing

/// Whoever cannot see a figure hears its numbers, and can take them away.
@Suite struct AlternativeTests {
  static let drawing = [
    "chain", "dimension", "fit", "graph", "interpolation", "landscape", "plot", "softmax", "spacing", "train",
    "umap",
  ]

  /// Cells need a compiler and a sandbox, and are tested with the command.
  @Test(arguments: DescriptionTests.descriptions.filter { $0.name != "swift" })
  func everyFigureOfEveryExampleSpeaks(_ description: ExperimentDescription) async {
    let neuron = "```{let}\nmodel: 3\n```"
    let report = await Workshop().course([("neuron.md", neuron), ("example.md", description.example)])
    let displays = report.run.runs.last?.directives.flatMap { $0.run?.outcome.displays ?? [] } ?? []
    let figures = displays.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
    if Self.drawing.contains(description.name) { #expect(!figures.isEmpty) }
    for figure in figures {
      #expect(figure.description.contains { $0.isNumber }, "\(figure.description)")
      let words = figure.description.split(separator: " ").count
      #expect((5...70).contains(words), "\(words) words: \(figure.description)")
      #expect(figure.svg.contains("<desc") && figure.svg.contains("role=\"img\""))
      let data = figure.data?.csv ?? ""
      #expect(data.split(separator: "\r\n").count > 1 && data.contains { $0.isNumber })
    }
  }
}
