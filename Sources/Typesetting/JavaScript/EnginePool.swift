import Synchronization

/// Engines with one program, as many as are asked at once, up to a number.
final class EnginePool: Sendable {
  /// A place for an engine, which is built when the place is first used.
  private final class Slot: Sendable {
    let engine = Mutex<JavaScriptEngine?>(nil)
  }

  private let program: Program
  private let function: String
  private let slots: [Slot]
  private let waiting = Atomic<Int>(0)

  /// Makes a pool of at most so many engines, all still to be built.
  init(_ program: Program, calling function: String, limit: Int) {
    self.program = program
    self.function = function
    self.slots = (0..<max(1, limit)).map { _ in Slot() }
  }

  /// Calls the program's function on the first engine that is free.
  func call(_ first: String, _ second: String) throws(TypesettingError) -> JavaScriptAnswer {
    for slot in slots {
      let answer = try slot.engine.withLockIfAvailable { (engine) throws(TypesettingError) in
        try self.answer(first, second, on: &engine)
      }
      if let answer { return answer }
    }
    let turn = waiting.wrappingAdd(1, ordering: .relaxed).oldValue
    let slot = slots[Int(UInt(bitPattern: turn) % UInt(slots.count))]
    return try slot.engine.withLock { (engine) throws(TypesettingError) in
      try self.answer(first, second, on: &engine)
    }
  }

  private func answer(
    _ first: String, _ second: String, on place: inout JavaScriptEngine?
  ) throws(TypesettingError) -> JavaScriptAnswer {
    let isUsed = place != nil
    let engine = if let engine = place { engine } else { try program.makeEngine() }
    let answer = engine.call(function, first, second)
    // An engine that failed is not trusted with another text.
    if case .value = answer { place = engine } else { place = nil }
    // What an engine did before changes a little what a text costs it, and must never change the answer:
    // whatever comes near the limit is decided by a new engine.
    guard isUsed, answer == .exhausted || engine.lastEffort > 0.5 else { return answer }
    place = nil
    return try self.answer(first, second, on: &place)
  }
}
