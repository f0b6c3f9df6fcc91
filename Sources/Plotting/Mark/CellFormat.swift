/// Numbers in the cells of a heat map: all with the same decimals, two digits for the greatest.
struct CellFormat {
  private let decimals: Int
  private let isPlain: Bool

  init(_ values: [Double]) {
    let finite = values.filter(\.isFinite)
    let exponent = DecimalDigits(finite.map(\.magnitude).max() ?? 0).exponent
    let isWhole = finite.allSatisfy { $0 == $0.rounded() }
    decimals = isWhole ? 0 : max(0, 1 - exponent)
    isPlain = (-4...6).contains(exponent)
  }

  /// The number as it stands in its cell.
  func text(_ value: Double) -> String {
    isPlain ? NumberText.fixed(value, decimals: decimals) : NumberText.short(value, digits: 2)
  }
}
