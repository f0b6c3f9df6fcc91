/// Joins pictures to one in which each part is shown in its frames.
///
/// What all pictures share in the same order stands once. Groups that begin with the same tag stand once too, and what
/// differs within them is joined in the same way.
struct SVGFrames {
  private let opening: String
  private let pictures: [[SVGElement]]
  /// The title and the description: one picture has one of each, those of the still.
  private let words: [String]
  private let still: Int

  init(_ svgs: [String], still: Int) throws(LessonError) {
    var first: (opening: String, clips: [String])?
    var pictures: [[SVGElement]] = []
    var words: [String] = []
    for (index, svg) in svgs.enumerated() {
      guard var picture = SVGReader.picture(svg) else {
        throw .experiment("frame \(index + 1) is no SVG element")
      }
      let clips = picture.elements.flatMap(\.clips)
      if let first, first.clips != clips { picture.renameClips(index) }
      if index + 1 == still { words = picture.elements.map(\.text).filter(Self.isForReadersAloud) }
      picture.elements.removeAll { Self.isForReadersAloud($0.text) }
      if let first, first.opening != picture.opening {
        throw .experiment("frame \(index + 1) has another size, or another identifier, than the first")
      }
      first = first ?? (picture.opening, clips)
      pictures.append(picture.elements)
    }
    opening = first?.opening ?? ""
    self.pictures = pictures
    self.words = words
    self.still = still
  }

  private static func isForReadersAloud(_ element: String) -> Bool {
    element.hasPrefix("<title") || element.hasPrefix("<desc")
  }

  /// The pictures as one.
  func joined() -> String {
    guard !pictures.isEmpty else { return "" }
    return ([opening] + words).map { $0 + "\n" }.joined() + joined(pictures) + "</svg>\n"
  }

  /// Lists of elements, one a frame, as one.
  private func joined(_ lists: [[SVGElement]]) -> String {
    let shared = Self.common(lists)
    return between(shared, in: lists, isMatch: ==) { part in
      joinedGroups(part)
    } anchor: { element, _ in
      element.text + "\n"
    }
  }

  /// Lists that share no element, with the groups joined that begin with the same tag in all of them.
  private func joinedGroups(_ lists: [[SVGElement]]) -> String {
    let shared = Self.common(lists.map { $0.compactMap(\.opening) })
    return between(shared, in: lists, isMatch: { $0.opening == $1 }) { part in
      own(part)
    } anchor: { opening, groups in
      "\(opening)\n\(joined(groups.map(\.elements)))</g>\n"
    }
  }

  /// Walks through lists along what they share: writes what stands before each shared thing, then the thing itself.
  private func between<Anchor>(
    _ anchors: [Anchor], in lists: [[SVGElement]], isMatch: (SVGElement, Anchor) -> Bool,
    part write: ([[SVGElement]]) -> String, anchor writeAnchor: (Anchor, [SVGElement]) -> String
  ) -> String {
    var result = ""
    var rests = lists.map { $0[...] }
    for anchor in anchors {
      var (parts, found) = ([[SVGElement]](), [SVGElement]())
      for (index, rest) in rests.enumerated() {
        guard let place = rest.firstIndex(where: { isMatch($0, anchor) }) else { continue }
        parts.append(Array(rest[..<place]))
        found.append(rest[place])
        rests[index] = rest[(place + 1)...]
      }
      result += write(parts) + writeAnchor(anchor, found)
    }
    return result + write(rests.map(Array.init))
  }

  // MARK: What differs

  /// What frames show alone: each list as a whole, or place by place where that is shorter.
  private func own(_ lists: [[SVGElement]]) -> String {
    let whole = shown(lists.map { $0.map(\.text) })
    guard let count = lists.first?.count, count > 1, lists.allSatisfy({ $0.count == count }) else {
      return whole
    }
    let byPlace = (0..<count).map { place in shown(lists.map { [$0[place].text] }) }.joined()
    return byPlace.utf8.count < whole.utf8.count ? byPlace : whole
  }

  /// A group for what each frame shows; neighbours that show the same share it.
  private func shown(_ parts: [[String]]) -> String {
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

  // MARK: What is shared

  /// The elements that all lists share, in the order of all.
  private static func common<Element: Hashable>(_ lists: [[Element]]) -> [Element] {
    guard var shared = lists.first else { return [] }
    for list in lists.dropFirst() where list != shared { shared = common(shared, list) }
    return shared
  }

  private static func common<Element: Hashable>(_ first: [Element], _ second: [Element]) -> [Element] {
    let difference = second.difference(from: first)
    let removed = Set(
      difference.removals.map { if case .remove(let offset, _, _) = $0 { offset } else { -1 } })
    return first.indices.filter { !removed.contains($0) }.map { first[$0] }
  }
}

extension SVGReader.Picture {
  /// Gives clips that differ from those of the first picture identifiers of their own.
  fileprivate mutating func renameClips(_ index: Int) {
    guard let start = opening.firstRange(of: " id=\"")?.upperBound else { return }
    let identifier = opening[start...].prefix { $0 != "\"" }
    elements = elements.map { $0.replacing("\(identifier)-clip-", with: "\(identifier)-\(index + 1)-clip-") }
  }
}
