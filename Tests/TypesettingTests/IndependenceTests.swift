import Testing
import Typesetting

/// A fragment depends on its text alone.
@Suite struct IndependenceTests {
  static let formulas =
    MathematicsTests.samples.map(\.tex) + [
      #"\gdef\shared{leak}\shared"#, #"\def\frac{broken}\frac"#, #"\renewcommand{\alpha}{\beta}\alpha"#,
      #"\global\def\sum{x}\sum"#, #"\color{red} x"#, #"\begin{vmatrix} 1 \end{vmatrix}"#,
    ]

  @Test func `macros of one formula are unknown to the next`() throws {
    let one = Typesetter(sources: installedSources, version: "installed", engines: 1)
    _ = try one.mathematics(#"\gdef\shared{leak}\shared"#, display: false)
    #expect(throws: TypesettingError(#"\shared is not a command of KaTeX"#, offset: 0)) {
      try one.mathematics(#"\shared"#, display: false)
    }
  }

  @Test func `the order of formulas changes nothing`() throws {
    let forwards = Typesetter(sources: installedSources, version: "installed", engines: 1)
    let backwards = Typesetter(sources: installedSources, version: "installed", engines: 1)
    let first = try Self.formulas.map { try forwards.mathematics($0, display: true) }
    let second = try Self.formulas.reversed().map { try backwards.mathematics($0, display: true) }
    #expect(first == second.reversed())
  }

  @Test func `many tasks at once get what one gets`() async throws {
    let expected = try Self.formulas.map { try typesetter.mathematics($0, display: false) }
    let shared = Typesetter(sources: installedSources, version: "installed", engines: 3)
    let results = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for _ in 0..<8 {
        for (index, tex) in Self.formulas.enumerated() {
          group.addTask { (index, try shared.mathematics(tex, display: false)) }
        }
      }
      return try await group.reduce(into: [(Int, String)]()) { $0.append($1) }
    }
    #expect(results.count == 8 * Self.formulas.count)
    for (index, html) in results { #expect(html == expected[index]) }
  }

  @Test func `a compiled library gives what its text gives`() throws {
    let programs = MemoryStore()
    for _ in 0..<2 {
      let typesetter = Typesetter(sources: installedSources, version: "installed", programs: programs)
      for tex in Self.formulas {
        #expect(try typesetter.mathematics(tex, display: true) == outcome(of: tex, display: true).get())
      }
    }
    #expect(programs.hits == 1)
  }
}
