/// Joins pictures to one in which each part is shown in its frames.
struct SVGFrames {
  /// A picture taken apart: its opening tag, the elements directly within, and its end.
  private struct Picture {
    var opening: String
    var elements: [String]

    /// Gives clips that differ from those of the first picture identifiers of their own.
    mutating func rename(apartFrom first: Picture?, _ index: Int) {
      let isClip = { (element: String) in element.hasPrefix("<clipPath") }
      guard let first, elements.filter(isClip) != first.elements.filter(isClip),
        let identifier = attribute("id", of: opening)
      else { return }
      elements = elements.map { element in
        element.replacing("\(identifier)-clip-", with: "\(identifier)-\(index + 1)-clip-")
      }
    }

    private func attribute(_ name: String, of tag: String) -> String? {
      guard let start = tag.firstRange(of: " \(name)=\"")?.upperBound else { return nil }
      return String(tag[start...].prefix { $0 != "\"" })
    }
  }

  private static func isForReadersAloud(_ element: String) -> Bool {
    element.hasPrefix("<title") || element.hasPrefix("<desc")
  }

  private let pictures: [Picture]
  /// The title and the description: one picture has one of each, those of the still.
  private let words: [String]
  private let still: Int

  init(_ svgs: [String], still: Int) throws(LessonError) {
    var pictures: [Picture] = []
    var words: [String] = []
    for (index, svg) in svgs.enumerated() {
      guard var picture = Self.takenApart(svg) else {
        throw .experiment("frame \(index + 1) is no SVG element")
      }
      picture.rename(apartFrom: pictures.first, index)
      if index + 1 == still { words = picture.elements.filter(Self.isForReadersAloud) }
      picture.elements.removeAll(where: Self.isForReadersAloud)
      if let first = pictures.first, first.opening != picture.opening {
        throw .experiment("frame \(index + 1) has another size, or another identifier, than the first")
      }
      pictures.append(picture)
    }
    self.pictures = pictures
    self.words = words
    self.still = still
  }

  /// The opening tag and the elements directly within; nil where the text is no well-formed SVG element.
  private static func takenApart(_ svg: String) -> Picture? {
    let bytes = Array(svg.utf8)
    guard svg.hasPrefix("<svg"), let opening = tagEnd(bytes, from: 0) else { return nil }
    var elements: [String] = []
    var (place, start, depth) = (opening, opening, 0)
    while let next = bytes[place...].firstIndex(of: UInt8(ascii: "<")), let end = tagEnd(bytes, from: next) {
      let closes = bytes[next...].starts(with: "</".utf8)
      if depth == 0, closes {
        return Picture(opening: String(decoding: bytes[..<opening], as: UTF8.self), elements: elements)
      }
      if depth == 0 { start = next }
      let isEmpty = bytes[end - 2] == UInt8(ascii: "/")
      depth += closes ? -1 : isEmpty ? 0 : 1
      place = end
      if depth == 0 { elements.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
    }
    return nil
  }

  /// The place behind the tag that begins at a place; quoted attributes may hold its sign.
  private static func tagEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    var isQuoted = false
    for place in bytes[start...].indices {
      if bytes[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if bytes[place] == UInt8(ascii: ">"), !isQuoted { return place + 1 }
    }
    return nil
  }

  /// The pictures as one.
  ///
  /// What all share in the same order stands once; between, each frame has what it alone shows.
  func joined() throws(LessonError) -> String {
    guard let first = pictures.first else { return "" }
    var shared = first.elements
    for picture in pictures.dropFirst() { shared = Self.common(shared, picture.elements) }
    var result = ([first.opening] + words).map { $0 + "\n" }.joined()
    var places = Array(repeating: 0, count: pictures.count)
    for anchor in shared + [nil] as [String?] {
      var parts: [[String]] = []
      for (index, picture) in pictures.enumerated() {
        let rest = picture.elements[places[index]...]
        let end = anchor.flatMap { rest.firstIndex(of: $0) } ?? picture.elements.endIndex
        parts.append(Array(picture.elements[places[index]..<end]))
        places[index] = min(end + 1, picture.elements.endIndex)
      }
      result += own(parts)
      if let anchor { result += anchor + "\n" }
    }
    return result + "</svg>\n"
  }

  /// What frames show alone; neighbours that show the same share it.
  private func own(_ parts: [[String]]) -> String {
    var result = ""
    var start = 0
    while start < parts.count {
      var end = start
      while end + 1 < parts.count, parts[end + 1] == parts[start] { end += 1 }
      if !parts[start].isEmpty {
        let range = start + 1...end + 1
        let state = range.contains(still) ? "data-still=\"\"" : "display=\"none\""
        result += "<g data-frames=\"\(range.lowerBound)-\(range.upperBound)\" \(state)>\n"
        result += parts[start].joined(separator: "\n") + "\n</g>\n"
      }
      start = end + 1
    }
    return result
  }

  /// The elements that two pictures share, in the order of both.
  private static func common(_ first: [String], _ second: [String]) -> [String] {
    let difference = second.difference(from: first)
    let removed = Set(
      difference.removals.map { if case .remove(let offset, _, _) = $0 { offset } else { -1 } })
    return first.indices.filter { !removed.contains($0) }.map { first[$0] }
  }
}
