import Glibc
import Synchronization

/// Runs independent work for each index from 0 to below a count, on several cores at once.
///
/// Indices are handed out one by one, in order, to whichever core is free; each is worked on exactly once, and the call
/// returns when all are done. What a body does must not depend on the others, so that the result is the same on any
/// number of cores. One core runs the loop in the calling thread. Threads are the system's: nothing is kept running
/// afterwards, and a thread costs some 20 µs, so that a body should be worth more than that.
///
/// - Parameters:
///   - count: The number of indices; none for a negative one.
///   - cores: The most cores to use, the calling thread among them.
///   - body: The work for one index.
public func forEachIndex(count: Int, cores: Int, _ body: @Sendable (Int) -> Void) {
  withoutActuallyEscaping(body) { body in forEachIndex(count: count, cores: cores) { body } }
}

/// Runs independent work for each index with a worker for each core, made by the thread that it works in.
///
/// Memory for the work is so allocated once a core. What is computed for an index must not depend on the worker.
func forEachIndex(count: Int, cores: Int, worker: @Sendable () -> ((_ index: Int) -> Void)) {
  guard count > 0 else { return }
  withoutActuallyEscaping(worker) { worker in
    let loop = SharedLoop(count: count, worker: worker)
    let threads = (1..<max(1, min(cores, count, 256))).compactMap { _ in loop.startThread() }
    loop.run()
    for thread in threads { pthread_join(thread, nil) }
  }
}

/// Computes a value for each index from 0 to below a count, on several cores at once.
///
/// As ``forEachIndex(count:cores:_:)``; the values are in the order of their indices.
public func parallelMap<Value: Sendable>(
  count: Int, cores: Int, _ value: @Sendable (Int) -> Value
) -> [Value] {
  let count = max(0, count)
  return [Value](unsafeUninitializedCapacity: count) { memory, initialized in
    // Every index writes its own place.
    nonisolated(unsafe) let places = memory
    forEachIndex(count: count, cores: cores) { index in
      places.initializeElement(at: index, to: value(index))
    }
    initialized = count
  }
}

/// The indices that are left, shared by the threads of one loop.
private final class SharedLoop: Sendable {
  private let next = Atomic(0)
  private let count: Int
  private let worker: @Sendable () -> ((Int) -> Void)

  init(count: Int, worker: @escaping @Sendable () -> ((Int) -> Void)) {
    self.count = count
    self.worker = worker
  }

  func run() {
    var index = next.add(1, ordering: .relaxed).oldValue
    guard index < count else { return }
    let work = worker()
    while index < count {
      work(index)
      index = next.add(1, ordering: .relaxed).oldValue
    }
  }

  /// Starts a thread that takes part; nil where the system gives none, which leaves more to the others.
  func startThread() -> pthread_t? {
    var thread = pthread_t()
    let shared = Unmanaged.passRetained(self)
    let status = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<SharedLoop>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, shared.toOpaque())
    if status == 0 { return thread }
    shared.release()
    return nil
  }
}

/// Places in memory for the results of a loop on several cores: each index writes its own.
final class SharedResults<Element>: @unchecked Sendable {
  // No two threads write at one place, and nobody reads before the threads have ended.
  private let memory: UnsafeMutableBufferPointer<Element>

  init(repeating element: Element, count: Int) {
    memory = .allocate(capacity: count)
    memory.initialize(repeating: element)
  }

  deinit {
    memory.deinitialize()
    memory.deallocate()
  }

  func set(_ element: Element, at index: Int) { memory[index] = element }

  var elements: [Element] { Array(memory) }
}
