/// Sequences of vectors, each vector split into the parts of several attention heads.
///
/// Head h of sample s begins at number s · length · width + h · part, and its vectors are `width` apart, so that no head
/// needs to be copied out.
struct Heads: Sendable {
  /// How many samples there are.
  let samples: Int
  let count: Int
  /// How many numbers a whole vector has.
  let width: Int
  /// How many of them belong to one head.
  var part: Int { width / count }

  init(_ shape: Shape, count: Int, in operation: String) throws {
    guard shape.rank == 3 else {
      throw ShapeError(operation, shape, "samples × positions × width are needed")
    }
    guard count > 0, shape[2] > 0, shape[2] % count == 0 else {
      throw ShapeError(operation, shape, "a width of \(shape[2]) cannot be split into \(count) heads")
    }
    samples = shape[0]
    width = shape[2]
    self.count = count
  }

  /// Where a head of a sample begins in sequences of a given length.
  func start(of head: Int, in sample: Int, length: Int) -> Int {
    sample * length * width + head * part
  }
}
