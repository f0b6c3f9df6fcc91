extension HTMLBuffer {
  /// A work as a list of references describes it.
  mutating func reference(_ work: CitedWorks.Work) {
    let reference = ReferenceText(work)
    for (place, sentence) in reference.sentences.enumerated() {
      if place > 0 { markup(" ") }
      for piece in sentence {
        switch piece {
        case .text(let text): self.text(text)
        case .title(let title): element("cite", [:], title)
        }
      }
      if sentence.last?.endsSentence != true { markup(".") }
    }
    guard let address = reference.address else { return }
    markup(" ")
    element("a", ["href": address.url, "rel": "noopener"], address.text)
    if let accessed = reference.accessed { text(" (seen \(accessed))") }
  }
}

extension ReferenceText.Piece {
  /// Whether a full stop behind it would be one too many.
  fileprivate var endsSentence: Bool {
    switch self {
    case .text(let text), .title(let text): text.last.map { ".?!…".contains($0) } ?? false
    }
  }
}
