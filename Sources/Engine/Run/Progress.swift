/// What a run tells while it goes on, from any thread.
public enum Progress: Sendable {
  /// How many directives there are to run.
  case planned(Int)
  /// A directive begins; the title says which, for people.
  case began(step: Int, title: String, place: RunPlace)
  /// A directive has ended.
  case ended(step: Int, isReused: Bool)
}

/// Which run of which directive of a course it is.
public struct RunPlace: Sendable, Hashable {
  /// The lesson's path from the course's folder.
  public var lesson: String
  /// Its place among the lesson's directives, from 0; of a program of cells, that of the first cell.
  public var directive: Int
  /// Which of its runs it is, from 0, where it has `seeds`.
  public var repetition: Int?

  /// Makes a place.
  public init(lesson: String, directive: Int, repetition: Int? = nil) {
    self.lesson = lesson
    self.directive = directive
    self.repetition = repetition
  }
}
