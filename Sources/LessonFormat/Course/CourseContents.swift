import SourceText

/// What `course.yml` says, taken key by key.
struct CourseContents {
  private static let keys = [
    "title", "author", "lang", "base-url", "bibliography", "citation-style", "html", "solutions", "coverage",
    "severity", "parts",
  ]

  /// What is read so far.
  var course: CourseFile
  /// Reads the values, and holds the mistakes.
  var reader: MetadataReader
  private var lessonPaths: Set<String> = []

  /// Makes an empty course.
  init(course: CourseFile, file: SourceFile) {
    self.course = course
    self.reader = MetadataReader(mistakes: MistakeList(file: file, code: .course))
  }

  /// Takes everything that the file says.
  mutating func read(_ datum: Datum) {
    let entries = reader.entries(of: datum, known: Self.keys, what: "a course")
    for entry in entries { take(entry) }
    let isMapping = datum.isEmpty || datum.mappingValue != nil
    if isMapping, !entries.contains(where: { $0.key.value == "title" }) {
      reader.mistakes.report(
        Span(at: 0), "the course has no title", help: "add a line such as title: A course")
    }
  }

  private mutating func take(_ entry: Datum.Entry) {
    switch entry.key.value {
    case "title": course.title = reader.text(entry) ?? ""
    case "author": course.authors = reader.authors(entry)
    case "lang": course.language = reader.language(entry) ?? course.language
    case "base-url": course.baseURL = address(entry)
    case "bibliography": course.bibliography = reader.spannedText(entry).flatMap { path($0) }
    case "citation-style": takeCitationStyle(entry)
    case "html": course.allowsHTML = reader.boolean(entry) ?? false
    case "solutions": takeSolutions(entry)
    case "coverage": takeCoverage(entry)
    case "severity": takeSeverities(entry)
    case "parts": takeParts(entry)
    default: break
    }
  }

  private mutating func address(_ entry: Datum.Entry) -> String? {
    guard let text = reader.text(entry) else { return nil }
    let lowercased = text.lowercased()
    let scheme = ["https://", "http://"].first { lowercased.hasPrefix($0) }
    let rest = scheme.map { text.dropFirst($0.count) } ?? ""
    let isClean = !text.unicodeScalars.contains {
      $0.value <= 0x20 || "<>\"'?#\\^`{|}".unicodeScalars.contains($0)
    }
    if isClean, let first = rest.first, first != "/", first != ":" { return text }
    reader.reportWrong(entry.value, of: entry.key, "an address such as https://example.org/course/")
    return nil
  }

  private mutating func takeSolutions(_ entry: Datum.Entry) {
    switch entry.value.textValue?.text {
    case "inline": course.separatesSolutions = false
    case "separate": course.separatesSolutions = true
    default: reader.reportWrong(entry.value, of: entry.key, "inline or separate")
    }
  }

  private mutating func takeCitationStyle(_ entry: Datum.Entry) {
    guard let style = entry.value.textValue.flatMap({ CitationStyle(rawValue: $0.text) }) else {
      return reader.reportWrong(entry.value, of: entry.key, "numeric or author-year")
    }
    course.citationStyle = style
  }

  private mutating func takeCoverage(_ entry: Datum.Entry) {
    guard let coverage = entry.value.numberValue, (0...1).contains(coverage) else {
      reader.reportWrong(entry.value, of: entry.key, "a number from 0 to 1")
      return
    }
    course.coverage = Spanned(coverage, entry.key.span)
  }

  private mutating func takeSeverities(_ entry: Datum.Entry) {
    let codes = DiagnosticCode.allCases.map(\.rawValue)
    guard let severities = entry.value.mappingValue else {
      reader.reportWrong(entry.value, of: entry.key, "a mapping such as {link: warning}")
      return
    }
    for severity in severities {
      guard let code = DiagnosticCode(rawValue: severity.key.value) else {
        reader.reportUnknown(severity.key, known: codes, what: "kind of mistake")
        continue
      }
      guard let level = severity.value.textValue.flatMap({ Severity(rawValue: $0.text) }) else {
        reader.reportWrong(severity.value, of: severity.key, "warning or error")
        continue
      }
      course.severities[code] = level
    }
  }
}

// MARK: - Parts

extension CourseContents {
  private mutating func takeParts(_ entry: Datum.Entry) {
    guard let parts = entry.value.listValue else {
      reader.reportWrong(entry.value, of: entry.key, "a list of parts, each with a title and lessons")
      return
    }
    for part in parts {
      if let part = self.part(part) { course.parts.append(part) }
    }
  }

  private mutating func part(_ datum: Datum) -> CourseFile.Part? {
    guard datum.mappingValue != nil else {
      reader.mistakes.report(datum.span, "a part is a mapping with a title and lessons, not \(datum.summary)")
      return nil
    }
    var title: String?
    var lessons: [Spanned<String>] = []
    let entries = reader.entries(of: datum, known: ["title", "lessons"], what: "a part")
    for entry in entries {
      if entry.key.value == "title" {
        title = reader.text(entry)
      } else {
        lessons = self.lessons(entry)
      }
    }
    for missing in ["title", "lessons"] where !entries.contains(where: { $0.key.value == missing }) {
      reader.mistakes.report(Span(at: datum.span.start), "the part has no \(missing)")
    }
    return CourseFile.Part(title: title ?? "", lessons: lessons)
  }

  private mutating func lessons(_ entry: Datum.Entry) -> [Spanned<String>] {
    guard let items = entry.value.listValue else {
      reader.reportWrong(entry.value, of: entry.key, "a list of files")
      return []
    }
    var lessons: [Spanned<String>] = []
    for item in items {
      guard let text = reader.spannedText(item, of: entry.key), let path = path(text) else { continue }
      if lessonPaths.insert(path.value).inserted {
        lessons.append(path)
      } else {
        reader.mistakes.report(path.span, "the lesson \(excerpt(path.value)) is named twice")
      }
    }
    return lessons
  }

  private mutating func path(_ text: Spanned<String>) -> Spanned<String>? {
    do {
      return Spanned(try CoursePath.normalized(text.value), text.span)
    } catch {
      reader.mistakes.report(text.span, "\(error.message): “\(excerpt(text.value))”", help: error.help)
      return nil
    }
  }
}
