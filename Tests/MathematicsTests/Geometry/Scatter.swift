import Mathematics

/// Points between −1 and 1 in no particular order, the same in every run.
///
/// NumPy's: `t = (np.arange(n*d)+1.)*0.6180339887498949 + s*0.7548776662466927; (2*((t*t)%1)-1).reshape(n,d)`.
func scatter(_ count: Int, _ width: Int, seed: Int) throws -> Tensor {
  try Tensor(
    (0..<count * width).map { index in
      let turns = Double(index + 1) * 0.6180339887498949 + Double(seed) * 0.7548776662466927
      return 2 * (turns * turns).truncatingRemainder(dividingBy: 1) - 1
    }, shape: [count, width])
}

/// Normally distributed points around centres far apart, as many around each.
func clusters(_ centres: Int, of size: Int, width: Int, seed: UInt64) throws -> Tensor {
  var generator = Xoshiro256StarStar(seed: seed)
  let places = (0..<centres * width).map { _ in 5 * generator.normal() }
  return try Tensor(
    (0..<centres * size * width).map { index in
      places[index / (size * width) * width + index % width] + generator.normal()
    }, shape: [centres * size, width])
}

func bits(_ tensor: Tensor) -> [UInt64] { tensor.values.map(\.bitPattern) }
