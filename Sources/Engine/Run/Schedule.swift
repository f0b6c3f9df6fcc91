internal import HeapModule

/// Steps that a schedule runs, each after those it waits for.
protocol ScheduledSteps: Sendable {
  /// Does what a step does; gives how many parts it has besides, which run side by side.
  func begin(_ step: Int) -> Int
  /// Runs a part of a step that has begun; false where it is put off until nothing else can be done.
  func run(part: Int, of step: Int) -> Bool
  /// Does what the parts need that were put off, before their turns come again.
  func prepareForPartsPutOff() async
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

    func take(_ steps: some ScheduledSteps) -> Outcome {
      switch kind {
      case .begin:
        let parts = steps.begin(step)
        return parts > 0 ? .hasParts(parts) : .stepEnded
      case .part(let part): return steps.run(part: part, of: step) ? .partEnded : .putOff
      case .end:
        steps.end(step)
        return .stepEnded
      }
    }
  }

  /// What comes of a turn.
  private enum Outcome: Sendable {
    case hasParts(Int)
    case partEnded
    case putOff
    case stepEnded
  }

  /// Runs every step once, after all it depends on, `workers` turns at a time; the earliest turn that can be taken
  /// comes first.
  func run(workers: Int, _ steps: some ScheduledSteps) async {
    var queue = Queue(self)
    await withTaskGroup(of: (Turn, Outcome).self) { group in
      var running = 0
      while true {
        while running < max(1, workers), let turn = queue.ready.popMin() {
          running += 1
          group.addTask { (turn, turn.take(steps)) }
        }
        if running > 0, let (turn, outcome) = await group.next() {
          running -= 1
          queue.note(outcome, of: turn)
        } else if !queue.putOff.isEmpty {
          await steps.prepareForPartsPutOff()
          queue.takeUpAgain()
        } else {
          return
        }
      }
    }
  }

  /// The turns that can be taken, and what the others wait for.
  private struct Queue {
    var ready: Heap<Turn>
    var putOff: [Turn] = []
    private let schedule: Schedule
    private var waitingFor: [Int]
    private var partsLeft: [Int: Int] = [:]

    init(_ schedule: Schedule) {
      self.schedule = schedule
      waitingFor = schedule.waitingFor
      ready = Heap(
        waitingFor.indices.filter { schedule.waitingFor[$0] == 0 }.map { Turn(step: $0, kind: .begin) })
    }

    mutating func note(_ outcome: Outcome, of turn: Turn) {
      switch outcome {
      case .hasParts(let count):
        partsLeft[turn.step] = count
        for part in 0..<count { ready.insert(Turn(step: turn.step, kind: .part(part))) }
      case .partEnded:
        partsLeft[turn.step, default: 1] -= 1
        if partsLeft[turn.step] == 0 { ready.insert(Turn(step: turn.step, kind: .end)) }
      case .putOff: putOff.append(turn)
      case .stepEnded:
        for dependent in schedule.dependents[turn.step] {
          waitingFor[dependent] -= 1
          if waitingFor[dependent] == 0 { ready.insert(Turn(step: dependent, kind: .begin)) }
        }
      }
    }

    mutating func takeUpAgain() {
      for turn in putOff { ready.insert(turn) }
      putOff = []
    }
  }
}
