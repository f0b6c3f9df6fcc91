import LessonFormat
import SourceText

/// A parameter that names a data file of the course; its bytes are part of what a result depends on.
public struct DataFile: ParameterValue {
  /// The file with its text.
  public let file: SourceFile
  /// The place of its name in the lesson.
  public let datum: Datum

  /// A path.
  public static var typeDescription: String { "a file of the course, relative to the lesson" }

  /// Reads the file whose name the author wrote.
  public init(reading argument: WrittenValue) throws {
    let name = try String(reading: argument)
    do {
      let (path, bytes) = try argument.files.read(name)
      file = SourceFile(path: path, bytes: bytes)
    } catch {
      throw LessonError(.data, at: .span(argument.datum.span), "\(name) \(error.description)")
    }
    datum = argument.datum
  }

  /// The path.
  public var parameterDescription: String { file.path }

  /// Adds the file's bytes.
  public func append(to digest: inout Digest) { digest.append(bytes: file.bytes) }

  /// A mistake at a place in the file.
  public func error(at span: Span, _ message: String, help: String? = nil) -> LessonError {
    let place = LessonError.Place.file(
      path: file.path, start: file.position(of: span.start), end: file.position(of: span.end))
    return LessonError(.data, at: place, message, help: help)
  }
}
