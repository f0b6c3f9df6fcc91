import SourceText

/// The works that a course can cite, in the order of their file.
public struct Bibliography: Sendable {
  /// The file.
  public let file: SourceFile
  /// The works, in order; no two have the same key.
  public let entries: [BibliographyEntry]
  /// Whether no work was left out because it cannot be read.
  public let isWhole: Bool
  private let indices: [String: Int]

  /// Makes a bibliography; of two works with one key the first stands.
  public init(file: SourceFile, entries: [BibliographyEntry], isWhole: Bool = true) {
    self.file = file
    self.entries = entries
    self.isWhole = isWhole
    indices = Dictionary(
      entries.enumerated().map { ($1.key.value, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The work of a key.
  public subscript(key: String) -> BibliographyEntry? { indices[key].map { entries[$0] } }

  /// The keys, in order.
  public var keys: some Sequence<String> { entries.lazy.map(\.key.value) }
}

/// A work, as the Citation Style Language describes it.
public struct BibliographyEntry: Sendable, Hashable {
  /// Texts that a work may have, by their names in the Citation Style Language.
  public enum Field: String, Sendable, CaseIterable {
    case title
    case containerTitle = "container-title"
    case collectionTitle = "collection-title"
    case eventTitle = "event-title"
    case publisher
    case publisherPlace = "publisher-place"
    case genre, edition, version, volume, issue, number, page
    case doi = "DOI"
    case url = "URL"
  }

  /// What citations call it, with its place.
  public var key: Spanned<String>
  /// What kind of work it is.
  public var kind = WorkKind.document
  /// Who wrote it.
  public var authors: [PersonName] = []
  /// Who edited it, or the work that it is a part of.
  public var editors: [PersonName] = []
  /// When it came out.
  public var issued: WorkDate?
  /// When its address was looked at.
  public var accessed: WorkDate?
  /// Its other texts; none is empty.
  public var fields: [Field: String] = [:]

  /// Makes a work of which nothing but the key is known.
  public init(key: Spanned<String>) { self.key = key }

  /// One of its texts.
  public subscript(field: Field) -> String? { fields[field] }
}

/// Who wrote or edited a work.
public struct PersonName: Sendable, Hashable {
  /// The family name, or the whole name of an institution.
  public var family = ""
  /// The given names.
  public var given = ""
  /// What belongs to the family name: `van` in van Rossum.
  public var particle = ""
  /// What goes with the given names where the name is turned around: `de` in La Fontaine, Jean de.
  public var droppingParticle = ""
  /// `Jr.`, `III`.
  public var suffix = ""

  /// Makes an empty name.
  public init() {}

  /// The family name with what belongs to it.
  public var wholeFamily: String { particle.isEmpty ? family : "\(particle) \(family)" }
}

/// When a work came out, as far as it is known.
public struct WorkDate: Sendable, Hashable {
  /// The year; below 1 before Christ, 0 being 1 BC.
  public var year: Int?
  /// The month, from 1.
  public var month: Int?
  /// The day of the month.
  public var day: Int?
  /// Whether it is uncertain.
  public var isCirca = false
  /// The date in words, where it has no year.
  public var words = ""

  /// Makes a date of which nothing is known.
  public init() {}
}
