import Engine
import FoundationEssentials
import SourceText

/// The report in the Static Analysis Results Interchange Format, version 2.1.0, which code scanning reads.
struct SARIFReport {
  private let results: [SARIF.Result]

  /// Makes the report, with paths from the top of the repository, or from a folder where there is none.
  init(_ report: Report, from folder: String) {
    var fingerprints = Fingerprints()
    results = report.entries.flatMap { entry in
      let files = entry.sourceFiles
      return entry.run.diagnostics.map { diagnostic in
        let path = entry.pathInRepository(diagnostic.file, orFrom: folder)
        let fingerprint = fingerprints.next(for: diagnostic, path: path, in: files[diagnostic.file])
        return SARIF.Result(diagnostic, path: path, fingerprint: fingerprint)
      }
    }
  }

  /// The log, with a line break at its end.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let log = SARIF.Log(runs: [SARIF.Run(results: results)])
    return String(decoding: try encoder.encode(log), as: UTF8.self) + "\n"
  }
}

/// Marks by which the same mistake is known again when lines above it have come or gone.
private struct Fingerprints {
  private var counts: [String: Int] = [:]

  /// A digest of the kind, the file and the words of the line.
  ///
  /// What is computed may change from run to run, and so takes no part. Mistakes that look alike are counted, in
  /// order of place.
  mutating func next(for diagnostic: Diagnostic, path: String, in file: SourceFile?) -> String {
    var digest = Digest()
    digest.append(diagnostic.code.rawValue)
    digest.append(path)
    digest.append((file?.text(ofLine: diagnostic.start.line) ?? "").filter { !$0.isWhitespace })
    let key = String(digest.key.prefix(32))
    counts[key, default: 0] += 1
    return "\(key):\(counts[key] ?? 1)"
  }
}

extension SARIF.Result {
  fileprivate init(_ diagnostic: Diagnostic, path: String, fingerprint: String) {
    ruleId = diagnostic.code.rawValue
    ruleIndex = DiagnosticCode.allCases.firstIndex(of: diagnostic.code) ?? 0
    level = diagnostic.severity.rawValue
    let elsewhere = diagnostic.notes.filter { $0.start == nil }.map { "note: \($0.message)" }
    let help = diagnostic.help.map { ["help: \($0)"] } ?? []
    message = SARIF.Message(([diagnostic.message] + elsewhere + help).joined(separator: "\n"))
    locations = [SARIF.Location(path: path, region: SARIF.Region(diagnostic.start, diagnostic.end))]
    let related = diagnostic.notes.compactMap { note in
      note.start.map { start in
        SARIF.Location(path: path, region: SARIF.Region(start), message: SARIF.Message(note.message))
      }
    }
    relatedLocations = related.isEmpty ? nil : related
    partialFingerprints = ["gradusLine/v1": fingerprint]
  }
}
