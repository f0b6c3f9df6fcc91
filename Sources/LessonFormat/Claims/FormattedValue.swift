/// A value as a page shows it.
public struct FormattedValue: Sendable, Hashable {
  /// A stretch of text, on the line or raised.
  public enum Piece: Sendable, Hashable {
    case text(String)
    case superscript(String)
  }

  /// The stretches, in order: `5.98×10` and a raised `22`.
  public let pieces: [Piece]
  /// The value in one line of text: `5.98×10^22`.
  public let plain: String
  /// The value inside mathematics: `5.98\times10^{22}`.
  public let tex: String

  /// A text without a power of ten.
  init(_ text: String, tex: String) {
    self.pieces = text.isEmpty ? [] : [.text(text)]
    self.plain = text
    self.tex = tex
  }

  /// A text as it is.
  init(text: String) {
    self.init(text, tex: "\\text{\(Self.escaped(text))}")
  }

  /// A number with its unit, in a style.
  init(_ number: RoundedNumber, style: LiteralStyle) {
    let digits = number.digits(separator: style.separator)
    let sign = number.isNegative ? "\u{2212}" : ""
    let texSeparator = style.separator.map { $0 == "," || $0 == "{,}" ? "{,}" : "\\," }
    let texMantissa = (number.isNegative ? "-" : "") + number.digits(separator: texSeparator)
    let power = number.exponent.map { "\\times10^{\($0)}" } ?? ""
    let texUnit =
      style.unit.map { $0 == .percent ? Self.texPercent(style) : "\\text{\(style.unitText)}" } ?? ""
    tex = texMantissa + power + texUnit
    if let exponent = number.exponent, !style.isLetterScale {
      let raised = (exponent < 0 ? "\u{2212}" : "") + String(exponent.magnitude)
      plain = "\(sign)\(digits)×10^\(raised)\(style.unitText)"
      let unit = style.unitText.isEmpty ? [] : [Piece.text(style.unitText)]
      pieces = [.text("\(sign)\(digits)×10"), .superscript(raised)] + unit
    } else {
      var written = style
      written.minus = "\u{2212}"
      plain = written.write(number) + style.unitText
      pieces = [.text(plain)]
    }
  }

  /// Several values between parentheses.
  init(parenthesized entries: [FormattedValue]) {
    let comma = Piece.text(", ")
    let inner = entries.map(\.pieces).joined(separator: [comma])
    pieces = Self.merged([.text("(")] + inner + [.text(")")])
    plain = "(" + entries.map(\.plain).joined(separator: ", ") + ")"
    tex = "(" + entries.map(\.tex).joined(separator: ", ") + ")"
  }

  /// A value behind its name.
  init(name: String, _ value: FormattedValue) {
    pieces = Self.merged([.text("\(name): ")] + value.pieces)
    plain = "\(name): \(value.plain)"
    tex = "\\text{\(Self.escaped(name)): }\(value.tex)"
  }

  private static func texPercent(_ style: LiteralStyle) -> String {
    style.unitText == "%" || style.unitText == "\\%" ? "\\%" : "\\,\\%"
  }

  private static func merged(_ pieces: [Piece]) -> [Piece] {
    var result: [Piece] = []
    for piece in pieces {
      if case .text(let text) = piece, case .text(let before)? = result.last {
        result[result.count - 1] = .text(before + text)
      } else {
        result.append(piece)
      }
    }
    return result
  }

  /// A text that TeX sets as it is.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "{", "}", "$", "&", "#", "_", "%": result += "\\\(character)"
      default: result.append(character)
      }
    }
    return result
  }
}

extension LiteralStyle {
  /// Whether a power of ten is written with a letter, `e-4`.
  var isLetterScale: Bool {
    if case .letter = scale { true } else { false }
  }
}
