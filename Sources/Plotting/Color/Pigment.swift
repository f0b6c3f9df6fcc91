/// A colour with its two forms: on a light page and on a dark one.
package struct Pigment: Sendable, Hashable {
  /// Its form on a light page.
  package let light: RGB
  /// Its form on a dark page.
  package let dark: RGB

  init(_ light: RGB, _ dark: RGB) {
    self.light = light
    self.dark = dark
  }

  init(_ light: UInt32, _ dark: UInt32) {
    self.init(RGB(light), RGB(dark))
  }

  /// The pigment moved towards the colour of text until it can be read on the page.
  ///
  /// It goes a little further than 4.5, so that it can be read on the tinted paper of a site's theme, too.
  var legible: Pigment {
    Pigment(
      light.moved(towards: Palette.ink.light, untilContrast: 4.75, with: Palette.paper.light),
      dark.moved(towards: Palette.ink.dark, untilContrast: 4.75, with: Palette.paper.dark))
  }
}
