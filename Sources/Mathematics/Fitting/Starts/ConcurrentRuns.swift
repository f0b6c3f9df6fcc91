import Glibc
import Synchronization

/// Runs work for each number from 0 to below a count on some threads, and waits for all of it.
///
/// The numbers are handed out in order, one at a time. Each thread makes a worker of its own first, so that memory for
/// the work is allocated once a thread. What is computed for a number must not depend on the worker.
func runConcurrently(
  count: Int, cores: Int, worker: @escaping @Sendable () -> ((_ number: Int) -> Void)
) {
  let queue = RunQueue(count: count, worker: worker)
  var threads: [pthread_t] = []
  for _ in 1..<max(1, min(cores, count)) {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(queue)
    let status = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<RunQueue>.fromOpaque(context).takeRetainedValue().work() }
        return nil
      }, context.toOpaque())
    // A machine that has no thread to spare does the work on those it has.
    if status == 0 { threads.append(thread) } else { context.release() }
  }
  queue.work()
  for thread in threads { pthread_join(thread, nil) }
}

/// The numbers that no thread has taken yet.
private final class RunQueue: Sendable {
  private let count: Int
  private let next = Atomic<Int>(0)
  private let worker: @Sendable () -> ((Int) -> Void)

  init(count: Int, worker: @escaping @Sendable () -> ((Int) -> Void)) {
    self.count = count
    self.worker = worker
  }

  func work() {
    var number = next.wrappingAdd(1, ordering: .relaxed).oldValue
    guard number < count else { return }
    let run = worker()
    while number < count {
      run(number)
      number = next.wrappingAdd(1, ordering: .relaxed).oldValue
    }
  }
}

/// Memory in which each thread writes at places of its own.
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

  func set(_ element: Element, at place: Int) { memory[place] = element }

  var elements: [Element] { Array(memory) }
}
