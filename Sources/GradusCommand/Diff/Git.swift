/// Runs git, which only reads the author's repository.
///
/// Variables that a hook sets for git do not reach it: they would lead it to another index.
struct Git {
  /// The top of the repository's work tree.
  let top: String
  /// A folder for what git writes.
  let scratch: String
  let environment: [String: String]

  /// How a command of git ended.
  struct Ending {
    var status: Int32
    var output: [UInt8]
    /// What it said is wrong, without its line breaks.
    var message: String
    var text: String { String(decoding: output, as: UTF8.self).withoutLastLineBreaks }
  }

  /// Runs a command to its end.
  ///
  /// - Parameters:
  ///   - folder: where it runs; the top of the work tree unless given.
  ///   - input: the file that it reads as its standard input.
  ///   - variables: more variables of its environment.
  func run(
    _ arguments: [String], in folder: String? = nil, input: String = "/dev/null",
    variables: [String: String] = [:]
  ) throws(DiskError) -> Ending {
    // Neither what hooks nor what watchers do is part of reading.
    let words =
      ["git", "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-C", folder ?? top] + arguments
    var variables = variables
    for name in ["HOME", "PATH", "XDG_CONFIG_HOME", "TMPDIR"] { variables[name] = environment[name] }
    variables.merge(["LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"]) { $1 }
    let command = ExternalCommand(words: words, input: input, variables: variables)
    let ending = try command.run(writingTo: scratch)
    return Ending(status: ending.status, output: ending.output, message: ending.message)
  }
}
