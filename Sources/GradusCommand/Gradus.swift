import ArgumentParser
import Engine
import Glibc
import SourceText

/// The command: runs lessons, proves their numbers, makes their site.
public struct Gradus: AsyncParsableCommand {
  /// What `--help` and `--version` print.
  public static let configuration = CommandConfiguration(
    commandName: "gradus",
    abstract: "Runs the experiments of Markdown lessons, proves every number they claim, makes their site.",
    version: "0.1.0",
    subcommands: [
      BuildCommand.self, CheckCommand.self, DiffCommand.self, ServeCommand.self, NewCommand.self,
      ListCommand.self,
      ExplainCommand.self, CleanCommand.self, RunSliceCommand.self,
    ])

  /// Makes the command.
  public init() {}

  /// Runs the command line and ends the process: with 0 where all held, 1 where the lessons have errors, 2
  /// where the command line is wrong.
  public static func main() async {
    signal(SIGPIPE, SIG_IGN)
    Terminal.reserveStandardStreams()
    do {
      try refuseUnknownCommand(CommandLine.arguments.dropFirst().first)
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let error as UsageError {
      exit(2, saying: "gradus: \(error.message)")
    } catch let error as DiskError {
      exit(1, saying: "gradus: \(error.message)")
    } catch {
      exit(with: error)
    }
  }

  /// Runs the command line of a package that adds experiments of its own, and ends the process.
  ///
  ///     @main struct MyCourse {
  ///       static func main() async { await Gradus.main(adding: [Pendulum.self]) }
  ///     }
  ///
  /// An experiment with the name of a built-in one takes its place.
  public static func main(adding experiments: [any Experiment.Type]) async {
    AddedExperiments.add(experiments)
    await main()
  }

  /// ArgumentParser calls a command that there is not an unexpected argument, and suggests nothing.
  private static func refuseUnknownCommand(_ word: String?) throws(UsageError) {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let word, !word.hasPrefix("-"), word != "help", !names.contains(word) else { return }
    let nearest = nearestName(to: word, among: names)
    throw UsageError(
      "there is no command \(word); "
        + (nearest.map { "did you mean \($0)?" } ?? "gradus --help shows those there are"))
  }

  private static func exit(_ status: Int32, saying line: String) -> Never {
    Terminal.say(line)
    Glibc.exit(status)
  }

  /// ArgumentParser's own status for a wrong command line is 64, and its errors do not say who speaks.
  private static func exit(with error: any Error) -> Never {
    let status = exitCode(for: error)
    let text = fullMessage(for: error)
    if status.isSuccess {
      try? Terminal.print(text + "\n")
    } else if !text.isEmpty {
      let isPrefixed = text.hasPrefix(errorPrefix)
      Terminal.printError("gradus: \(isPrefixed ? String(text.dropFirst(errorPrefix.count)) : text)\n")
    }
    Glibc.exit(status == .validationFailure ? 2 : status.rawValue)
  }

  private static let errorPrefix = "Error: "
}
