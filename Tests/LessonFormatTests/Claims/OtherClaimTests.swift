import Expressions
import LessonFormat
import Testing

/// Claims about texts, conditions and several numbers, and the messages of all.
@Suite struct OtherClaimTests {
  @Test(arguments: [
    ("Madrid", "Madrid", "held"), (" New\n York ", "New York", "held"), ("madrid", "Madrid", "failed"),
    ("12:30", "12:30", "held"), ("42", "42", "held"), ("Cafe\u{301}", "Café", "held"),
    ("", "Madrid", "failed"),
  ])
  func aTextIsClaimedByItself(_ text: String, _ value: String, _ expected: String) {
    // An empty text would insert the value: it holds whatever it is.
    #expect(outcome(text, .text(value)) == (text.isEmpty ? "held" : expected))
  }

  @Test(arguments: [
    ("indeed", true, "held"), ("yes", false, "failed"), ("no", false, "held"), ("No.", false, "held"),
    ("not at all", false, "held"), ("Not larger", true, "failed"), ("never", false, "held"),
    ("false", true, "failed"),
    ("no doubt", true, "held"), ("nothing less", true, "held"), ("1", true, "unreadable"),
    ("58%", false, "unreadable"),
    ("about 42", true, "unreadable"), ("(1, 2)", true, "unreadable"), ("1 of them", true, "held"),
  ])
  func wordsClaimACondition(_ text: String, _ value: Bool, _ expected: String) {
    #expect(outcome(text, .boolean(value)) == expected)
  }

  @Test(
    arguments: [
      ("(0.91, −0.91, 0.01)", [0.911, -0.912, 0.0099], "held"),
      ("(0.91,-0.91,0.01)", [0.911, -0.912, 0.0099], "held"),
      ("$(0.91, -0.91, 0.01)$", [0.911, -0.912, 0.0099], "held"), ("(1,000, 2)", [1000, 2], "held"),
      ("(0.91, −0.9, 0.01)", [0.911, -0.97, 0.0099], "failed"), ("(1, 2)", [1, 2, 3], "failed"),
      ("(about 1; over 2)", [1.01, 3], "held"), ("(50%, 5e-1)", [0.5, 0.5], "held"),
      ("(0,575)", [0, 575], "held"),
      ("0.91", [0.91], "unreadable"), ("(a, b)", [1, 2], "unreadable"), ("(1, )", [1, 2], "unreadable"),
      ("()", [], "unreadable"), ("(1, 2) km", [1, 2], "unreadable"), ("((1, 2))", [1, 2], "unreadable"),
    ] as [(String, [Double], String)])
  func aVectorIsClaimedEntryByEntry(_ text: String, _ value: [Double], _ expected: String) {
    #expect(outcome(text, .vector(value)) == expected)
  }

  @Test func aToleranceHoldsForEveryEntry() {
    #expect(outcome("(1, 2)", .vector([1.4, 1.6]), title: "±0.45") == "held")
    #expect(outcome("(1, 2)", .vector([1.4, 1.5]), title: "±0.45") == "failed")
  }

  @Test func recordsAndListsAreTuplesToo() {
    let record = Value.record(Record([("Madrid", .number(0.21)), ("Paris", .number(0.58))]))
    #expect(outcome("(0.21, 0.58)", record) == "held")
    let list = Value.list([.number(1), .text("Paris"), .boolean(false)])
    #expect(outcome("(1, Paris, no)", list) == "held")
    #expect(outcome("(1, Madrid, no)", list) == "failed")
    #expect(outcome("(1, Paris, 3)", list) == "unreadable")
    #expect(outcome("(1)", .list([.vector([1])])) == "unreadable")
  }

  @Test func aMatrixCannotBeClaimed() throws {
    let matrix = try #require(Matrix(rows: 1, columns: 1, entries: [1]))
    #expect(outcome("1", .matrix(matrix)) == "unreadable")
  }

  @Test(
    arguments: [
      ("57%", paris, "claimed 57%, computed 57.6117% — 58% would hold"),
      ("over 58%", paris, "claimed over 58%, computed 57.6117%"),
      ("57%", 0.5, "claimed 57%, computed 50% — 50% would hold"),
      ("3,641", 3640.25, "claimed 3,641, computed 3,640.25 — 3,640 would hold"),
      ("1.2 billion", 1.3123e9, "claimed 1.2 billion, computed 1.3123 billion — 1.3 billion would hold"),
      (
        "$5.98\\times10^{22}$", 6.1e22,
        "claimed $5.98\\times10^{22}$, computed 6.1\\times10^{22} — $6.10\\times10^{22}$ would hold"
      ),
      ("1", .infinity, "claimed 1, computed ∞"), ("1", .nan, "claimed 1, computed not a number"),
      ("5", 1e300, "claimed 5, computed 1×10^300"),
      ("0.60", -0.576, "claimed 0.60, computed −0.576 — −0.58 would hold"),
    ] as [(String, Double, String)])
  func aMessageSaysWhatWouldHold(_ text: String, _ value: Double, _ expected: String) {
    #expect(message(text, .number(value)) == expected)
  }

  @Test func messagesOfWordsAndTuples() {
    #expect(message("yes", .boolean(false)) == "claimed “yes”, computed false")
    #expect(message("Paris", .text("Madrid")) == "claimed “Paris”, computed “Madrid”")
    #expect(
      message("(0.91, 0.5, 0.02)", .vector([0.9112, -0.912, 0.01]))
        == "claimed (0.91, 0.5, 0.02), computed (0.9112, −0.912, 0.01): entries 2 and 3 fail "
        + "— (0.91, −0.9, 0.01) would hold")
  }
}
