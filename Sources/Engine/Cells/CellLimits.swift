/// What a program of cells may use up.
public struct CellLimits: Sendable, Hashable {
  /// Seconds of a processor that the compiler may take, and so may the linker.
  public var compilerSeconds = 30
  /// Seconds of a processor, in all threads together.
  public var processorSeconds = 10
  /// Seconds by the clock, a backstop for programs that wait.
  public var seconds = 30
  /// Bytes of memory.
  public var memory = 1 << 30
  /// Bytes of files in the scratch folder.
  public var scratch = 64 << 20
  /// Threads at once.
  public var threads = 64
  /// Bytes that each cell may print; what comes after is cut off.
  public var printed = 64 << 10
  /// Bytes that all cells together may print before the program is stopped.
  public var printedInAll = 16 << 20
  /// Bytes of what is published, as they are sent.
  public var published = 16 << 20

  /// Makes the limits that lessons have.
  public init() {}

  var numbers: [Double] {
    // The compiler's limit decides over nothing that a program gives.
    [processorSeconds, seconds, memory, scratch, threads, printed, printedInAll, published].map(Double.init)
  }
}
