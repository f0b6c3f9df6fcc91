import SourceText
import Synchronization

/// Finds the names that may be meant by unknown ones, for so many mistakes of a lesson as somebody may read.
///
/// To look for the nearest of thousands of names takes time, and a hostile lesson has thousands of mistakes.
final class Suggestions: Sendable {
  private let left = Mutex(100)

  /// The name that is most likely meant, as a question; nil where none is near, or where too many were looked for.
  func didYouMean(
    _ name: String, among candidates: @autoclosure () -> some Sequence<String>, before prefix: String = "",
    behind suffix: String = ""
  ) -> String? {
    let isAllowed = left.withLock { left in
      left -= 1
      return left >= 0
    }
    guard isAllowed, let nearest = nearestName(to: name, among: candidates()) else { return nil }
    return "did you mean \(prefix)\(nearest)\(suffix)?"
  }
}
