import CLinux

/// What the tools of the toolchain may use up for a program: hostile code can make a compiler work for ever.
struct CompilerLimits: Sendable {
  /// Seconds of a processor.
  var processorSeconds = 30

  /// Seconds by the clock: other work may take the processors.
  var seconds: Int { processorSeconds * 4 }
  static let memory = 2 << 30
  /// Bytes of what a tool writes.
  static let output = 64 << 20

  var values: gradus_limits {
    gradus_limits(
      processor_seconds: UInt64(processorSeconds), processor_grace: 0, address_space: UInt64(Self.memory) * 3,
      file_size: UInt64(Self.output), open_files: 256)
  }

  /// Why a tool that uses too much is ended.
  static let watch: @Sendable (Int32, MemoryFile) -> StopReason? = { process, _ in
    (ProcessUse(of: process)?.memory ?? 0) > memory ? .memory : nil
  }
}
