import Foundation
import LessonFormat
import SourceText
import Testing

/// Texts that nobody wrote, from a fixed seed.
@Suite struct FuzzTests {
  /// SplitMix64, so that every run tries the same texts.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  private static let tokens = [
    "[", "]", "](", "](=", "](<=", ")", "](=p)", "](a \"t\")", "[a]", "[^n]", "\n[^n]: ", "![", "*", "**",
    "_", "~~", "~",
    "`", "``", "\n```\n", "\n```{let} a\n", "\n~~~\n", "$", "$$", "\n$$\n", "$`", "`$", "\\claim{1}{p}",
    "\\val{", "}",
    "{#eq-a}", "{#", " @eq-a", "@fig-b.", "[@k", " @k ", "; @k, p. 1]", "[see @k]", "-@", "@{a b}", "é", "😀",
    "a", "word ", " ", "  \n", "\n", "\n\n", "\r\n", "\r",
    "\t",
    "\n> ", ">", "\n- ", "\n  ", "\n    ", "\n1. ", "# ", "\n# ", "\n===\n", "\n---\n",
    "\n| a | b |\n|---|---|\n", "|",
    "\\|", "\\", "\\*", "&amp;", "&", "<", ">", "<b>", "<!-- ", " -->", "<https://a.b>", "www.a.bc",
    "me@a.bc",
    "https://a.b/c", "\n[r]: =x\n", "[r]", "\n: caption {#tbl-t}\n", "[!NOTE]", "[ ] ", "[x] ", "\0", "$a$",
    "1", "\n***\n",
  ]

  @Test func tokenSoupsKeepEveryPlace() {
    var generator = Generator(state: 1)
    var compared = 0
    for index in 0..<1500 {
      var text = "---\ntitle: T\n---\n"
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        text += Self.tokens.randomElement(using: &generator) ?? ""
      }
      compared += check(Array(text.utf8), "soup \(index)")
    }
    #expect(compared > 5_000)
  }

  @Test func mutationsOfEverythingKeepEveryPlace() throws {
    let fixture = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Fixtures/Everything.md")
    let original = try Array(Data(contentsOf: fixture))
    var generator = Generator(state: 2)
    var compared = 0
    for index in 0..<500 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...6, using: &generator) { mutate(&bytes, &generator) }
      compared += check(bytes, "mutation \(index)")
    }
    #expect(compared > 5_000)
  }

  /// Markdown on indented lines of YAML, within a quote every other time.
  @Test func soupsInExercisesKeepEveryPlace() {
    let tokens = Self.tokens.filter { !$0.contains("\r") && !$0.contains("\0") }
    var generator = Generator(state: 3)
    var compared = 0
    for index in 0..<1000 {
      var text = "---\ntitle: T\n---\n`````{exercise} e\nquestion: |\n  Words "
      for _ in 0..<Int.random(in: 1...30, using: &generator) {
        text += (tokens.randomElement(using: &generator) ?? "").replacing("\n", with: "\n  ")
      }
      text += "\nhint: >-\n  Some [1](=p)\n  *more*\nanswer: {says: \"8 %\", is: d(8x, x)}\n`````\n"
      if index.isMultiple(of: 2) {
        text = text.replacing("---\n`````", with: "---\n\n`````").replacing("\n", with: "\n> ")
          .replacing("---\n> title: T\n> ---\n> ", with: "---\ntitle: T\n---\n")
      }
      compared += check(Array(text.utf8), "exercise \(index)")
    }
    #expect(compared > 5_000)
  }

  private func mutate(_ bytes: inout [UInt8], _ generator: inout Generator) {
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(contentsOf: (Self.tokens.randomElement(using: &generator) ?? "").utf8, at: place)
    case 3: bytes.removeSubrange(place..<min(place + Int.random(in: 1...60, using: &generator), bytes.count))
    default:
      let end = min(place + Int.random(in: 1...60, using: &generator), bytes.count)
      bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
    }
  }

  private func check(_ bytes: [UInt8], _ name: String) -> Int {
    let lesson = LessonReader().read(SourceFile(path: "fuzz.md", bytes: bytes))
    let invariants = LessonInvariants(lesson)
    let text = String(decoding: bytes, as: UTF8.self).debugDescription
    #expect(invariants.violations.isEmpty, "\(name): \(invariants.violations.prefix(3)) in \(text)")
    return invariants.compared
  }
}
