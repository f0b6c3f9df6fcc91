internal import HeapModule

/// Steps that a schedule runs, each after those it waits for.
protocol ScheduledSteps: Sendable {
  /// Does what a step does; gives how many parts it has besides, which run side by side.
  func begin(_ step: Int) -> Int
  /// Runs a part of a step that has begun.
  func run(part: Int, of step: Int)
  /// Ends a step whose parts have all run.
  func end(_ step: Int)
}

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

  /// What is done at a time: a step begins, one of its parts runs, or it ends.
  private struct Turn: Comparable, Sendable {
    enum Kind: Comparable, Sendable {
      case begin
      case part(Int)
      case end
    }

    var step: Int
    var kind: Kind

    static func < (left: Turn, right: Turn) -> Bool {
      (left.step, left.kind) < (right.step, right.kind)
    }

    /// Takes the turn; gives how many parts are to come, for a beginning.
    func take(_ steps: some ScheduledSteps) -> Int {
      switch kind {
      case .begin: return steps.begin(step)
      case .part(let part): steps.run(part: part, of: step)
      case .end: steps.end(step)
      }
      return 0
    }
  }

  /// Runs every step once, after all it depends on, `workers` turns at a time; the earliest turn that can be taken
  /// comes first.
  func run(workers: Int, _ steps: some ScheduledSteps) async {
    var waitingFor = waitingFor
    var partsLeft: [Int: Int] = [:]
    var ready = Heap(waitingFor.indices.filter { waitingFor[$0] == 0 }.map { Turn(step: $0, kind: .begin) })
    await withTaskGroup(of: (turn: Turn, parts: Int).self) { group in
      var running = 0
      while true {
        while running < max(1, workers), let turn = ready.popMin() {
          running += 1
          group.addTask { (turn, turn.take(steps)) }
        }
        guard running > 0, let (turn, parts) = await group.next() else { return }
        running -= 1
        if parts > 0 {
          partsLeft[turn.step] = parts
          for part in 0..<parts { ready.insert(Turn(step: turn.step, kind: .part(part))) }
          continue
        }
        if case .part = turn.kind {
          partsLeft[turn.step, default: 1] -= 1
          if partsLeft[turn.step] == 0 { ready.insert(Turn(step: turn.step, kind: .end)) }
          continue
        }
        for dependent in dependents[turn.step] {
          waitingFor[dependent] -= 1
          if waitingFor[dependent] == 0 { ready.insert(Turn(step: dependent, kind: .begin)) }
        }
      }
    }
  }
}
