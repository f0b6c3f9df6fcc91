import SourceText

/// Reads `course.yml`.
public enum CourseFileReader {
  /// Reads a course's file; every mistake in it is reported at once.
  public static func read(_ file: SourceFile) -> (CourseFile, [Diagnostic]) {
    var course = CourseFile()
    course.file = file
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      var mistakes = MistakeList(file: file, code: .course)
      mistakes.report(
        Span(at: file.firstInvalidByte), "bytes that are no UTF-8", help: "save the file as UTF-8")
      return (course, mistakes.diagnostics)
    }
    let (datum, diagnostics) = YAMLReader.read(MappedText(text, at: 0), in: file, code: .course)
    guard let datum else { return (course, diagnostics) }
    var contents = CourseContents(course: course, file: file)
    contents.read(datum)
    return (contents.course, (diagnostics + contents.reader.mistakes.diagnostics).sorted())
  }
}

extension SourceFile {
  /// The offset of the first byte that belongs to no character; the end where there is none.
  var firstInvalidByte: Int {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded): offset += encoded.count
      case .error, .emptyInput: return offset
      }
    }
  }
}
