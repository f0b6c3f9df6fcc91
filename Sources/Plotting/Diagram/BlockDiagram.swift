/// Computations one below the other: each block with its formula and its value, each arrow with what it stands for.
public struct BlockDiagram: Sendable, Hashable, CustomStringConvertible {
  /// A box: something that is given or computed.
  public struct Block: Sendable, Hashable {
    /// The name that arrows know it by; no two blocks share one.
    public var name: String
    /// What stands in the box.
    public var formula: String
    /// What it comes to.
    public var value: String

    /// Makes a block.
    public init(name: String, formula: String, value: String) {
      self.name = name
      self.formula = formula
      self.value = value
    }
  }

  /// An arrow from one block to a later one.
  public struct Arrow: Sendable, Hashable {
    /// The name of the block it leaves.
    public var from: String
    /// The name of the block it enters.
    public var to: String
    /// The words beside it.
    public var label: String

    /// Makes an arrow.
    public init(from: String, to: String, label: String) {
      self.from = from
      self.to = to
      self.label = label
    }
  }

  /// The blocks, from top to bottom.
  public var blocks: [Block]
  /// The arrows; one that names no block, or leads upwards, is left out.
  public var arrows: [Arrow]
  /// The width of the picture in CSS pixels; it grows where a box needs more.
  public var width: Double

  /// Makes a diagram.
  public init(blocks: [Block], arrows: [Arrow], width: Double = 640) {
    self.blocks = blocks
    self.arrows = arrows
    self.width = width
  }

  /// The most blocks that one picture holds.
  public static let mostBlocks = 200

  /// The diagram as one inline SVG, right on light and dark pages.
  public func svg(identifier: String) throws(ChartError) -> String {
    guard Chart.isUsable(identifier) else { throw .unusableIdentifier(PlainText.clean(identifier)) }
    var writer = SVGWriter(try scene(), identifier: identifier)
    return writer.write(title: summary, description: description)
  }

  /// The places of everything in the picture.
  package func scene() throws(ChartError) -> Scene {
    guard blocks.count <= Self.mostBlocks else {
      throw .tooMany(what: "blocks", count: blocks.count, limit: Self.mostBlocks)
    }
    return BlockLayout(self).scene()
  }

  /// What is shown, in a few words.
  public var summary: String {
    let names = blocks.map(\.name)
    return names.isEmpty ? "No blocks" : "A chain of \(Words.list(names))"
  }

  /// Every block with its value, and every arrow, for those who cannot see the picture.
  public var description: String {
    let boxes = blocks.map { block in
      block.formula == block.name
        ? "\(block.name) is \(block.value)." : "\(block.formula), which is \(block.value)."
    }
    let steps = arrows.map { arrow in
      let words = arrow.label.isEmpty ? "" : ": \(arrow.label)"
      return "From \(arrow.from) to \(arrow.to)\(words)."
    }
    return PlainText.clean((["\(summary)."] + boxes + steps).joined(separator: " "))
  }
}
