/// Remembers what named results were made of, so that a later run can say what has changed.
///
/// It takes no part in whether a result is reused: keys alone decide that.
public protocol RunJournal: Sendable {
  /// What was noted last of a name's state; nil where nothing was.
  func state(of name: String, in lesson: String) -> String?
  /// Notes what a name was made of.
  func note(_ record: RunRecord, of name: String, in lesson: String)
}

/// What a named result was made of.
public struct RunRecord: Sendable, Hashable, Codable {
  /// Something that differs wherever anything in the record does; compared before the rest is looked at.
  public var state: String
  /// Everything that the result depends on.
  public var ingredients: [Ingredient]

  /// Makes a record.
  public init(state: String, ingredients: [Ingredient]) {
    self.state = state
    self.ingredients = ingredients
  }

  /// The record of a run that failed.
  public static let failed = RunRecord(state: "failed", ingredients: [])
}

/// Something that a result depends on.
public struct Ingredient: Sendable, Hashable, Codable {
  /// What it is.
  public enum Kind: String, Sendable, Hashable, Codable {
    /// Gradus itself.
    case program
    /// What compiles and runs Swift cells.
    case toolchain
    /// The experiment's name.
    case experiment
    /// The code of a cell, or that declares an experiment.
    case code
    /// A display option, such as the width of a figure.
    case option
    case parameter
    case seed
    /// How many seeds it runs with.
    case seeds
    /// A data file.
    case file
    /// A value of the lesson that it names.
    case value
    /// The expression of a definition.
    case expression
  }

  /// What it is.
  public var kind: Kind
  /// Which one of its kind.
  public var name: String
  /// It in short, for people; empty where it is too large to show.
  public var shown: String
  /// A digest of all of it.
  public var digest: String

  /// Makes an ingredient of a text.
  public init(_ kind: Kind, _ name: String, text: String, shown: String? = nil) {
    var digest = Digest()
    digest.append(text)
    self.init(kind, name, shown: shown ?? text, digest: digest)
  }

  /// Makes an ingredient of whatever a digest has gathered.
  public init(_ kind: Kind, _ name: String, shown: String, digest: Digest) {
    self.kind = kind
    self.name = name
    self.shown = shown.count > Self.mostShown ? "" : shown
    self.digest = String(digest.key.prefix(32))
  }

  private static let mostShown = 80
}
