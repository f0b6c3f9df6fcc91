/// What a run tells while it goes on, from any thread.
public enum Progress: Sendable {
  /// How many runs there are, more than have been told of before; fewer where that was a guess.
  case planned(Int)
  /// A run begins; the title says which, for people.
  case began(RunPlace, title: String)
  /// A run has ended.
  case ended(RunPlace, isReused: Bool)
}

/// Which run of which directive of a course it is.
public struct RunPlace: Sendable, Hashable {
  /// The lesson's path from the course's folder.
  public var lesson: String
  /// Its place among the lesson's directives, from 0; of a program of cells, that of the first cell.
  public var directive: Int
  /// Which of its runs it is, from 0, where it has several.
  public var part: Int?

  /// Makes a place.
  public init(lesson: String, directive: Int, part: Int? = nil) {
    self.lesson = lesson
    self.directive = directive
    self.part = part
  }
}
