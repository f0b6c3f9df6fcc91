import LessonFormat

extension Lesson {
  /// The claims that would tell the answers of exercises.
  var claimsInSolutions: Set<Int> {
    var found: Set<Int> = []
    for case let exercise? in directives.map(\.exercise) {
      found.formUnion(claims(in: exercise.solution))
      if case .stated(let answer) = exercise.answer { found.formUnion(claims(in: answer.content)) }
    }
    return found
  }

  /// The claims in some blocks.
  func claims(in blocks: [Block]) -> [Int] {
    blocks.flatMap { block -> [Int] in
      if case .mathematics(let mathematics, _) = block.kind { return claims(in: mathematics) }
      return block.texts.flatMap { claims(in: $0) } + claims(in: block.blocks)
    }
  }

  /// The claims in some pieces of text.
  func claims(in inlines: [Inline]) -> [Int] {
    inlines.flatMap { inline -> [Int] in
      switch inline.kind {
      case .claim(let index): [index] + claims(in: self.claims[index].content)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner):
        claims(in: inner)
      case .mathematics(let mathematics): claims(in: mathematics)
      default: []
      }
    }
  }

  private func claims(in mathematics: Mathematics) -> [Int] {
    mathematics.parts.compactMap { if case .claim(let index) = $0 { index } else { nil } }
  }
}
