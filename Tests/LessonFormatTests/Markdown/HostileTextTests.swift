import LessonFormat
import SourceText
import Testing

/// Texts made to keep a parser busy: each is read, or refused, in a moment.
@Suite struct HostileTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let unit: String
    let count: Int
    let before: String
    let after: String
    let isRefused: Bool
    var testDescription: String { "\(count) of \(before)…\(unit)…\(after)".debugDescription }

    init(_ unit: String, _ count: Int, before: String = "", after: String = "", isRefused: Bool = false) {
      self.unit = unit
      self.count = count
      self.before = before
      self.after = after
      self.isRefused = isRefused
    }
  }

  /// Most repeat what made versions of cmark slow, from its own pathological tests and its published
  /// advisories.
  static let cases: [Case] = [
    Case("[", 10_000), Case("[a", 10_000, after: "]"), Case("]", 10_000), Case("[a](b", 10_000),
    Case("**a **a ", 5_000), Case("*a_ ", 5_000), Case("a_ ", 5_000), Case("*a **a ", 5_000, after: "b"),
    Case("`a``b", 5_000), Case("<a b=", 5_000), Case("a<!-- ", 5_000), Case("&a", 10_000), Case("\\", 10_000),
    Case("# a {#sec-a}\n\n", 10_000), Case("$a ", 10_000), Case("$", 10_000), Case("$`", 10_000),
    Case("$$\n", 10_001, isRefused: true), Case("\\val{p}", 5_000, before: "$", after: "$"),
    Case("\\claim{", 5_000, before: "$$\n", after: "\n$$", isRefused: true),
    Case("> $$\n\n", 3_000, isRefused: true), Case("](=", 10_000, isRefused: true),
    Case("{#eq-a} ", 5_000, isRefused: true), Case("@eq-a ", 5_000), Case("- [x] a\n", 5_000),
    Case("```{let} a\n```\n\n", 2_000), Case("[^n]: a\n\n", 2_000, isRefused: true),
    Case("a[^n]\n", 5_000, after: "\n[^n]: b"),
    Case("a<?", 15_000, isRefused: true), Case("a <!A ", 10_000, isRefused: true),
    Case("![[]()", 10_000, isRefused: true), Case("www.a_", 10_000, isRefused: true),
    Case(")", 25_000, before: "www.a.b", isRefused: true), Case("_[^a]", 20_000, isRefused: true),
    Case(">", 10_000, isRefused: true), Case("- ", 10_000, after: "a", isRefused: true),
    Case("1. ", 10_000, after: "a", isRefused: true), Case("[^a]:", 10_000, isRefused: true),
    Case("b\n", 10_000, before: String(repeating: ">", count: 99) + "a\n"),
    Case("\n", 20_000, before: String(repeating: "- ", count: 49) + "a\n"),
    Case("|a", 5_000, after: "|\n" + String(repeating: "|-", count: 5_000) + "|\n|a", isRefused: true),
    Case("|a\n", 5_000, before: wideTable, isRefused: true),
    Case("|-|\n|-|-|\n", 2_000, before: "a\n", isRefused: true),
    Case("[a]", 1_000, before: "[a]: " + String(repeating: "x", count: 100_000) + "\n\n", isRefused: true),
    Case("a", 1_000_001, isRefused: true), Case("\0", 100, isRefused: true),
  ]

  private static let wideTable =
    String(repeating: "|a", count: 500) + "|\n" + String(repeating: "|-", count: 500) + "|\n"

  @Test(arguments: cases)
  func textIsReadOrRefused(_ hostile: Case) {
    let body = hostile.before + String(repeating: hostile.unit, count: hostile.count) + hostile.after
    let lesson = LessonReader().read(SourceFile(path: "a.md", text: "---\ntitle: T\n---\n\n" + body))
    #expect(
      lesson.diagnostics.isEmpty != hostile.isRefused, "\(lesson.diagnostics.first?.message ?? "nothing")")
    #expect(lesson.diagnostics.count <= 1_001)
    #expect(LessonInvariants(lesson).violations.isEmpty)
  }

  @Test func lessonsAreReadOnManyThreadsAtOnce() async {
    let text = "---\ntitle: T\n---\n\nA ~~b~~ $a_1 + b_1$ [58%](=p) www.example.org\n\n$$\na\n$$\n"
    let expected = LessonDumper.dump(LessonReader().read(SourceFile(path: "a.md", text: text)))
    await withTaskGroup(of: String.self) { group in
      for _ in 0..<200 {
        group.addTask { LessonDumper.dump(LessonReader().read(SourceFile(path: "a.md", text: text))) }
      }
      for await dump in group { #expect(dump == expected) }
    }
  }
}
