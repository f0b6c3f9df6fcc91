import Expressions

/// Verifies a claim about several values, entry by entry.
struct TupleVerifier {
  /// The claim.
  let claim: Claim
  /// What was computed.
  let values: [Value]

  /// Compares every entry.
  func verify() throws(ClaimTextError) -> Verification {
    let entries = try self.entries()
    guard entries.count == values.count else {
      let message =
        "claimed \(counted(entries.count)), computed \(values.count): \(excerpt(claim.text.text)) for \(computed(like: entries))"
      return .failed(message: message, literalThatWouldHold: nil)
    }
    let failing = try failingEntries(entries)
    if failing.isEmpty { return .held }
    let mendings = failing.compactMap { mending(of: entries[$0].statement, values[$0]) }
    let mended = mendings.count == failing.count ? claim.text.text.applying(mendings) : nil
    let places = failing.map { String($0 + 1) }
    return ClaimVerifier.failed(
      "claimed \(excerpt(claim.text.text)), computed \(computed(like: entries)): "
        + (places.count == 1 ? "entry \(places[0]) fails" : "entries \(list(places)) fail"), mended)
  }

  /// The entries of the claim, which must be a tuple.
  func entries() throws(ClaimTextError) -> [Statement.Entry] {
    guard case .tuple(let entries) = try ClaimReader.read(claim) else {
      throw ClaimTextError(
        "the value has \(counted(values.count)), and the claim is about one",
        help: "write them as (0.91, −0.91, 0.01), or claim one of them with a subscript")
    }
    return entries
  }

  /// The indices of the entries that do not hold.
  func failingEntries(_ entries: [Statement.Entry]) throws(ClaimTextError) -> [Int] {
    var failing: [Int] = []
    for index in entries.indices where try !holds(entries[index], values[index], place: index + 1) {
      failing.append(index)
    }
    return failing
  }

  private func holds(_ entry: Statement.Entry, _ value: Value, place: Int) throws(ClaimTextError) -> Bool {
    switch value {
    case .number(let number):
      if let allowed = Interval(entry.statement) { return allowed.contains(number) }
      throw ClaimTextError(
        "entry \(place), “\(excerpt(entry.text))”, is no number", help: ClaimReader.formsHelp)
    case .text(let text): return WordReader.says(entry.text, text)
    case .boolean(let truth):
      if !entry.statement.isNumeric { return try WordReader.truth(entry.text) == truth }
      throw ClaimTextError("entry \(place), “\(excerpt(entry.text))”, is a number, and the value a condition")
    case .vector, .matrix, .list, .record, .function:
      throw ClaimTextError(
        "entry \(place) of the value has entries of its own", help: "claim them one by one")
    }
  }

  private func mending(of statement: Statement, _ value: Value) -> Mending? {
    if case .number(let number) = value { Mending(statement, value: number) } else { nil }
  }

  private func computed(like entries: [Statement.Entry]) -> String {
    let shown = values.prefix(20).enumerated().map { index, value in
      ComputedText.text(value, like: index < entries.count ? entries[index].statement : .words)
    }
    return "(" + (shown + (values.count > shown.count ? ["…"] : [])).joined(separator: ", ") + ")"
  }

  private func counted(_ count: Int) -> String { "\(count) \(count == 1 ? "entry" : "entries")" }

  private func list(_ places: [String]) -> String {
    places.dropLast().joined(separator: ", ") + " and " + (places.last ?? "")
  }
}
