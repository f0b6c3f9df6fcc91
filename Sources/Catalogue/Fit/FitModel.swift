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
    guard let sides = text.equationSides else {
      throw LessonError(
        .parameter, at: .span(argument.datum.span),
        "a model has one = between what is measured and its formula",
        help: "for example y = b1 * exp(-b2 * x)")
    }
    measured = try Formula(reading: argument.part(sides.left))
    formula = try Formula(reading: argument.part(sides.right))
    self.text = text.text
  }

  var parameterDescription: String { text }

  func append(to digest: inout Digest) {
    measured.append(to: &digest)
    formula.append(to: &digest)
  }

  static func mentions(in datum: Datum, isDefined: (String) -> Bool) -> [Mention] {
    guard let text = datum.formulaText, let sides = text.equationSides else { return [] }
    return [sides.left, sides.right].compactMap(\.formulaText).flatMap {
      Mention.inFormula($0, isDefined: isDefined)
    }
  }
}
