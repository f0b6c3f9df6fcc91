import CKernels
import Testing

/// Runs every kernel of a set on the same numbers, and gives the bits of all that they made.
private func bits(of kernels: KernelTable, count: Int, offset: Int) -> [UInt64] {
  let run = KernelRun(count: count, offset: offset)
  run.maps([
    kernels.negate, kernels.absolute, kernels.square, kernels.square_root, kernels.reciprocal,
    kernels.exponential,
    kernels.logarithm, kernels.hyperbolic_tangent, kernels.sigmoid, kernels.rectify, kernels.sign,
    kernels.sine,
    kernels.cosine,
  ])
  run.combinations([
    kernels.add, kernels.subtract, kernels.multiply, kernels.divide, kernels.maximum, kernels.minimum,
    kernels.rectified_slope, kernels.hyperbolic_tangent_slope, kernels.sigmoid_slope, kernels.larger_share,
    kernels.equality,
  ])
  run.write { kernels.accumulate(0.7, $0, $1, $2) }
  run.write { kernels.affine(0.7, -0.3, $0, $1, $2) }
  run.write { kernels.power(1.7, $0, $1, $2) }
  run.write { $1[0] = kernels.shifted_exponential(0.4, $0, $1, $2) }
  run.reductions([
    kernels.sum, kernels.mean, kernels.squares_about_mean, kernels.norm, kernels.largest, kernels.log_sum_exp,
  ])
  run.write { $1[0] = kernels.dot($0, $0 + 1, max(0, $2 - 1)) }
  for rows in [1, 3] {
    let columns = count / rows
    for kernel in [
      kernels.column_sums, kernels.column_means, kernels.column_squares_about_means, kernels.column_largest,
      kernels.column_log_sum_exp,
    ] {
      run.write { numbers, result, _ in kernel?(numbers, rows, columns, result) }
    }
  }
  return run.found
}

/// Numbers of all sizes and signs that start off the boundaries of vectors, and what kernels made of them.
private final class KernelRun {
  typealias Map = (UnsafePointer<Double>?, UnsafeMutablePointer<Double>?, Int) -> Void
  typealias Combination = (
    UnsafePointer<Double>?, Int, UnsafePointer<Double>?, Int, UnsafeMutablePointer<Double>?, Int
  ) -> Void
  let count: Int
  let offset: Int
  let numbers: [Double]
  var found: [UInt64] = []

  init(count: Int, offset: Int) {
    self.count = count
    self.offset = offset
    numbers = (0..<count + offset + 8).map { index in
      let fraction = (Double(index * index + 3) * 0.6180339887498949).truncatingRemainder(dividingBy: 1)
      return (fraction - 0.4) * [1, 30, 1e-5, 1e10][index % 4]
    }
  }

  /// Runs a kernel, checks that it wrote nothing beyond the end, and keeps the bits.
  func write(_ kernel: (UnsafePointer<Double>, UnsafeMutablePointer<Double>, Int) -> Void) {
    var result = [Double](repeating: 1.5, count: count + offset + 8)
    numbers.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        guard let source = source.baseAddress, let target = target.baseAddress else { return }
        kernel(source + offset, target + offset, count)
      }
    }
    #expect(result.dropFirst(offset + max(count, 1)).allSatisfy { $0 == 1.5 })
    // NaN may carry any bits.
    found += result.map { $0.isNaN ? 0 : $0.bitPattern }
  }

  func maps(_ kernels: [Map?]) {
    for kernel in kernels { write { kernel?($0, $1, $2) } }
  }

  func combinations(_ kernels: [Combination?]) {
    for kernel in kernels {
      for (left, right) in [(1, 1), (0, 1), (1, 0), (0, 0)] {
        write { kernel?($0, left, $0 + 2, right, $1, $2) }
      }
    }
  }

  func reductions(_ kernels: [((UnsafePointer<Double>?, Int) -> Double)?]) {
    for kernel in kernels { write { $1[0] = kernel?($0, $2) ?? 7 } }
  }
}

@Suite struct KernelAgreementTests {
  @Test(arguments: Array(0...40) + [100])
  func everyGenerationOfTheMachineGivesTheSameBits(count: Int) throws {
    let tables = try availableKernels()
    for offset in [0, 1, 3] {
      let expected = bits(of: tables[0], count: count, offset: offset)
      #expect(expected.count >= 78 * (count + offset + 8))
      for other in tables.dropFirst() {
        #expect(bits(of: other, count: count, offset: offset) == expected)
      }
    }
  }

  @Test func theKernelsInUseAreThoseOfTheNewestGeneration() throws {
    #expect(try String(cString: vector_instructions()) == String(cString: availableKernels()[0].instructions))
    #expect(vector_kernels("AVX-1024") == nil)
  }
}
