/// The colours of charts, each with a light and a dark form.
///
/// Words reach a contrast of 4.5 with the page and marks one of 3, as WCAG 2.2 asks.
package enum Palette {
  /// What the page looks like behind a chart.
  package static let paper = Pigment(0xFFFFFF, 0x15181C)
  /// Words.
  package static let ink = Pigment(0x1F2328, 0xE8EAED)
  /// Words and marks of lesser weight.
  package static let muted = Pigment(0x59626D, 0xA3ABB4)
  /// Axes and their ticks.
  package static let axis = Pigment(0x8A929B, 0x6F7882)
  /// Grid lines, which may be faint: the ticks say the same.
  package static let grid = Pigment(0xE6E9EC, 0x2B3036)
  /// Bars that step back.
  package static let background = Pigment(0x868E97, 0x737C86)

  /// Colours for series, in the order in which they are taken.
  ///
  /// They began as Okabe and Ito's and were moved, by a search over simulated protanopia, deuteranopia and
  /// tritanopia (Machado et al. 2009), until every pair differs clearly and each stands out from its page.
  package static let series = [
    Pigment(0x0B4EA2, 0x76A9F7), Pigment(0xD4380D, 0xDE7126), Pigment(0x00856A, 0x2F9A86),
    Pigment(0xB654B0, 0xEE9FC0), Pigment(0x2B93E8, 0xA3F0FF), Pigment(0xCF7A00, 0xEBD61A),
    Pigment(0x5B3171, 0x9A6FF8), Pigment(0x2B3226, 0xDDEFC0),
  ]

  /// The colour of a contour at a place from 0 (lowest) to 1 (highest): further from the page as it rises.
  static func level(_ fraction: Double) -> Pigment {
    Pigment(
      RGB(0x0F7599).mixed(with: RGB(0x6A1266), fraction), RGB(0x5B86E5).mixed(with: RGB(0xFFE48F), fraction))
  }
}
