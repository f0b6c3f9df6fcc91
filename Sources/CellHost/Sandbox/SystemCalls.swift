import CLinux

/// The numbers of system calls on this machine's architecture.
enum SystemCalls {
  static let architecture = gradus_architecture
  static let clone = gradus_clone_call
  static let clone3 = gradus_clone3_call
  /// From here on, numbers belong to another convention of the same machine.
  static let mostNumbers: UInt32 = 0x4000_0000

  /// What starts a process.
  static var processes: [Int32] { list(gradus_process_calls) }
  /// What no computation needs.
  static var refused: [Int32] { list(gradus_refused_calls) }

  /// The numbers of an array in C, whose last one is -1.
  private static func list<Numbers>(_ numbers: Numbers) -> [Int32] {
    withUnsafeBytes(of: numbers) { Array($0.bindMemory(to: Int32.self).prefix { $0 >= 0 }) }
  }
}
