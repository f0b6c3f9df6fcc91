/// One step of a computation over tensors: its result, its derivative and how it is written.
///
/// An operation is made for operands of known shapes, checks them when it is made, and can then run any number of
/// times without allocating.
public protocol Operation: Sendable {
  /// The name under which a drawing shows the operation, such as `exp` or `×`.
  var name: String { get }
  /// The shape of the result.
  var resultShape: Shape { get }
  /// Whether the result is the first operand's numbers under another shape, so that nothing is computed.
  var isView: Bool { get }
  /// Where in the first operand's numbers the result's begin, all in a row, so that they may be shared instead of
  /// computed; nil where they are new.
  var viewOffset: Int? { get }
  /// Whether entry i of the result needs no other entry than i of the operands that are as large as it, so that it
  /// may be written over one of them.
  var worksInPlace: Bool { get }

  /// Computes the result; every number of it is set.
  func forward(_ operands: Operands, into result: UnsafeMutablePointer<Double>) throws

  /// The derivative of a number with respect to one operand, from its derivative with respect to the result.
  ///
  /// Written with operations itself, so that it can be differentiated again.
  /// - Parameters:
  ///   - cotangent: The derivative of the number with respect to the result, in the result's shape.
  ///   - index: Which operand.
  ///   - operands: The operands that the operation ran on.
  ///   - result: What the operation made of them.
  /// - Returns: A tensor in the operand's shape, or nil where it is zero everywhere.
  func pullback(_ cotangent: Tensor, to index: Int, of operands: [Tensor], result: Tensor) throws -> Tensor?

  /// The operation in TeX, applied to operands that are given by their symbols.
  func tex(_ operands: [String]) -> String
}

extension Operation {
  /// Not unless an operation says so.
  public var isView: Bool { false }
  /// From the start for a view, else nil.
  public var viewOffset: Int? { isView ? 0 : nil }
  /// Not unless an operation says so.
  public var worksInPlace: Bool { false }
}

/// Where the numbers of an operation's operands are.
public struct Operands {
  let pointers: UnsafePointer<UnsafePointer<Double>>

  /// The first number of an operand; the rest follow, row after row.
  public subscript(index: Int) -> UnsafePointer<Double> { pointers[index] }
}

extension Tensor {
  /// Runs an operation on operands, and records it where one of them is being recorded.
  public static func applying(_ operation: some Operation, to operands: Tensor...) throws -> Tensor {
    try applying(operation, to: operands)
  }

  /// Runs an operation on operands, and records it where one of them is being recorded.
  public static func applying(_ operation: some Operation, to operands: [Tensor]) throws -> Tensor {
    let result = try operation.computed(operands)
    guard let recording = recording(of: operands) else { return result }
    return recording.append(operation, operands: operands, value: result)
  }

  /// Where an operation on these operands belongs; nil where they are all constants.
  private static func recording(of operands: [Tensor]) -> Recording? {
    var found: Recording?
    for operand in operands {
      guard let recording = operand.origin?.recording, recording !== found, recording.isActive
      else { continue }
      // Two at once meet only across threads; what belongs to the other is then a constant of this one.
      if found != nil { return Recording.current ?? found }
      found = recording
    }
    return found
  }
}

extension Operation {
  fileprivate func computed(_ operands: [Tensor]) throws -> Tensor {
    if let viewOffset { return operands[0].viewed(as: resultShape, from: viewOffset) }
    let result = Tensor(uninitialized: resultShape)
    try withExtendedLifetime(operands) {
      // On the stack: small operations take less time than an allocation.
      try withUnsafeTemporaryAllocation(of: UnsafePointer<Double>.self, capacity: operands.count) { starts in
        for (index, operand) in operands.enumerated() {
          starts.initializeElement(at: index, to: operand.storage.numbers + operand.offset)
        }
        guard let pointers = starts.baseAddress else { return }
        try forward(Operands(pointers: UnsafePointer(pointers)), into: result.storage.numbers)
      }
    }
    return result
  }
}
