/// Colours for the values of a heat map, in 64 shades so that equal neighbours can be drawn as one.
struct ColorMap {
  static let shadeCount = 64

  private let anchors: [RGB]

  /// The colours of a kind.
  init(_ colors: HeatMap.Colors) {
    switch colors {
    case .sequential: anchors = ColorMap.sequential
    case .diverging: anchors = ColorMap.diverging
    }
  }

  /// One of the shades, counted from 0 at the low end.
  func shade(_ index: Int) -> RGB {
    let place = Double(index) / Double(ColorMap.shadeCount - 1) * Double(anchors.count - 1)
    let lower = min(max(Int(place), 0), anchors.count - 2)
    return anchors[lower].mixed(with: anchors[lower + 1], place - Double(lower))
  }

  /// The shade for a place from 0 to 1 along the range.
  static func index(at fraction: Double) -> Int {
    guard fraction > 0 else { return 0 }
    return fraction < 1 ? Int(fraction * Double(shadeCount)) : shadeCount - 1
  }

  /// Matplotlib's viridis at nine places: brightness grows evenly and survives every kind of colour blindness.
  private static let sequential = [
    0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725,
  ].map { RGB($0) }

  /// Blue through near-white to orange-brown, which all kinds of colour blindness tell apart.
  private static let diverging = [
    0x0B3C73, 0x2A6FB0, 0x7DB1DB, 0xC9DFEE, 0xF5F4F0, 0xF6D7B0, 0xE59B4A, 0xB8600F, 0x6E3306,
  ].map { RGB($0) }
}
