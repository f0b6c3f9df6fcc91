import Engine
import LessonFormat

extension Outline {
  /// A lesson with the time by which a feed puts it in order.
  struct FeedEntry: Sendable {
    var lesson: Int
    /// A date and a time as RFC 3339 writes them.
    var time: String
  }

  /// The lessons whose date says a day, the latest first; of those of one day, the later in the course first.
  static func feedEntries(_ run: CourseRun, order: [Int]) -> [FeedEntry] {
    guard run.course.file.baseURL != nil else { return [] }
    let entries = order.compactMap { lesson in
      run.course.lessons[lesson].frontMatter.date.flatMap(Day.init).map {
        FeedEntry(lesson: lesson, time: "\($0.text)T00:00:00Z")
      }
    }
    return entries.reversed().enumerated()
      .sorted { ($1.element.time, $0.offset) < ($0.element.time, $1.offset) }.map(\.element)
  }
}

/// A day of the calendar, `2024-05-31`.
struct Day: Hashable {
  let text: String

  /// Reads a day; nil where the text is none, or says no day that there is.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
    else { return nil }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    self.text = text
  }
}

extension PageMaker {
  /// An Atom feed (RFC 4287) of the lessons that have a date.
  ///
  /// What identifies an entry is its address, so that the same course always gives the same feed.
  func feed(at base: String) -> String {
    let entries = outline.feedEntries
    var xml = HTMLBuffer()
    xml.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
    xml.line("title", outline.title)
    xml.line("id", base)
    xml.line("updated", entries.first?.time ?? "")
    link(to: base, in: &xml)
    xml.open("link", ["rel": "self", "href": base + Outline.feed])
    xml.markup("</link>\n")
    let authors = outline.run.course.file.authors
    write(authors: authors.isEmpty ? [outline.title] : authors, to: &xml)
    for entry in entries { write(entry, at: base, to: &xml) }
    xml.markup("</feed>\n")
    return xml.string
  }

  private func write(_ entry: Outline.FeedEntry, at base: String, to xml: inout HTMLBuffer) {
    let frontMatter = outline.run.course.lessons[entry.lesson].frontMatter
    let address = outline.address(of: outline.pages[entry.lesson], at: base)
    xml.markup("<entry>\n")
    xml.line("title", frontMatter.title)
    xml.line("id", address)
    xml.line("updated", entry.time)
    link(to: address, in: &xml)
    write(authors: frontMatter.authors, to: &xml)
    if let description = frontMatter.description { xml.line("summary", description) }
    xml.markup("</entry>\n")
  }

  private func link(to address: String, in xml: inout HTMLBuffer) {
    xml.open("link", ["href": address])
    xml.markup("</link>\n")
  }

  private func write(authors: [String], to xml: inout HTMLBuffer) {
    for author in authors {
      xml.markup("<author><name>")
      xml.text(author.withoutControls)
      xml.markup("</name></author>\n")
    }
  }

  /// The pages of the site for search engines.
  func siteMap(at base: String) -> String {
    var xml = HTMLBuffer()
    xml.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.markup("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    if !outline.isSingleLesson {
      xml.markup("<url>\n")
      xml.line("loc", base)
      xml.markup("</url>\n")
    }
    for lesson in outline.order {
      xml.markup("<url>\n")
      xml.line("loc", outline.address(of: outline.pages[lesson], at: base))
      if let day = outline.run.course.lessons[lesson].frontMatter.date.flatMap(Day.init) {
        xml.line("lastmod", day.text)
      }
      xml.markup("</url>\n")
    }
    xml.markup("</urlset>\n")
    return xml.string
  }
}

extension HTMLBuffer {
  /// Writes an element of XML on a line of its own.
  fileprivate mutating func line(_ tag: StaticString, _ text: String) {
    element(tag, [:], text.withoutControls)
    markup("\n")
  }
}

extension String {
  /// The text without the characters that no XML may hold.
  var withoutControls: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter { scalar in
          switch scalar.value {
          case 0x09, 0x0A, 0x0D: true
          case ..<0x20, 0xFFFE, 0xFFFF: false
          default: true
          }
        }))
  }
}
