import CLinux
import Glibc

/// A filter of system calls as the kernel reads it (classic BPF): a program may start threads, but no processes, and
/// reach nothing outside itself but the files that it sees.
///
/// The limit on processes of a user does not bind root; this one binds everybody.
struct SystemCallFilter {
  private var instructions: [UInt8] = []

  /// The filter's bytes.
  static var bytes: [UInt8] {
    var filter = SystemCallFilter()
    filter.rejectOtherArchitectures()
    for number in SystemCalls.processes { filter.refuse(number, with: EPERM) }
    filter.allowThreadsOnly()
    // The C library asks for this one first, and takes the one above where there is none.
    filter.refuse(SystemCalls.clone3, with: ENOSYS)
    for number in SystemCalls.refused { filter.refuse(number, with: EPERM) }
    filter.emit(.give, UInt32(SECCOMP_RET_ALLOW))
    return filter.instructions
  }

  private enum Operation: UInt16 {
    /// Loads a word of what is known about the call.
    case load = 0x20
    case isEqual = 0x15
    case isAtLeast = 0x35
    case hasBits = 0x45
    /// Ends with an answer.
    case give = 0x06
  }

  /// Offsets in `struct seccomp_data`.
  private enum Field {
    static let number: UInt32 = 0
    static let architecture: UInt32 = 4
    static let firstArgument: UInt32 = 16
  }

  private mutating func emit(
    _ operation: Operation, _ operand: UInt32, skipIfTrue: UInt8 = 0, skipIfFalse: UInt8 = 0
  ) {
    withUnsafeBytes(of: operation.rawValue.littleEndian) { instructions += $0 }
    instructions += [skipIfTrue, skipIfFalse]
    withUnsafeBytes(of: operand.littleEndian) { instructions += $0 }
  }

  /// The same numbers are other calls in the system's other conventions.
  private mutating func rejectOtherArchitectures() {
    emit(.load, Field.architecture)
    emit(.isEqual, SystemCalls.architecture, skipIfTrue: 1)
    emit(.give, UInt32(SECCOMP_RET_KILL_PROCESS))
    emit(.load, Field.number)
    emit(.isAtLeast, SystemCalls.mostNumbers, skipIfFalse: 1)
    emit(.give, UInt32(SECCOMP_RET_ERRNO) | UInt32(ENOSYS))
  }

  private mutating func refuse(_ number: Int32, with error: Int32) {
    emit(.isEqual, UInt32(number), skipIfFalse: 1)
    emit(.give, UInt32(SECCOMP_RET_ERRNO) | UInt32(error))
  }

  private mutating func allowThreadsOnly() {
    emit(.isEqual, UInt32(SystemCalls.clone), skipIfFalse: 4)
    emit(.load, Field.firstArgument)
    emit(.hasBits, UInt32(CLONE_THREAD), skipIfTrue: 1)
    emit(.give, UInt32(SECCOMP_RET_ERRNO) | UInt32(EPERM))
    emit(.give, UInt32(SECCOMP_RET_ALLOW))
  }
}
