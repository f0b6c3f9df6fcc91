import Engine
import Expressions
import LessonFormat
import SourceText

/// A line of a derivation as its author wrote it.
struct DerivationStep: ParameterValue {
  /// The left side, where the line is an equation.
  let left: Formula?
  /// The right side of an equation, or the expression.
  let right: Formula
  /// Whether the line is said to follow from an equation, and not to continue a chain of equals.
  let isConsequence: Bool
  /// Why it follows.
  let reason: String?
  /// Why it is not to be checked.
  let unverified: String?
  /// Where the line's mathematics is.
  let span: Span

  static let typeDescription = "an expression, or a mapping with is, so or unverified, and because"

  init(reading argument: WrittenValue) throws {
    guard case .mapping(let entries) = argument.datum.kind else {
      try self.init(argument, isConsequence: false, reason: nil, unverified: nil)
      return
    }
    let known = ["is", "so", "unverified", "because"]
    var reader = try MappingReader(argument, expected: Self.typeDescription, known: known)
    let because: String? = reader.read("because")
    let keys = ["is", "so", "unverified"].filter { key in entries.contains { $0.key.value == key } }
    let lines = keys.filter { $0 != "unverified" }
    if lines.count > 1 { reader.refuse("is and so are both given; a step is one of them") }
    if keys.isEmpty && entries.allSatisfy({ known.contains($0.key.value) }) {
      reader.refuse("what the step says is missing", help: "write is: with an expression")
    }
    // `unverified` is the reason beside `is` or `so`; alone it is the step itself, and `because` the reason.
    let isAlone = keys == ["unverified"]
    if isAlone && because == nil {
      reader.refuse(
        "a step that is not verified needs a reason", help: "write because: with what it rests on")
    }
    let unverified: String? =
      isAlone ? because : keys.contains("unverified") ? reader.read("unverified") : nil
    try reader.finish()
    guard let key = lines.first ?? keys.first,
      let entry = entries.first(where: { $0.key.value == key })
    else { throw argument.mismatch(expected: Self.typeDescription) }
    try self.init(
      argument.part(entry.value), isConsequence: key == "so", reason: isAlone ? nil : because,
      unverified: unverified)
  }

  private init(
    _ argument: WrittenValue, isConsequence: Bool, reason: String?, unverified: String?
  ) throws {
    self.isConsequence = isConsequence
    self.reason = reason
    self.unverified = unverified
    span = argument.datum.formulaText?.span ?? argument.datum.span
    if let sides = argument.datum.formulaText?.equationSides {
      left = try Formula(reading: argument.part(sides.left))
      right = try Formula(reading: argument.part(sides.right))
      return
    }
    right = try Formula(reading: argument)
    left = nil
    if isConsequence {
      throw LessonError.parameter(
        argument.datum, "so: is followed by an equation, and this has no =",
        help: "an expression that equals the line before is written is:")
    }
  }

  var formulas: [Formula] { [left, right].compactMap(\.self) }

  var parameterDescription: String { formulas.map(\.text.text).joined(separator: " = ") }

  func append(to digest: inout Digest) {
    digest.append(isConsequence ? "so" : "is")
    digest.append(reason ?? "")
    digest.append(unverified ?? "")
    digest.append(Double(formulas.count))
    for formula in formulas { formula.append(to: &digest) }
  }

  static func mentions(in datum: Datum, isDefined: (String) -> Bool) -> [Mention] {
    let parts: [Datum]
    if case .mapping(let entries) = datum.kind {
      let isAlone = !entries.contains { ["is", "so"].contains($0.key.value) }
      parts = entries.filter {
        ["is", "so"].contains($0.key.value) || (isAlone && $0.key.value == "unverified")
      }
      .map(\.value)
    } else {
      parts = [datum]
    }
    return parts.compactMap(\.formulaText).flatMap { text -> [Mention] in
      guard let sides = text.equationSides else { return Mention.inFormula(text, isDefined: isDefined) }
      return [sides.left, sides.right].compactMap(\.formulaText).flatMap {
        Mention.inFormula($0, isDefined: isDefined)
      }
    }
  }
}
