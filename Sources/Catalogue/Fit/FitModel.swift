import Engine
import Expressions
import LessonFormat
import SourceText

/// The model of a `{fit}`: what is measured, an equals sign, and the formula that it should follow.
struct FitModel: ParameterValue {
  /// What is measured: a column, or an expression in columns.
  let measured: Formula
  /// What it should follow: an expression in columns and coefficients.
  let formula: Formula
  private let text: String

  static let typeDescription = "what is measured = an expression in columns and coefficients"

  init(reading argument: WrittenValue) throws {
    guard let text = argument.datum.formulaText else {
      throw argument.mismatch(expected: Self.typeDescription)
    }
    guard let sides = Self.sides(of: text) else {
      throw LessonError(
        .parameter, at: .span(argument.datum.span),
        "a model has one = between what is measured and its formula",
        help: "for example y = b1 * exp(-b2 * x)")
    }
    measured = try Formula(reading: argument.part(sides.left))
    formula = try Formula(reading: argument.part(sides.right))
    self.text = text.text
  }

  /// The pieces before and behind the equals sign that is no part of a comparison.
  private static func sides(of text: MappedText) -> (left: Datum, right: Datum)? {
    let bytes = Array(text.text.utf8)
    func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0 }
    let comparisons = Array("=<>!".utf8)
    var isQuoted = false
    var signs: [Int] = []
    for (index, character) in bytes.enumerated() {
      if character == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted, character == UInt8(ascii: "="), byte(index + 1) != UInt8(ascii: "="),
        !comparisons.contains(byte(index - 1))
      else { continue }
      signs.append(index)
    }
    guard signs.count == 1, let sign = signs.first else { return nil }
    let (left, right) = (text.slice(0..<sign), text.slice(sign + 1..<bytes.count))
    return (Datum(.text(left), span: left.span), Datum(.text(right), span: right.span))
  }

  var parameterDescription: String { text }

  func append(to digest: inout Digest) {
    measured.append(to: &digest)
    formula.append(to: &digest)
  }

  static func mentions(in datum: Datum, isDefined: (String) -> Bool) -> [Mention] {
    guard let text = datum.formulaText, let sides = sides(of: text) else { return [] }
    return [sides.left, sides.right].compactMap(\.formulaText).flatMap {
      Mention.inFormula($0, isDefined: isDefined)
    }
  }
}
