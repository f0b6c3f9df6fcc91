import COpenBLAS

/// A matrix as LAPACK takes it: its own copy, column after column, with lengths in LAPACK's integers.
///
/// Row after row is the transpose column after column; only a matrix that is not symmetric need be turned round.
struct Matrix {
  let rows: blasint
  let columns: blasint
  var numbers: [Double]

  /// The distance between columns in memory, which LAPACK wants above 0.
  var step: blasint { max(1, rows) }

  /// Copies a matrix of finite numbers; `operation` is named in the errors.
  init(_ tensor: Tensor, in operation: String) throws {
    let transpose = try Matrix(transposing: tensor, in: operation)
    self.init(
      rows: transpose.columns, columns: transpose.rows, numbers: try tensor.detached.transposed().values)
  }

  /// Copies a matrix of finite numbers as it lies, which makes it the transpose.
  init(transposing tensor: Tensor, in operation: String) throws {
    guard tensor.rank == 2 else { throw ShapeError(operation, tensor.shape, "a matrix is needed") }
    // LAPACK counts its working memory, up to 2 n² numbers, in integers of 32 bits.
    let longest = Int(blasint.max)
    guard tensor.shape.dimensions.allSatisfy({ $0 <= longest }), tensor.shape.dimensions.min() ?? 0 <= 30_000
    else {
      throw ShapeError(operation, tensor.shape, "neither axis may exceed \(longest), nor both 30000")
    }
    try tensor.requireFinite(in: operation)
    self.init(
      rows: blasint(tensor.shape[1]), columns: blasint(tensor.shape[0]), numbers: tensor.values)
  }

  init(rows: blasint, columns: blasint, numbers: [Double]) {
    self.rows = rows
    self.columns = columns
    self.numbers = numbers
  }

  /// The matrix as a tensor, row after row.
  func tensor() throws -> Tensor { try transposedTensor().transposed() }

  /// The transpose as a tensor, whose rows are this matrix's columns.
  func transposedTensor() throws -> Tensor { try Tensor(numbers, shape: [Int(columns), Int(rows)]) }
}

extension Tensor {
  /// Refuses numbers that are not finite, on which LAPACK may loop or answer nonsense.
  func requireFinite(in operation: String) throws {
    if let place = firstNotFinite {
      throw LinearAlgebraError.notFinite(
        operation: operation, shape: shape, place: place, value: withNumbers { $0[place] })
    }
  }

  /// Refuses what is not a square matrix.
  func requireSquare(in operation: String) throws {
    guard rank == 2 && shape[0] == shape[1] else {
      throw ShapeError(operation, shape, "a square matrix is needed")
    }
  }

  /// Refuses a matrix that differs from its transpose.
  func requireSymmetric(in operation: String) throws {
    try requireSquare(in: operation)
    let size = shape[0]
    let place = withNumbers { numbers in
      (0..<count).first { place in
        let transposed = numbers[place % size * size + place / size]
        // NaN differs from itself; it is refused elsewhere, by its own name.
        return numbers[place] != transposed && !numbers[place].isNaN && !transposed.isNaN
      }
    }
    if let place {
      throw LinearAlgebraError.notSymmetric(
        operation: operation, shape: shape, row: place / size, column: place % size)
    }
  }
}

/// Calls a routine of LAPACK twice: to ask how much working memory it wants, and with it.
func withWorkspace(_ routine: (UnsafeMutablePointer<Double>, blasint) -> Void) {
  var wanted = 0.0
  routine(&wanted, -1)
  let size = max(1, Int(wanted))
  var memory = [Double](repeating: 0, count: size)
  routine(&memory, blasint(size))
}

/// The same for a routine that wants integers, too.
func withWorkspaces(
  _ routine: (UnsafeMutablePointer<Double>, blasint, UnsafeMutablePointer<blasint>, blasint) -> Void
) {
  var wanted = 0.0
  var wantedIntegers: blasint = 0
  routine(&wanted, -1, &wantedIntegers, -1)
  var memory = [Double](repeating: 0, count: max(1, Int(wanted)))
  var integers = [blasint](repeating: 0, count: max(1, Int(wantedIntegers)))
  routine(&memory, blasint(memory.count), &integers, blasint(integers.count))
}
