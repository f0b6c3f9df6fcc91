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
  guard cores > 1 && count > 1 else {
    for index in 0..<max(0, count) { body(index) }
    return
  }
  withoutActuallyEscaping(body) { body in
    let loop = SharedLoop(count: count, body: body)
    let threads = (1..<min(cores, count, 256)).compactMap { _ in loop.startThread() }
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
  private let body: @Sendable (Int) -> Void

  init(count: Int, body: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.body = body
  }

  func run() {
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      body(index)
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
