import ArgumentParser
import Glibc

/// `gradus new`: a course or a lesson that builds and passes as it is.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Makes a course or a lesson that builds and passes as it is.",
    subcommands: [NewCourseCommand.self, NewLessonCommand.self])
}

/// `gradus new course`.
struct NewCourseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course", abstract: "Makes a folder with a course of one lesson.")

  @Argument(help: "The folder; its last part becomes the title.")
  var name: String

  @Flag(
    name: .customLong("ci"),
    help: "Writes workflows for GitHub and GitLab, too, at the top of the repository that holds the folder.")
  var hasWorkflows = false

  func run() throws {
    guard !name.isEmpty else { throw UsageError("a course needs a name") }
    let folder = absolutePath(name, from: Disk.currentFolder)
    guard Disk.isFolder(folder) || !Disk.exists(folder) else {
      throw UsageError("\(name) exists and is not a folder; nothing was written")
    }
    guard Disk.names(in: folder).isEmpty else {
      throw UsageError("\(name) exists and is not empty; nothing was written")
    }
    let workflows = hasWorkflows ? try workflows(for: folder) : []
    try Disk.makeFolder(folder)
    try NewFile.write(StartingPoint.courseFile(title: NewFile.title(of: folder)), to: "\(folder)/course.yml")
    let lesson = StartingPoint(title: "First steps", label: "first-steps")
    try NewFile.write(lesson.text, to: "\(folder)/first-steps.md")
    for (path, text) in workflows {
      try Disk.makeFolder(parentFolder(of: path))
      try NewFile.write(text, to: path)
      Terminal.say("made \(relativePath(path, from: Disk.currentFolder))")
    }
    if hasWorkflows {
      Terminal.say("the workflows build Gradus from the repository that the variable GRADUS_REPOSITORY names")
    }
    Terminal.say("made \(name); now try: gradus serve \(quotedForShell(name))")
  }

  /// The workflows' files by their whole paths, of which none must be there yet.
  private func workflows(for folder: String) throws(UsageError) -> [(path: String, text: String)] {
    let top = Repository.top(above: folder) ?? folder
    let course = relativePath(folder, from: top)
    guard !course.contains("$") else {
      throw UsageError("\(course) has a $, which workflows take for a variable; nothing was written")
    }
    let files = Workflows(course: course).files.map { (path: "\(top)/\($0.path)", text: $0.text) }
    if let taken = files.first(where: { Disk.exists($0.path) }) {
      throw UsageError(
        "\(relativePath(taken.path, from: Disk.currentFolder)) exists; nothing was written")
    }
    return files
  }
}

/// `gradus new lesson`.
struct NewLessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "Makes a lesson, which its course then has to name.")

  @Argument(help: "The lesson's file, with or without .md.")
  var name: String

  func run() throws {
    let path = absolutePath(name.hasSuffix(".md") ? name : "\(name).md", from: Disk.currentFolder)
    let shown = relativePath(path, from: Disk.currentFolder)
    guard lastPart(of: path) != ".md", !name.hasSuffix("/") else {
      throw UsageError("a lesson needs a name")
    }
    try Disk.makeFolder(parentFolder(of: path))
    let course = CourseLocation.courseFolder(above: Disk.resolvedPath(parentFolder(of: path)) ?? "/")
    let entry = course.map { relativePath(path, from: $0) } ?? lastPart(of: path)
    let lesson = StartingPoint(
      title: NewFile.title(of: String(path.dropLast(3))), label: NewFile.label(of: String(entry.dropLast(3))),
      isDraft: course != nil)
    try NewFile.write(lesson.text, to: path)
    if course == nil {
      Terminal.say("made \(shown); now try: gradus check \(quotedForShell(shown))")
    } else {
      Terminal.say(
        "made \(shown), a draft; now name \(entry) in course.yml and take out its line draft: true")
    }
  }
}

/// Files that must not be there yet.
enum NewFile {
  /// Writes a file; one that is there already stays as it is, whatever else happens at the same time.
  static func write(_ text: String, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      if errno == EEXIST {
        throw UsageError("\(relativePath(path, from: Disk.currentFolder)) exists; nothing was written")
      }
      throw DiskError("write", path)
    }
    close(descriptor)
    try Disk.write(Array(text.utf8), to: path)
  }

  /// A title from a path: `chain-rule` becomes “Chain rule”.
  static func title(of path: String) -> String {
    let name = lastPart(of: path)
    let spaced = name.unicodeScalars.map { isSeparator($0) ? " " : $0 }
    let words = String(String.UnicodeScalarView(spaced)).split(separator: " ").joined(separator: " ")
    return words.isEmpty ? name : words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Hyphens and underscores, and what YAML takes for the end of a line or forbids.
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .unassigned: true
    default: scalar == "-" || scalar == "_" || scalar == "\u{FEFF}"
    }
  }

  /// A name for labels from a lesson's path in its course, so that no two lessons have the same: letters and digits,
  /// with hyphens for all else.
  static func label(of path: String) -> String {
    let words = path.split { !$0.isLetter && !($0.isASCII && $0.isNumber) }
    return words.isEmpty ? "softmax" : words.joined(separator: "-")
  }
}
