import CKernels
import Testing

/// Gives the bits of what every kernel of networks makes of a matrix.
private func bits(of kernels: KernelTable, rows: Int, columns: Int) -> [UInt64] {
  let count = rows * columns
  var found: [UInt64] = []
  func write(_ kernel: (UnsafePointer<Double>, UnsafeMutablePointer<Double>) -> Void) {
    var result = numbers(count + 8, from: 5)
    numbers(3 * count + 8, from: 0).withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        guard let source = source.baseAddress, let target = target.baseAddress else { return }
        kernel(source, target)
      }
    }
    #expect(Array(result[count...]) == Array(numbers(count + 8, from: 5)[count...]), "nothing beyond the end")
    found += result.map(\.bitPattern)
  }
  for map in [kernels.normal_distribution, kernels.normal_density, kernels.gelu] {
    write { map?($0, $1, count) }
  }
  write { kernels.gelu_slope($0, 1, $0 + count, 1, $1, count) }
  for period in [0, rows] { write { kernels.softmax($0, rows, columns, period, $1) } }
  write { kernels.softmax_slope($0, $0 + count, rows, columns, $1) }
  write { kernels.log_softmax($0, rows, columns, $1) }
  let labels = (0..<rows).map { Double($0 % columns) }
  write { $1[0] = kernels.cross_entropy($0, labels, rows, columns) }
  write { kernels.cross_entropy_slope(0.3, $0, labels, rows, columns, $1) }
  write { kernels.layer_norm(1e-5, $0, $0 + count, $0 + 2 * count, rows, columns, $1) }
  write { kernels.standardize(1e-5, $0, rows, columns, $1) }
  write { kernels.inverse_deviation(1e-5, $0, rows, columns, $1) }
  write { kernels.standardization_slope(1e-5, $0, $0 + count, rows, columns, $1) }
  for looksAhead: Int32 in [0, 1] {
    var memory = numbers(count, from: 9)
    write { kernels.momentum_step(0.1, 0.9, 0.7, looksAhead, $0, &memory, $1, count) }
    found += memory.map(\.bitPattern)
  }
  var memories = (numbers(count, from: 9), numbers(count, from: 11).map(\.magnitude))
  var step = AdamStep(
    rate: 0.1, shrinkage: 0.99, gradient_scale: 0.7, mean_decay: 0.9, square_decay: 0.999, mean_correction: 3,
    square_correction: 5, epsilon: 1e-8)
  write { kernels.adam_step(&step, $0, &memories.0, &memories.1, $1, count) }
  found += (memories.0 + memories.1).map(\.bitPattern)
  for (isLeftFlipped, isRightFlipped) in [(false, false), (false, true), (true, false), (true, true)] {
    var layout = ProductLayout(
      rows: rows, columns: columns, inner: 3, a_row: isLeftFlipped ? 1 : 3,
      a_column: isLeftFlipped ? rows : 1,
      b_row: isRightFlipped ? 1 : columns, b_column: isRightFlipped ? 3 : 1, start_row: 0, c_row: columns,
      scale: 0.7)
    let (left, right) = (numbers(3 * rows, from: 1), numbers(3 * columns, from: 2))
    write { kernels.matrix_product(&layout, left, right, $0, $1) }
  }
  return found
}

private func numbers(_ count: Int, from start: Int) -> [Double] {
  (start..<start + count).map { index in
    let fraction = (Double(index * index + 3) * 0.6180339887498949).truncatingRemainder(dividingBy: 1)
    return (fraction - 0.4) * [1, 7, 1e-5, 20][index % 4]
  }
}

@Suite("Kernels of networks")
struct NetworkKernelAgreementTests {
  @Test(
    "Every generation of the machine gives the same bits",
    arguments: [1, 2, 5, 9, 14], [1, 3, 4, 8, 11, 16, 17, 33, 70])
  func agreement(rows: Int, columns: Int) throws {
    let tables = try availableKernels()
    let expected = bits(of: tables[0], rows: rows, columns: columns)
    #expect(expected.count > 20 * rows * columns)
    for other in tables.dropFirst() { #expect(bits(of: other, rows: rows, columns: columns) == expected) }
  }
}
