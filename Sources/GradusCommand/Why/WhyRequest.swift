import Engine
import LessonFormat
import SourceText

/// `LESSON#NAME`: a name of a lesson, whose last run is to be explained.
struct WhyRequest {
  let lesson: String
  let name: String

  init(_ text: String) throws(UsageError) {
    guard let sign = text.lastIndex(of: "#"), sign > text.startIndex, sign < text.index(before: text.endIndex)
    else { throw UsageError("--why takes a lesson, a # and a name in it, such as softmax.md#close") }
    lesson = String(text[..<sign])
    name = String(text[text.index(after: sign)...])
  }

  /// The lesson's file from a folder, where there is one.
  func file(from folder: String) -> String? {
    [lesson, "\(lesson).md"].first { Disk.isFile(absolutePath($0, from: folder)) }
  }

  /// The lesson in a course: by its path from a folder or from the course, or by its stem, with or without `.md`.
  func index(in entry: Report.Entry, from folder: String) -> [Int] {
    let file = file(from: folder).flatMap { Disk.resolvedPath(absolutePath($0, from: folder)) }
    let paths = entry.run.selected.map { entry.run.course.lessons[$0].file.path }
    if let index = paths.firstIndex(where: { "\(entry.location.root)/\($0)" == file }) { return [index] }
    return paths.indices.filter { index in
      let stem = paths[index].hasSuffix(".md") ? String(paths[index].dropLast(3)) : paths[index]
      return [paths[index], stem].contains { $0 == lesson || $0.hasSuffix("/\(lesson)") }
    }
  }

  /// The lesson and the directive that are meant, or what is wrong with the request.
  func resolve(in entries: [Report.Entry], from folder: String) throws(UsageError) -> Subject {
    let found = entries.indices.flatMap { entry in
      index(in: entries[entry], from: folder).map { (entry: entry, lesson: $0) }
    }
    guard let first = found.first else { throw unknownLesson(entries) }
    guard found.count == 1 else {
      let paths = found.map { entries[$0.entry].run.runs[$0.lesson].lesson.file.path }
      throw UsageError("\(lesson) may be \(paths.joined(separator: " or ")); write more of its path")
    }
    let entry = entries[first.entry]
    let run = entry.run.runs[first.lesson]
    return Subject(
      entry: first.entry, run: run, directive: try directive(in: run.lesson), names: names(in: run.lesson))
  }

  /// What a request is about.
  struct Subject {
    /// Which of the courses it is in.
    var entry: Int
    var run: LessonRun
    var directive: Int
    /// The name, or all those of a named `{let}`.
    var names: [String]
  }

  private func directive(in lesson: Lesson) throws(UsageError) -> Int {
    for (index, directive) in lesson.directives.enumerated() {
      guard directive.definedNames.contains(where: { $0 == name }) else { continue }
      if directive.name.value == "use", let source = directive.result?.value {
        throw UsageError("\(name) comes from an earlier lesson: ask for \(Self.origin(of: source))")
      }
      return index
    }
    let names = lesson.directives.flatMap(\.definedNames)
    let nearest = nearestName(to: name, among: names)
    let path = lesson.file.path
    guard let nearest else {
      let known = names.isEmpty ? "it has no names" : "it has \(names.prefix(12).joined(separator: ", "))"
      throw UsageError("\(path) has nothing that is called \(name); \(known)")
    }
    throw UsageError("\(path) has nothing that is called \(name); did you mean \(nearest)?")
  }

  /// `neuron.model` as a request of its own.
  private static func origin(of source: String) -> String {
    let parts = source.split(separator: ".", omittingEmptySubsequences: false)
    return "\(parts.dropLast().joined(separator: "."))#\(parts.last ?? "")"
  }

  private func names(in lesson: Lesson) -> [String] {
    let entries = lesson.directives.flatMap(\.definedNames).filter { $0.hasPrefix("\(name).") }
    return entries.isEmpty ? [name] : entries
  }

  private func unknownLesson(_ entries: [Report.Entry]) -> UsageError {
    let paths = entries.flatMap { $0.run.runs.map(\.lesson.file.path) }
    let stems = paths.map { $0.hasSuffix(".md") ? String($0.dropLast(3)) : $0 }
    let nearest = nearestName(to: lesson, among: paths + stems + stems.map { lastPart(of: $0) })
    return UsageError("there is no lesson \(lesson)" + (nearest.map { "; did you mean \($0)?" } ?? ""))
  }
}

extension Directive {
  /// The names that can be asked for, those of a named `{let}` with its own before them.
  var definedNames: [String] {
    let names = announcedNames.map(\.value)
    guard name.value == "let", let result, case .mapping(let entries) = body.kind else { return names }
    return names + entries.map { "\(result.value).\($0.key.value)" }
  }
}
