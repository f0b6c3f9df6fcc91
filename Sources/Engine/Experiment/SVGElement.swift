/// An element of a picture: a group of further ones, or what stands for itself.
enum SVGElement: Hashable {
  /// An element that is taken as it is, or not at all.
  case whole(String)
  /// A `<g>` with its opening tag and the elements within; its text is that of all.
  case group(text: String, opening: String, elements: [SVGElement])

  /// The element as it is written.
  var text: String {
    switch self {
    case .whole(let text), .group(let text, _, _): text
    }
  }

  /// The opening tag of a group.
  var opening: String? {
    if case .group(_, let opening, _) = self { opening } else { nil }
  }

  /// The elements of a group.
  var elements: [SVGElement] {
    if case .group(_, _, let elements) = self { elements } else { [] }
  }

  /// The clips in the order in which they are written.
  var clips: [String] {
    switch self {
    case .whole(let text): text.hasPrefix("<clipPath") ? [text] : []
    case .group(_, _, let elements): elements.flatMap(\.clips)
    }
  }

  /// The same element with a piece of every tag and text replaced.
  func replacing(_ piece: String, with other: String) -> SVGElement {
    switch self {
    case .whole(let text): .whole(text.replacing(piece, with: other))
    case .group(let text, let opening, let elements):
      .group(
        text: text.replacing(piece, with: other), opening: opening.replacing(piece, with: other),
        elements: elements.map { $0.replacing(piece, with: other) })
    }
  }
}
