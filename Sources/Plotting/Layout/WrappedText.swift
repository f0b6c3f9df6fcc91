/// A text broken into lines of a width, for pictures beside charts.
package struct WrappedText {
  /// The lines; the last one ends in an ellipsis where text is left over.
  package let lines: [String]
  /// Whether nothing of the text was cut.
  package let isWhole: Bool

  /// Breaks a text at spaces, as it is set in bold letters of a size.
  package init(_ text: String, width: Double, size: Double, mostLines: Int) {
    let wrapping = TextWrapping(width: width, size: size, isBold: true, mostLines: mostLines)
    lines = wrapping.lines(text)
    isWhole = wrapping.fitsWhole(text)
  }
}
