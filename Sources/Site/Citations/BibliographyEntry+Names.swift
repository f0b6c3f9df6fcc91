import LessonFormat

extension BibliographyEntry {
  /// Who is named first: the authors, or those who edited the work.
  var people: [PersonName] { authors.isEmpty ? editors : authors }

  /// What citations call the authors: one or two by name, more as `et al.`; a work without any by its title.
  var citedAuthors: String {
    let names = people.map(\.wholeFamily)
    switch names.count {
    case 0: return self[.title].map { "“\($0.shortened)”" } ?? key.value
    case 1: return names[0]
    case 2: return "\(names[0]) and \(names[1])"
    default: return "\(names[0]) et al."
    }
  }

  /// The year in a citation.
  var citedYear: String { issued?.yearText ?? "n.d." }

  /// The authors as a list shows them: `Hoffmann, J., and Sifre, L.`; empty where there are none.
  var listedAuthors: String {
    let names = people.map(\.inverted)
    let shown = names.count > 8 ? names.prefix(7) + ["et al."] : names[...]
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    let joint = names.count > 8 ? ", " : shown.count == 2 && !shown[0].contains(",") ? " and " : ", and "
    return shown.dropLast().joined(separator: ", ") + joint + last
  }

  /// What lists are ordered by: authors, year, title.
  var sortingKey: String {
    let authors =
      people.isEmpty
      ? self[.title] ?? "" : people.map { "\($0.wholeFamily) \($0.given)" }.joined(separator: " ")
    return [authors, issued?.yearText ?? "", self[.title] ?? "", key.value].joined(separator: "\n")
      .lowercased()
  }
}

extension WorkDate {
  /// The year in words; nil where nothing is known.
  var yearText: String? {
    guard let year else { return words.isEmpty ? nil : words }
    let text = year > 0 ? String(year) : "\(1 - year) BC"
    return isCirca ? "ca. \(text)" : text
  }
}

extension PersonName {
  /// The family name with initials behind it, `Hoffmann, J.`, as lists have it.
  fileprivate var inverted: String {
    let given = [initials, droppingParticle].filter { !$0.isEmpty }.joined(separator: " ")
    return [wholeFamily, given, suffix].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// `Jean-Paul M.` as `J.-P. M.`; names in scripts without capitals stay as they are.
  private var initials: String {
    guard given.first?.isCased == true else { return given }
    return given.split(whereSeparator: { $0.isWhitespace || $0 == "." }).map { word in
      word.split(separator: "-").compactMap { $0.first.map { "\($0)." } }.joined(separator: "-")
    }.joined(separator: " ")
  }
}

extension String {
  /// The first words of a title.
  fileprivate var shortened: String {
    let words = split(separator: " ")
    return words.count <= 6 ? self : words.prefix(5).joined(separator: " ") + " …"
  }
}
