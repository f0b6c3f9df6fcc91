import LessonFormat
import SourceText

/// Finds links and pictures of the course that lead nowhere.
///
/// Links to other sites are never fetched.
struct LinkChecker {
  let course: Course
  let labels: LabelIndex
  let files: any CourseFiles
  let suggestions: Suggestions

  /// What is wrong with a lesson's links and pictures.
  func errors(of index: Int) -> [LessonError] {
    let lesson = course.lessons[index]
    var found: [LessonError] = []
    lesson.visitInlines { inline in
      let problem: (message: String, help: String?)?
      switch inline.kind {
      case .link(let destination, _, _): problem = self.problem(with: destination, from: index)
      case .image(let image): problem = pictureProblem(image.source, from: index)
      default: problem = nil
      }
      guard let problem else { return }
      found.append(LessonError(.link, at: .span(inline.span), problem.message, help: problem.help))
    }
    return found
  }

  private func pictureProblem(_ source: String, from index: Int) -> (String, String?)? {
    switch LinkTarget(source, from: course.lessons[index].file.path) {
    case .external: ("a picture from another site would need the network", "put it into the course")
    case .unsafe(let reason): (reason, nil)
    case .page: ("the picture has no file", nil)
    case .file(let path, _):
      files.exists(path) ? nil : ("the picture \(path) does not exist", suggestion(for: path, from: index))
    }
  }

  private func problem(with destination: String, from index: Int) -> (String, String?)? {
    switch LinkTarget(destination, from: course.lessons[index].file.path) {
    case .external: return nil
    case .unsafe(let reason): return (reason, "http, https and mailto are understood")
    case .page(let fragment): return fragmentProblem(fragment, in: index)
    case .file(let path, let fragment):
      if let target = course.index(ofLesson: path) {
        return fragmentProblem(fragment, in: target)
      }
      guard !files.exists(path) else { return nil }
      return ("\(path) does not exist", suggestion(for: path, from: index))
    }
  }

  /// The lesson that may be meant, as the link would have to be written.
  private func suggestion(for path: String, from index: Int) -> String? {
    let own = course.lessons[index].file.path
    let links = course.lessons.lazy.map(\.file.path).filter { $0 != own }.map { link(to: $0, from: own) }
    return suggestions.didYouMean(link(to: path, from: own), among: Array(links))
  }

  private func link(to path: String, from lesson: String) -> String {
    let folder = lesson.split(separator: "/").dropLast()
    let target = path.split(separator: "/")
    let common = zip(folder, target).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: folder.count - common)
    return (up + target.dropFirst(common).map(String.init)).joined(separator: "/")
  }

  private func fragmentProblem(_ fragment: String, in index: Int) -> (String, String?)? {
    guard !fragment.isEmpty else { return nil }
    let anchors = labels.anchors(of: index)
    guard !anchors.contains(fragment), !labels.hasAnchor(fragment, in: index) else { return nil }
    return (
      "\(course.lessons[index].file.path) has no section #\(fragment)",
      suggestions.didYouMean(fragment, among: anchors.headings.map(\.anchor), before: "#")
    )
  }
}

/// Where a link leads.
public enum LinkTarget: Sendable, Hashable {
  /// Another site, or a mail address.
  case external
  /// A place on the same page.
  case page(fragment: String)
  /// A file of the course, by its path from the course's folder.
  case file(path: String, fragment: String)
  /// Nowhere a page may lead, with the reason.
  case unsafe(String)

  /// Reads the destination of a link in a lesson.
  public init(_ destination: String, from lesson: String) {
    if let scheme = Self.scheme(of: destination) {
      let known = ["http", "https", "mailto"]
      self = known.contains(scheme) ? .external : .unsafe("links may not begin with \(scheme):")
      return
    }
    guard !destination.hasPrefix("//") else {
      self = .external
      return
    }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 ? percentDecoded(String(parts[1])) : ""
    let path = percentDecoded(String(parts[0].prefix { $0 != "?" }))
    guard !path.isEmpty else {
      self = .page(fragment: fragment)
      return
    }
    do throws(FileProblem) {
      self = .file(path: try resolve(path, from: lesson), fragment: fragment)
    } catch {
      self = .unsafe("\(path) \(error.description)")
    }
  }

  private static func scheme(of destination: String) -> String? {
    guard destination.utf8.contains(UInt8(ascii: ":")) else { return nil }
    // Browsers skip white space and control characters before and inside a scheme.
    let scalars = destination.unicodeScalars.filter { $0.value > 0x20 }
    guard let colon = scalars.firstIndex(of: ":") else { return nil }
    let scheme = String(String.UnicodeScalarView(scalars[..<colon])).lowercased()
    let isScheme = scheme.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
    return isScheme && !scheme.isEmpty ? scheme : nil
  }
}

private func percentDecoded(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"), rest.count >= 2,
      rest.prefix(2).allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let decoded = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
    {
      bytes.append(decoded)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
