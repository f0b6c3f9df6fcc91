/// What a run tells while it goes on, from any thread.
public enum Progress: Sendable {
  /// How many directives there are to run.
  case planned(Int)
  /// A directive begins; the title says which, for people.
  case began(step: Int, title: String)
  /// A directive has ended.
  case ended(step: Int, isReused: Bool)
}
