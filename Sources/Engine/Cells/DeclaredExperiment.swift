import Expressions
import LessonFormat
import SourceText

/// An experiment that Swift code declares: `struct Pendulum: Experiment` gives the directive `{pendulum}`.
public struct DeclaredExperiment: Sendable, Hashable {
  /// The name of the type.
  public var type: String

  /// The word between the braces.
  public var name: String { hyphenated(type) }

  /// The experiments that some code declares, in order.
  ///
  /// They are found in the text, before anything is compiled; one within a comment is declared in vain.
  public static func all(in code: String) -> [DeclaredExperiment] {
    guard code.contains("Experiment") else { return [] }
    let declaration =
      /(?:^|[\s;}])(?:struct|class)\s+([A-Za-z_]\w*)\s*:\s*(?:[\w.]+\s*,\s*)*(?:\w+\.)?Experiment\b/
    return code.matches(of: declaration).map { DeclaredExperiment(type: String($0.1)) }
  }
}
