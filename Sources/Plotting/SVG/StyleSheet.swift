/// The style sheet of one picture: its colours as custom properties, in a light and a dark form.
struct StyleSheet {
  private let identifier: String
  private let inks: [Ink]

  /// Collects the inks of a scene.
  init(_ scene: Scene, identifier: String) {
    self.identifier = identifier
    let inks = scene.inks.union([.paper, .ink])
    self.inks = inks.filter { $0.property != nil }.sorted { ($0.property ?? "") < ($1.property ?? "") }
  }

  /// The rules.
  ///
  /// A theme chosen on the page outweighs the reader's system, and paper is always light.
  var text: String {
    let (light, dark) = (declarations(\.light), declarations(\.dark))
    return """
      #\(identifier){\(light)}\
      :root#\(identifier){background:var(--paper)}\
      @media (prefers-color-scheme:dark){#\(identifier){\(dark)}}\
      :root[data-theme=light] #\(identifier){\(light)}\
      :root[data-theme=dark] #\(identifier){\(dark)}\
      @media print{#\(identifier),:root[data-theme] #\(identifier){\(light)}}
      """
  }

  private func declarations(_ form: KeyPath<Pigment, RGB>) -> String {
    inks.compactMap { ink in
      ink.property.map { "\($0):\(value(of: ink, ink.pigment[keyPath: form]))" }
    }.joined(separator: ";")
  }

  /// A page whose background is neither white nor near-black says so, and halos take its colour.
  private func value(of ink: Ink, _ color: RGB) -> String {
    ink == .paper ? "var(--plot-paper,\(color.hexadecimal))" : color.hexadecimal
  }

  /// How an attribute refers to an ink; the fallback serves programs that skip the style sheet.
  static func reference(_ ink: Ink) -> String {
    guard let property = ink.property else { return ink.pigment.light.hexadecimal }
    return "var(\(property),\(ink.pigment.light.hexadecimal))"
  }
}

extension Scene {
  /// The inks of all that is drawn.
  fileprivate var inks: Set<Ink> {
    var inks = Set(texts.map(\.ink))
    for shape in shapes { inks.formUnion([shape.fill, shape.stroke].compactMap { $0 }) }
    return parts.reduce(inks) { $0.union($1.scene.inks) }
  }
}
