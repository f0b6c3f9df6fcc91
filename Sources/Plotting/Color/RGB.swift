import Glibc

/// A colour of the screen, its parts from 0 to 1.
package struct RGB: Sendable, Hashable {
  let red: Double
  let green: Double
  let blue: Double

  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A colour from its six hexadecimal digits, 0xRRGGBB.
  package init(_ hexadecimal: UInt32) {
    self.init(
      red: Double((hexadecimal >> 16) & 255) / 255, green: Double((hexadecimal >> 8) & 255) / 255,
      blue: Double(hexadecimal & 255) / 255)
  }

  /// The colour as CSS writes it.
  package var hexadecimal: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(UInt8((min(max(part, 0), 1) * 255).rounded()), radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// The colour a share of the way to another one.
  func mixed(with other: RGB, _ share: Double) -> RGB {
    RGB(
      red: red + (other.red - red) * share, green: green + (other.green - green) * share,
      blue: blue + (other.blue - blue) * share)
  }

  /// How bright it is, from 0 to 1, as WCAG 2 defines it.
  var luminance: Double {
    func linear(_ part: Double) -> Double {
      part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// How far two colours differ in brightness, from 1 to 21, as WCAG 2 defines it.
  package func contrast(with other: RGB) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// The nearest colour on the way to another one that reaches a contrast with a background.
  func moved(towards end: RGB, untilContrast wanted: Double, with background: RGB) -> RGB {
    for step in 0...50 {
      let candidate = mixed(with: end, Double(step) / 50)
      if candidate.contrast(with: background) >= wanted { return candidate }
    }
    return end
  }
}
