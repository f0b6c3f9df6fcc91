import Engine
import LessonFormat

/// A work as a list of references describes it: sentences, put together as its kind asks.
struct ReferenceText {
  /// A piece of a sentence.
  enum Piece {
    case text(String)
    /// The title of what stands on its own.
    case title(String)
  }

  /// The sentences, without their full stops.
  private(set) var sentences: [[Piece]] = []
  private let entry: BibliographyEntry

  init(_ work: CitedWorks.Work) {
    entry = work.entry
    let authors = entry.listedAuthors
    let isEdited = entry.authors.isEmpty && !entry.editors.isEmpty
    let role = isEdited ? entry.editors.count == 1 ? " (ed.)" : " (eds.)" : ""
    let title = titlePieces
    if authors.isEmpty {
      add((title.isEmpty ? [.text(entry.key.value)] : title) + [.text(" (\(work.year))")])
    } else {
      add([.text("\(authors)\(role) (\(work.year))")])
      add(title)
    }
    addContainer()
    add(text(joined([publisher, entry[.publisherPlace]])))
  }

  /// Who published it; nobody twice, as arXiv:2203.15556 names it.
  private var publisher: String? {
    guard form == .article, let number = entry[.number], let publisher = entry[.publisher] else {
      return entry[.publisher]
    }
    return number.hasPrefix(publisher) ? nil : publisher
  }

  // MARK: Kinds

  /// How a kind of work is described.
  private enum Form { case article, part, whole }

  private var form: Form {
    switch entry.kind {
    case .article, .articleJournal, .articleMagazine, .articleNewspaper, .review, .reviewBook, .postWeblog:
      .article
    case .chapter, .paperConference, .entry, .entryDictionary, .entryEncyclopedia: .part
    default: .whole
    }
  }

  /// What kind of thing it is, where its title does not tell.
  private var nature: String? {
    switch entry.kind {
    case .thesis: entry[.genre] ?? "thesis"
    case .report: joined([entry[.genre] ?? "report", entry[.number]], by: " ")
    case .dataset: entry[.genre] ?? "data set"
    case .software: entry[.genre] ?? "software"
    case .patent, .standard, .legislation, .regulation: joined([entry[.genre], entry[.number]], by: " ")
    default: entry[.genre]
    }
  }

  private var titlePieces: [Piece] {
    guard let title = entry[.title] else { return [] }
    guard form == .whole else { return [.text(title)] }
    let details = [
      entry[.edition].map(edition), entry[.volume].map { "volume \($0)" },
      entry[.version].map { "version \($0)" },
      nature,
    ]
    let text = joined(details)
    return [.title(title)] + (text.map { [.text(" (\($0))")] } ?? [])
  }

  private func edition(_ text: String) -> String {
    guard let number = Int(text), number > 0 else { return text.contains(" ") ? text : "\(text) ed." }
    let ending =
      switch (number % 10, number % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(number)\(ending) ed."
  }

  private mutating func addContainer() {
    switch form {
    case .article:
      guard let container = entry[.containerTitle] else {
        return add(text(joined([nature, entry[.number]])))
      }
      let issue = entry[.issue].map { "(\($0))" } ?? ""
      let volume = entry[.volume].map { $0 + issue } ?? (issue.isEmpty ? nil : issue)
      let rest = joined([volume, entry[.page]?.withRange ?? entry[.number]])
      add([.title(container)] + (rest.map { [.text(", \($0)")] } ?? []))
    case .part:
      guard let container = entry[.containerTitle] ?? entry[.eventTitle] else { return }
      let editors = entry.authors.isEmpty ? "" : edited
      let details = joined([
        entry[.edition].map(edition), entry[.volume].map { "volume \($0)" },
        entry[.page].map { "pp. \($0.withRange)" },
      ])
      add([.text("In \(editors)"), .title(container)] + (details.map { [.text(" (\($0))")] } ?? []))
    case .whole:
      guard let container = entry[.containerTitle] ?? entry[.collectionTitle] else { return }
      add([.text(container)])
    }
  }

  /// The editors before the title of what they edited.
  private var edited: String {
    guard !entry.editors.isEmpty else { return "" }
    var volume = entry
    volume.authors = []
    return "\(volume.listedAuthors) (\(entry.editors.count == 1 ? "ed." : "eds.")), "
  }

  // MARK: Sentences

  private mutating func add(_ pieces: [Piece]) {
    if !pieces.isEmpty { sentences.append(pieces) }
  }

  private func text(_ text: String?) -> [Piece] { text.map { [.text($0)] } ?? [] }

  private func joined(_ parts: [String?], by separator: String = ", ") -> String? {
    let parts = parts.compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: separator)
  }

  // MARK: Address

  /// Where the work is to be found: by its DOI, or at its address.
  var address: (url: String, text: String)? {
    if let doi = entry[.doi]?.identifierOfDOI {
      return ("https://doi.org/" + doi.percentEncodedPath, "https://doi.org/\(doi)")
    }
    guard let url = entry[.url], case .external = LinkTarget(url, from: "") else { return nil }
    return (url, url)
  }

  /// When the address was looked at, for what may have changed since.
  var accessed: String? {
    guard entry[.doi] == nil, entry[.url] != nil, let date = entry.accessed, let year = date.year else {
      return nil
    }
    let parts = [date.month, date.day].prefix { $0 != nil }.compactMap(\.self)
    return ([String(year)] + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }).joined(separator: "-")
  }
}

extension String {
  /// Pages with a dash between them: `30016–30030`.
  fileprivate var withRange: String { replacing("--", with: "-").replacing("-", with: "–") }

  /// A DOI without the address of a resolver.
  fileprivate var identifierOfDOI: String {
    for start in ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"]
    where lowercased().hasPrefix(start) { return String(dropFirst(start.count)) }
    return self
  }

  /// The text as a part of an address, in which nothing ends the path.
  fileprivate var percentEncodedPath: String {
    split(separator: "/", omittingEmptySubsequences: false).map { percentEncoded(String($0)) }
      .joined(separator: "/")
  }
}
