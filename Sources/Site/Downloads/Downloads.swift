import Engine
import LessonFormat

/// The files of a lesson's figures and tables that readers can take away, with names that stay the same while the lesson
/// is edited: a result's name, otherwise the number of the figure or the table.
struct Downloads: Sendable {
  /// Where the files of a figure or a table stand in the site.
  struct Files: Sendable {
    var drawing: String?
    var sheet: String?
  }

  /// The files by the directive and its display.
  private(set) var files: [Numbering.DisplayKey: Files] = [:]
  /// All of them, in the order of the lesson.
  private(set) var keys: [Numbering.DisplayKey] = []
  private var taken: Set<String> = []

  /// A lesson without figures and tables.
  init() {}

  /// Names the files of a lesson.
  ///
  /// - Parameter folder: where they stand.
  init(_ run: LessonRun, _ numbering: Numbering, folder: String) {
    var counts: [String: Int] = [:]
    for (index, directive) in run.lesson.directives.enumerated() where directive.display.showsOutput {
      let displays = run.directives[index].run?.outcome.displays ?? []
      let hasFigure = displays.contains { $0.labelKind == .figure }
      for (place, display) in displays.enumerated() {
        guard let kind = display.labelKind else { continue }
        let key = Numbering.DisplayKey(directive: index, display: place)
        var name = ""
        if let result = directive.result?.value {
          name = Self.fileName(result) + (kind == .table && hasFigure ? "-table" : "")
        } else if let number = numbering.displays[key] {
          name = "\(kind == .table ? "table" : "figure")-\(number)"
        } else {
          counts[directive.name.value, default: 0] += 1
          name = "\(directive.name.value)-\(counts[directive.name.value, default: 0])"
        }
        add(display, key, "\(folder)/\(unique(name))")
      }
    }
  }

  private mutating func add(_ display: Display, _ key: Numbering.DisplayKey, _ path: String) {
    keys.append(key)
    switch display {
    case .figure(let figure):
      files[key] = Files(drawing: "\(path).svg", sheet: figure.data == nil ? nil : "\(path).csv")
    case .table: files[key] = Files(drawing: nil, sheet: "\(path).csv")
    case .derivation: break
    }
  }

  /// A name that no other file has, not even on a disk that takes `A` and `a` for one.
  private mutating func unique(_ name: String) -> String {
    var (candidate, count) = (name, 1)
    while !taken.insert(candidate.lowercased()).inserted {
      count += 1
      candidate = "\(name)-\(count)"
    }
    return candidate
  }

  private static func fileName(_ result: String) -> String {
    String(result.map { $0.isLetter || $0.isNumber || "_.".contains($0) ? $0 : "-" })
  }
}
