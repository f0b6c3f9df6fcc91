/// The number of a figure, a table, an equation or an exercise.
///
/// In a course it begins with the lesson's, so that no two figures of the course have the same.
public struct ItemNumber: Sendable, Hashable, CustomStringConvertible {
  /// The lesson's place in the course, from 1; nil where the lesson stands alone.
  public var lesson: Int?
  /// Its place among its kind in the lesson, from 1.
  public var place: Int

  /// Makes a number.
  public init(lesson: Int?, place: Int) {
    self.lesson = lesson
    self.place = place
  }

  /// The number as it is shown: `3`, or `4.3` in the fourth lesson of a course.
  public var description: String { lesson.map { "\($0).\(place)" } ?? "\(place)" }
}
