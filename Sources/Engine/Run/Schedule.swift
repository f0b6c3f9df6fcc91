internal import HeapModule

/// The order in which steps that wait for one another can run.
struct Schedule: Sendable {
  private let dependents: [[Int]]
  private let waitingFor: [Int]

  /// Makes a schedule; every step depends on earlier steps only, so that none waits for ever.
  init(dependencies: [[Int]]) {
    var dependents = [[Int]](repeating: [], count: dependencies.count)
    for (step, needed) in dependencies.enumerated() {
      for other in needed { dependents[other].append(step) }
    }
    self.dependents = dependents
    self.waitingFor = dependencies.map(\.count)
  }

  /// Runs every step once, after all it depends on, `workers` at a time; the earliest step that can run goes first.
  func run(workers: Int, _ body: @escaping @Sendable (Int) -> Void) async {
    var waitingFor = waitingFor
    var ready = Heap(waitingFor.indices.filter { waitingFor[$0] == 0 })
    await withTaskGroup(of: Int.self) { group in
      var running = 0
      while true {
        while running < max(1, workers), let step = ready.popMin() {
          running += 1
          group.addTask {
            body(step)
            return step
          }
        }
        guard running > 0, let finished = await group.next() else { return }
        running -= 1
        for dependent in dependents[finished] {
          waitingFor[dependent] -= 1
          if waitingFor[dependent] == 0 { ready.insert(dependent) }
        }
      }
    }
  }
}
