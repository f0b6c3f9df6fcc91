extension Tensor {
  /// Makes a single number.
  public init(_ number: Double) {
    self.init(uninitialized: [])
    storage.numbers.initialize(to: number)
  }

  /// Makes a vector.
  public init(_ numbers: [Double]) {
    self.init(uninitialized: [numbers.count])
    for (index, number) in numbers.enumerated() { storage.numbers[index] = number }
  }

  /// Makes a matrix of rows, which must be equally long.
  public init(_ rows: [[Double]]) throws {
    let width = rows.first?.count ?? 0
    if let short = rows.firstIndex(where: { $0.count != width }) {
      throw ShapeError(
        "matrix", [width], [rows[short].count],
        "row \(short + 1) has \(rows[short].count) numbers, the first has \(width)")
    }
    try self.init(rows.flatMap { $0 }, shape: [rows.count, width])
  }

  /// Makes a tensor of numbers that are given row after row.
  public init(_ numbers: [Double], shape: Shape) throws {
    guard numbers.count == shape.count else {
      throw ShapeError(
        "tensor", shape, "\(numbers.count) numbers were given where \(shape.count) are needed")
    }
    self = Tensor(numbers).viewed(as: shape)
  }

  /// Makes a tensor of numbers that lie row after row at an address.
  init(copying numbers: UnsafePointer<Double>, shape: Shape) {
    self.init(uninitialized: shape)
    storage.numbers.update(from: numbers, count: shape.count)
  }

  /// Makes a tensor with one number everywhere.
  public init(repeating number: Double, shape: Shape) {
    self.init(uninitialized: shape)
    storage.numbers.initialize(repeating: number, count: shape.count)
  }

  /// Makes a tensor of zeros.
  public static func zeros(_ shape: Shape) -> Tensor { Tensor(repeating: 0, shape: shape) }

  /// Makes a tensor of ones.
  public static func ones(_ shape: Shape) -> Tensor { Tensor(repeating: 1, shape: shape) }

  /// Makes a square matrix with ones on its diagonal.
  public static func identity(_ size: Int) -> Tensor {
    let matrix = Tensor.zeros([size, size])
    for index in 0..<size { matrix.storage.numbers[index * (size + 1)] = 1 }
    return matrix
  }

  /// Some of the same numbers, from a place on, under another shape.
  func viewed(as shape: Shape, from start: Int = 0) -> Tensor {
    Tensor(storage: storage, offset: offset + start, shape: shape)
  }
}
