import ArgumentParser
import Glibc

/// How `build` and `check` print what they found.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
}

/// What more a report tells.
struct ReportOptions: ParsableArguments {
  @Flag(help: "With --format json: adds how long each directive took, and whether it was reused.")
  var timings = false
}

extension Report {
  /// Prints the report: JSON and the diagnostics to standard output, the line that counts to standard error.
  func print(_ format: ReportFormat, _ options: ReportOptions, session: Session) throws {
    switch format {
    case .json:
      try Terminal.print(JSONReport(self, hasTimings: options.timings).text())
    case .text:
      let usesColor = Terminal.usesColor(STDOUT_FILENO, environment: session.environment)
      try Terminal.print(text(from: session.folder, usesColor: usesColor))
      let colorsErrors = Terminal.usesColor(STDERR_FILENO, environment: session.environment)
      Terminal.printError("\(verdict(usesColor: colorsErrors))\n")
    }
  }
}
