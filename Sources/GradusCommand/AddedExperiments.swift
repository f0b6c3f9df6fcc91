import Engine
import Synchronization

/// The experiments that a package of its own gives to the command.
enum AddedExperiments {
  private static let added = Mutex<[any Experiment.Type]>([])

  /// Those that were added, in order.
  static var all: [any Experiment.Type] { added.withLock(\.self) }

  /// Adds some, before anything asks for them.
  static func add(_ experiments: [any Experiment.Type]) {
    added.withLock { $0 += experiments }
  }
}
