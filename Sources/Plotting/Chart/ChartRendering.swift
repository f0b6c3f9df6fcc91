extension Chart {
  /// The chart as one inline SVG.
  ///
  /// It is right on light and dark pages and as a file of its own, follows `data-theme` on the page's root element,
  /// and begins every id with the identifier so that many pictures can share a page.
  public func svg(identifier: String) throws(ChartError) -> String {
    guard Chart.isUsable(identifier) else { throw .unusableIdentifier(PlainText.clean(identifier)) }
    let scene = try scene()
    var writer = SVGWriter(scene, identifier: identifier)
    return writer.write(title: title.nonEmpty.map(PlainText.clean) ?? summary, description: description)
  }

  /// The places of everything in the picture.
  package func scene() throws(ChartError) -> Scene {
    try ChartLayout(self).scene()
  }

  static func isUsable(_ identifier: String) -> Bool {
    guard let first = identifier.utf8.first, identifier.utf8.count <= 200 else { return false }
    func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
    return isLetter(first)
      && identifier.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) || $0 == 45 || $0 == 95 }
  }
}
