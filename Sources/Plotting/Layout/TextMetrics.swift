/// How wide words are, without a font at hand.
public enum TextMetrics {
  /// Fonts differ from Helvetica by a few per cent; labels keep that much room.
  private static let safety = 1.05
  private static let boldFactor = 1.06

  /// The width of a line of text in CSS pixels.
  public static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let thousandths = text.unicodeScalars.reduce(0) { $0 + advance($1) }
    return Double(thousandths) / 1000 * size * safety * (isBold ? boldFactor : 1)
  }

  /// The advance width of one scalar in thousandths of the font's size.
  private static func advance(_ scalar: Unicode.Scalar) -> Int {
    let value = Int(scalar.value)
    if value >= 32 && value < 127 { return helvetica[value - 32] }
    if superscripts.contains(scalar) { return 390 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch value {
    case 0x2009, 0x200A, 0x202F: return 200
    case 0x2212, 0xD7: return 584
    case 0x2014: return 1000
    case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60:
      return 1000
    case 0x2190...0x2BFF, 0x1F000...: return 1200
    case 0x400...0x52F: return 680
    default: return scalar.properties.isUppercase ? 720 : 600
    }
  }

  private static let superscripts = Set("⁰¹²³⁴⁵⁶⁷⁸⁹⁻".unicodeScalars)

  /// Adobe's metrics of Helvetica for the printable characters of ASCII, from the space on.
  private static let helvetica = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]
}
