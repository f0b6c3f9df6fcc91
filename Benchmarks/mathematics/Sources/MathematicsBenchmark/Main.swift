/// Runs one work some times and prints, as one JSON object, the seconds that each run took and an answer to compare.
@main struct Main {
  static let works: [String: @Sendable ([String], Int) throws -> Measurement] = [
    "perceptron": { _, count in try perceptron(repetitions: count) },
    "transformer": { _, count in try transformer(repetitions: count) },
    "cities": { _, count in try cities(repetitions: count) },
    "product": { arguments, count in try product(arguments, repetitions: count) },
    "neighbours": { _, count in try neighbours(repetitions: count) },
    "umap": { _, count in try layout(repetitions: count) },
    "pca": { _, count in try principalComponents(repetitions: count) },
    "eigenvalues": { _, count in try eigenvalues(repetitions: count) },
    "cores": { arguments, count in try cores(arguments, repetitions: count) },
    "power-law": { _, count in try powerLaw(repetitions: count) },
    "chinchilla": { arguments, count in try chinchilla(arguments, repetitions: count) },
    "loop": { arguments, count in try loop(arguments, repetitions: count) },
  ]

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let name = arguments.first, let work = works[name], let count = arguments.last.flatMap(Int.init)
    else {
      throw UsageError(
        description: "usage: MathematicsBenchmark WORK [ARGUMENT…] REPETITIONS, where WORK is one of "
          + works.keys.sorted().joined(separator: ", "))
    }
    print(try work(Array(arguments.dropFirst().dropLast()), count).json)
  }
}

struct UsageError: Error, CustomStringConvertible {
  let description: String
}
