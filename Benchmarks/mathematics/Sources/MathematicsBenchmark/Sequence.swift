import Mathematics

/// Numbers between −1 and 1: the fractional parts of multiples of the golden ratio, as the peers draw them.
func uniform(_ count: Int, seed: Int) -> [Double] {
  (1...count).map { index in
    let product = (Double(index) + 1000 * Double(seed)) * 0.6180339887498949
    return 2 * (product - product.rounded(.down)) - 1
  }
}
