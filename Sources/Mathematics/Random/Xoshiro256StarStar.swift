/// The generator behind everything here that is random: the same numbers for a seed on every machine, for ever.
///
/// xoshiro256** of Blackman and Vigna 2021, "Scrambled linear pseudorandom number generators": 256 bits of state, a
/// period of 2²⁵⁶ − 1. The state is filled by ``SplitMix64``, as its authors recommend.
///
/// ```swift
/// var generator = Xoshiro256StarStar(seed: 1)
/// print(generator.uniform())  // 0.7029218331588505
/// ```
public struct Xoshiro256StarStar: RandomNumberGenerator, Hashable, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// Starts from a seed.
  public init(seed: UInt64) {
    var filler = SplitMix64(seed: seed)
    state = (filler.next(), filler.next(), filler.next(), filler.next())
  }

  /// Starts from a state, which must not be zero throughout.
  ///
  /// - Precondition: A part of the state is not 0: from 0 nothing but 0 follows.
  public init(state: (UInt64, UInt64, UInt64, UInt64)) {
    precondition(state != (0, 0, 0, 0), "a generator's state is not zero throughout")
    self.state = state
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    let product = state.1 &* 5
    let result = ((product << 7) | (product >> 57)) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }

  /// Whether two generators will give the same numbers.
  public static func == (left: Self, right: Self) -> Bool { left.state == right.state }

  /// Mixes in the state.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(state.0)
    hasher.combine(state.1)
    hasher.combine(state.2)
    hasher.combine(state.3)
  }
}
