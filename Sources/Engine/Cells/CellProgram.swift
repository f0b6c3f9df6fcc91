import Expressions
import SourceText

/// The Swift cells of a lesson in order, which are one program.
public struct CellProgram: Sendable, Hashable {
  /// The cells, in the order of the lesson.
  public var cells: [Cell]
  /// Whether the compiler optimises, which takes it longer.
  public var isOptimized: Bool
  /// What the program may use up.
  public var limits: CellLimits

  /// Makes a program.
  public init(cells: [Cell], isOptimized: Bool = false, limits: CellLimits = CellLimits()) {
    self.cells = cells
    self.isOptimized = isOptimized
    self.limits = limits
  }
}

extension CellProgram {
  /// Makes a program of files, each a cell.
  public init(of files: [SourceFile]) {
    self.init(cells: files.map { Cell(code: MappedText(String(decoding: $0.bytes, as: UTF8.self), at: 0)) })
  }
}

/// One cell of Swift code.
public struct Cell: Sendable, Hashable {
  /// The code byte for byte, lines of options among it, with its places in the lesson.
  public var code: MappedText
  /// The results of the lesson that cells see from here on as `lesson.name`, besides what earlier cells were given.
  public var inputs: Record
  /// The width of its figures that the author asked for, in CSS pixels.
  public var figureWidth: Double?
  /// The height of its figures that the author asked for, in CSS pixels.
  public var figureHeight: Double?

  /// Makes a cell.
  public init(
    code: MappedText, inputs: Record = Record(), figureWidth: Double? = nil, figureHeight: Double? = nil
  ) {
    self.code = code
    self.inputs = inputs
    self.figureWidth = figureWidth
    self.figureHeight = figureHeight
  }
}

/// A stretch of a cell's code; offsets are UTF-8 bytes from the cell's first.
///
/// It stays what it is while the lesson changes around the cell.
public struct CellPlace: Sendable, Hashable, Codable {
  /// The cell, counted from 0.
  public var cell: Int
  /// The first byte.
  public var start: Int
  /// The byte after the last.
  public var end: Int

  /// Makes a place; an `end` before `start` is taken as `start`.
  public init(cell: Int, start: Int, end: Int) {
    self.cell = cell
    self.start = start
    self.end = max(start, end)
  }
}

extension CellProgram {
  /// The place in the lesson of a place in a cell.
  public func span(of place: CellPlace) -> Span {
    guard cells.indices.contains(place.cell) else { return cells.first?.code.span ?? Span(at: 0) }
    let code = cells[place.cell].code
    let start = min(max(place.start, 0), code.count)
    return code.span(of: start..<min(max(place.end, start), code.count))
  }

  /// Adds all that the outcome depends on, besides the runner.
  public func append(to digest: inout Digest) {
    digest.append(.boolean(isOptimized))
    digest.append(.vector(limits.numbers))
    for cell in cells {
      digest.append(cell.code.text)
      digest.append(.record(cell.inputs))
      digest.append(cell.figureWidth ?? 0)
      digest.append(cell.figureHeight ?? 0)
    }
  }
}
