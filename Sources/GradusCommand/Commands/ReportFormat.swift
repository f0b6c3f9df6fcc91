import ArgumentParser
import Glibc

/// How `build` and `check` print what they found.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
  case github
  case junit
  case sarif
}

/// What more a report tells.
struct ReportOptions: ParsableArguments {
  @Flag(help: "With --format json: adds how long each directive took, and whether it was reused.")
  var timings = false
}

extension Report {
  /// Prints the report to standard output; where it is for people, the line that counts to standard error.
  func print(_ format: ReportFormat, _ options: ReportOptions, session: Session) throws {
    switch format {
    case .json: try Terminal.print(JSONReport(self, hasTimings: options.timings).text())
    case .junit: try Terminal.print(JUnitReport(self, from: session.folder).text)
    case .sarif: try Terminal.print(SARIFReport(self, from: session.folder).text())
    case .github:
      try Terminal.print(workflowCommands(from: session.folder))
      printVerdict(session)
    case .text:
      let usesColor = Terminal.usesColor(STDOUT_FILENO, environment: session.environment)
      try Terminal.print(text(from: session.folder, usesColor: usesColor))
      printVerdict(session)
    }
  }

  private func printVerdict(_ session: Session) {
    let usesColor = Terminal.usesColor(STDERR_FILENO, environment: session.environment)
    Terminal.printError("\(verdict(usesColor: usesColor))\n")
  }
}
