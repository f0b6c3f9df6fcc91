import Engine
import LessonFormat

/// A mistake at a parameter, or at the directive where its default stands.
func mistake(at datum: Datum?, _ message: String, help: String? = nil) -> LessonError {
  datum.map { .parameter($0, message, help: help) } ?? .experiment(message, help: help)
}
