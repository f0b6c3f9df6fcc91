import Engine
import LessonFormat

/// The works that the lessons of a course cite, in the order of a list, with what citations call them.
struct CitedWorks: Sendable {
  /// A work that some lesson cites.
  struct Work: Sendable {
    var entry: BibliographyEntry
    /// What citations call its authors, such as `Hoffmann et al.`, or its title.
    var authors: String
    /// The year, with a letter where works would be confused: `2022a`.
    var year: String
    /// The lessons whose pages cite it, in order.
    var lessons: [Int]
  }

  let style: CitationStyle
  let works: [Work]
  private let indices: [Bibliographies.Work: Int]
  private let bibliographies: Bibliographies

  init(_ run: CourseRun, showsSolutions: Bool) {
    let bibliographies = run.course.bibliographies
    var lessons: [Bibliographies.Work: [Int]] = [:]
    for (index, lesson) in run.course.lessons.enumerated() {
      for work in bibliographies.works(of: lesson.citations, in: index) {
        lessons[work] = lessons[work] ?? []
      }
    }
    for (index, lesson) in zip(run.selected, run.runs) {
      let shown = bibliographies.works(
        of: lesson.lesson.shownCitations(withSolutions: showsSolutions), in: index)
      for work in shown.union(lesson.works(behindClaimsOf: run, withSolutions: showsSolutions)) {
        lessons[work, default: []].append(index)
      }
    }
    let ordered = lessons.keys.compactMap { work in bibliographies[work].map { (work, $0, $0.sortingKey) } }
      .sorted { ($0.2, $0.0.path) < ($1.2, $1.0.path) }
    var letters = YearLetters(ordered.map(\.1))
    self.bibliographies = bibliographies
    style = run.course.file.citationStyle
    indices = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1.0, $0) })
    works = ordered.map { work, entry, _ in
      Work(
        entry: entry, authors: entry.citedAuthors, year: letters.next(for: entry),
        lessons: lessons[work] ?? [])
    }
  }

  /// The work that a key of a lesson means, by its index; nil where no bibliography has it.
  func index(of key: String, in lesson: Int) -> Int? {
    bibliographies.work(key, in: lesson).flatMap { indices[$0] }
  }

  /// The works that pages cite, in order.
  var listed: [Work] { works.filter { !$0.lessons.isEmpty } }

  /// The identifier of a work on the page that lists them.
  func anchor(of work: Int) -> String { "reference-\(work + 1)" }
}

/// Tells works apart that have the same authors and year: `2022a`, `2022b`.
private struct YearLetters {
  private var counts: [String: Int] = [:]
  private var used: [String: Int] = [:]

  init(_ entries: [BibliographyEntry]) {
    for entry in entries { counts[Self.name(of: entry), default: 0] += 1 }
  }

  mutating func next(for entry: BibliographyEntry) -> String {
    let name = Self.name(of: entry)
    let year = entry.citedYear
    guard counts[name, default: 0] > 1 else { return year }
    let place = used[name, default: 0]
    used[name] = place + 1
    // After `n.d.` a letter would be read as a part of it.
    return year + (year.last?.isNumber == true ? "" : "-") + Self.letters(place)
  }

  private static func name(of entry: BibliographyEntry) -> String {
    "\(entry.citedAuthors)\n\(entry.citedYear)"
  }

  /// The letter of a place: a, b, … z, aa, ab, … without end.
  private static func letters(_ place: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(place % 26)))
    return place < 26 ? letter : letters(place / 26 - 1) + letter
  }
}

extension Lesson {
  /// The citations that readers of its page may see.
  fileprivate func shownCitations(withSolutions: Bool) -> [Citation] {
    if withSolutions { return citations }
    var hidden = directives.compactMap(\.exercise).flatMap { $0.solution.map(\.span) }
    for case .stated(let answer)? in directives.map(\.exercise?.answer) { hidden.append(answer.textSpan) }
    return citations.filter { citation in !hidden.contains { $0.contains(citation.span.start) } }
  }
}

extension LessonRun {
  /// The works that the facts behind the claims on its page come from.
  fileprivate func works(behindClaimsOf run: CourseRun, withSolutions: Bool) -> Set<Bibliographies.Work> {
    let hidden = withSolutions ? [] : lesson.claimsInSolutions
    let shown =
      claims.indices.filter { !hidden.contains($0) }.map { claims[$0] } + (withSolutions ? answers : [])
    return Set(shown.flatMap(\.sources)).reduce(into: []) { works, source in
      let citation = run.course.lessons[source.lesson].citations[source.citation]
      works.formUnion(run.course.bibliographies.works(of: [citation], in: source.lesson))
    }
  }
}

extension Bibliographies {
  /// The works that some citations of a lesson mean.
  fileprivate func works(of citations: [Citation], in lesson: Int) -> Set<Work> {
    Set(citations.flatMap(\.items).compactMap { work($0.key.value, in: lesson) })
  }
}
