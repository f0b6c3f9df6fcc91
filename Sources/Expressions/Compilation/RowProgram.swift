import Mathematics

/// A graph as a flat list of instructions over registers, each a block of rows.
///
/// What is the same in every row is computed once; then, block by block, the values, and what only derivatives need.
struct RowProgram: Sendable {
  /// Where an operand is.
  enum Place: Sendable {
    /// Among the numbers that are the same in every row.
    case single(Int)
    /// The start of a column.
    case column(Int)
    case register(Int)
  }

  struct Instruction: Sendable {
    var operation: RowOperation
    var operands: (Place, Place, Place, Place)
    var result: Place
    /// Whether what is not finite becomes NaN, because an instruction behind it would hide it.
    var marksOverflow: Bool
  }

  /// Instructions for the values, and those that derivatives need besides.
  struct Part: Sendable {
    var values: [Instruction] = []
    var derivatives: [Instruction] = []
  }

  let rows: Int
  let coefficients: Int
  var singles: Part
  var blocks: Part
  /// The numbers that are the same in every row, before any is computed.
  let initialSingles: [Double]
  /// The columns that instructions use, one behind the other.
  let columns: [Double]
  let registers: Int
  let value: Place
  /// The derivatives by each coefficient; nil where there is none.
  let derivatives: [Place?]
  /// Whether no derivative depends on a coefficient.
  let isLinear: Bool

  /// Rows of a block: enough to keep the vector units busy, few enough for registers to stay in the cache.
  static let mostRowsOfBlock = 256

  var rowsOfBlock: Int { min(max(rows, 1), Self.mostRowsOfBlock) }
}

/// The memory in which a formula is computed; it is made once and used again.
public struct RowWorkspace: Sendable {
  var singles: [Double]
  var registers: [Double]
}

extension RowProgram {
  func makeWorkspace() -> RowWorkspace {
    RowWorkspace(
      singles: initialSingles, registers: Array(repeating: 0, count: max(registers, 1) * rowsOfBlock))
  }

  /// Computes the values of all rows and, where they are asked for, the derivatives, coefficient by coefficient.
  func run(
    at point: [Double], in workspace: inout RowWorkspace, values: UnsafeMutableBufferPointer<Double>,
    derivatives: UnsafeMutableBufferPointer<Double>?
  ) {
    workspace.singles.withUnsafeMutableBufferPointer { singles in
      workspace.registers.withUnsafeMutableBufferPointer { registers in
        columns.withUnsafeBufferPointer { columns in
          guard let singles = singles.baseAddress, let registers = registers.baseAddress,
            let values = values.baseAddress
          else { return }
          for (index, coefficient) in point.enumerated() { singles[index] = coefficient }
          let memory = Memory(
            singles: singles, columns: columns.baseAddress ?? UnsafePointer(singles), registers: registers,
            rowsOfBlock: rowsOfBlock)
          run(memory, values: values, derivatives: derivatives?.baseAddress)
        }
      }
    }
  }

  private func run(
    _ memory: Memory, values: UnsafeMutablePointer<Double>, derivatives results: UnsafeMutablePointer<Double>?
  ) {
    memory.run(singles.values, from: 0, count: 1)
    if results != nil { memory.run(singles.derivatives, from: 0, count: 1) }
    var start = 0
    while start < rows {
      let count = min(rowsOfBlock, rows - start)
      memory.run(blocks.values, from: start, count: count)
      memory.copy(value, to: values + start, from: start, count: count)
      markOverflow(values + start, count: count)
      if let results {
        memory.run(blocks.derivatives, from: start, count: count)
        for (index, derivative) in derivatives.enumerated() {
          memory.copy(derivative, to: results + index * rows + start, from: start, count: count)
        }
      }
      start += count
    }
  }

  /// The addresses while a program runs.
  private struct Memory {
    let singles: UnsafeMutablePointer<Double>
    let columns: UnsafePointer<Double>
    let registers: UnsafeMutablePointer<Double>
    let rowsOfBlock: Int

    @inline(__always)
    func operand(_ place: Place, from start: Int) -> LoopOperand {
      switch place {
      case .single(let index): LoopOperand(UnsafePointer(singles + index), isSingle: true)
      case .column(let offset): LoopOperand(columns + offset + start)
      case .register(let index): LoopOperand(UnsafePointer(registers + index * rowsOfBlock))
      }
    }

    func run(_ instructions: [Instruction], from start: Int, count: Int) {
      for instruction in instructions {
        let result: UnsafeMutablePointer<Double>
        switch instruction.result {
        case .single(let index): result = singles + index
        case .register(let index): result = registers + index * rowsOfBlock
        case .column: continue
        }
        let operands = RowOperands(
          first: operand(instruction.operands.0, from: start),
          second: operand(instruction.operands.1, from: start),
          third: operand(instruction.operands.2, from: start),
          fourth: operand(instruction.operands.3, from: start))
        instruction.operation.run(operands, into: result, count: count)
        if instruction.marksOverflow { markOverflow(result, count: count) }
      }
    }

    func copy(_ place: Place?, to result: UnsafeMutablePointer<Double>, from start: Int, count: Int) {
      guard let place else { return result.update(repeating: 0, count: count) }
      let operand = operand(place, from: start)
      if operand.step == 0 {
        result.update(repeating: operand[0], count: count)
      } else {
        result.update(from: operand.base, count: count)
      }
    }
  }
}

/// Makes what is not finite NaN.
private func markOverflow(_ numbers: UnsafeMutablePointer<Double>, count: Int) {
  for row in 0..<count {
    // The difference is 0 for finite numbers and NaN for all others; nothing branches.
    let number = numbers[row]
    numbers[row] = number + (number - number)
  }
}
