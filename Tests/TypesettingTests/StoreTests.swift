import Synchronization
import Testing
import Typesetting

@Suite struct StoreTests {
  /// Sources that count how often they are read.
  final class CountedSources: Sendable {
    private let reads = Mutex(0)
    var count: Int { reads.withLock { $0 } }

    func read() throws -> TypesettingSources {
      reads.withLock { $0 += 1 }
      return try installedSources()
    }
  }

  struct Unreadable: Error, CustomStringConvertible {
    let description = "no such file"
  }

  @Test func `nothing is loaded before it is needed`() throws {
    let sources = CountedSources()
    let typesetter = Typesetter(sources: sources.read, version: "1")
    #expect(try typesetter.code("plain <text>", language: "") == "plain &lt;text&gt;")
    #expect(sources.count == 0)
    _ = try typesetter.mathematics("x", display: false)
    #expect(sources.count == 1)
    _ = try typesetter.mathematics("y", display: false)
    #expect(sources.count == 1)
  }

  @Test func `what the store has needs no library`() throws {
    let store = MemoryStore()
    let first = Typesetter(sources: installedSources, version: "1", store: store)
    let formula = try first.mathematics("x^2", display: false)
    let code = try first.code("let x = 3", language: "swift")
    let second = Typesetter(sources: { throw Unreadable() }, version: "1", store: store)
    #expect(try second.mathematics("x^2", display: false) == formula)
    #expect(try second.code("let x = 3", language: "swift") == code)
    #expect(store.hits == 2)
  }

  @Test func `formula, mode and version are all part of the key`() throws {
    let store = MemoryStore()
    for version in ["1", "2"] {
      let typesetter = Typesetter(sources: installedSources, version: version, store: store)
      for tex in ["x", "y"] {
        for display in [false, true] { _ = try typesetter.mathematics(tex, display: display) }
      }
      _ = try typesetter.code("x", language: "swift")
      _ = try typesetter.code("x", language: "python")
    }
    // Two versions of two formulas in two modes and of two listings.
    #expect(store.count == 2 * (2 * 2 + 2))
    #expect(store.hits == 0)
  }

  @Test func `a mistake is not stored`() {
    let store = MemoryStore()
    let typesetter = Typesetter(sources: installedSources, version: "1", store: store)
    for _ in 0..<2 {
      #expect(throws: TypesettingError.self) { try typesetter.mathematics("}", display: false) }
    }
    #expect(store.count == 0)
  }

  @Test func `a library that cannot be read is an error that says so`() {
    let typesetter = Typesetter(sources: { throw Unreadable() }, version: "1")
    #expect(throws: TypesettingError("KaTeX cannot be read: no such file")) {
      try typesetter.mathematics("x", display: false)
    }
    #expect(throws: TypesettingError("highlight.js cannot be read: no such file")) {
      try typesetter.code("x", language: "swift")
    }
  }

  @Test(arguments: ["", "}", "throw new Error('no')", "var katex = 3;", "while (true) { [].concat([1]); }"])
  func `a text that is not KaTeX is an error`(_ text: String) {
    let typesetter = Typesetter(
      sources: { TypesettingSources(katex: text, highlight: text) }, version: "1")
    #expect(throws: TypesettingError.self) { try typesetter.mathematics("x", display: false) }
  }

  @Test(arguments: ["", "x", " ", "0000000000000000 "])
  func `a damaged program is compiled anew`(_ prefix: String) throws {
    let programs = MemoryStore()
    let sources = CountedSources()
    let sound = try Typesetter(sources: sources.read, version: "1", programs: programs)
      .mathematics("x", display: false)
    programs.damage { prefix + $0.dropLast($0.count / 2) }
    let mended = try Typesetter(sources: sources.read, version: "1", programs: programs)
      .mathematics("x", display: false)
    #expect(mended == sound)
    #expect(sources.count == 2)
  }
}
