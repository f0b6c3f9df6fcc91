import Engine
import LessonFormat
import SourceText

/// Rewrites the numbers of claims that do not hold, each file in one atomic step, and nothing else of it.
struct LessonFixer {
  let entry: Report.Entry
  let isForced: Bool
  /// The folder that paths in messages start from.
  let folder: String

  /// What was done, in lines for the terminal.
  struct Summary {
    var messages: [String] = []
    var hasChanged = false
  }

  func fix() -> Summary {
    var summary = Summary()
    for run in entry.run.runs {
      let edits = edits(for: run, refusals: &summary.messages)
      guard !edits.isEmpty else { continue }
      do {
        try apply(edits, to: run.lesson.file)
        summary.hasChanged = true
        summary.messages.append(
          "\(shown(run.lesson.file)): \(counted(edits.count, "number", "numbers")) rewritten")
      } catch {
        summary.messages.append("gradus: cannot rewrite \(shown(run.lesson.file)): \(error.reason)")
      }
    }
    return summary
  }

  private func edits(for run: LessonRun, refusals: inout [String]) -> [ClaimEdit] {
    var edits: [ClaimEdit] = []
    for (claim, outcome) in zip(run.lesson.claims, run.claims) + run.statedAnswers {
      guard case .failed = outcome.verdict, !outcome.isInsertion, let value = outcome.value else { continue }
      switch ClaimFixer.fix(claim, value: value, in: run.lesson.file, isForced: isForced) {
      case .unneeded: break
      case .edits(let found): edits += found
      case .refused(let reason):
        let place = run.lesson.file.position(of: claim.textSpan.start)
        refusals.append(
          "\(shown(run.lesson.file)):\(place.line):\(place.column): not rewritten: \(reason)")
      }
    }
    return edits.sorted { $0.span.start < $1.span.start }
  }

  private func path(of file: SourceFile) -> String { "\(entry.location.root)/\(file.path)" }

  private func shown(_ file: SourceFile) -> String { relativePath(path(of: file), from: folder) }

  private func apply(_ edits: [ClaimEdit], to file: SourceFile) throws(DiskError) {
    let path = path(of: file)
    guard try Disk.read(path) == file.bytes else {
      throw DiskError("rewrite", path, reason: "it was changed meanwhile; run it again")
    }
    var bytes: [UInt8] = []
    var done = 0
    for edit in edits where edit.span.start >= done {
      bytes += file.bytes[done..<edit.span.start]
      bytes += edit.replacement.utf8
      done = edit.span.end
    }
    bytes += file.bytes[done...]
    try Disk.replace(path, with: bytes)
  }
}

extension LessonRun {
  /// The answers of exercises that are claims of their own; which of several choices is to be mended nobody knows.
  fileprivate var statedAnswers: [(Claim, ClaimRun)] {
    zip(lesson.directives, directives).compactMap { directive, outcome in
      guard case .stated(let claim)? = directive.exercise?.answer, let run = outcome.exercise?.answer else {
        return nil
      }
      return (claim, run)
    }
  }
}
