internal import CDuktape

/// What a script answered.
enum JavaScriptAnswer: Equatable {
  /// The text that it returned.
  case value(String)
  /// The error that it threw.
  case thrown(String)
  /// Nothing: it passed its limit of work or memory.
  case exhausted
}

/// One Duktape heap, for one thread at a time.
final class JavaScriptEngine {
  /// Work is counted in bytes allocated, and 1024 for each allocation: a common formula takes 15 million.
  ///
  /// This much takes about two seconds, and no formula that a person writes comes near it.
  static let workLimit: UInt64 = 2_000_000_000
  /// KaTeX takes 3 MB when it is loaded, and less than 1 MB for a common formula.
  static let memoryLimit = 128 << 20

  private let machine: UnsafeMutablePointer<cduktape_machine>
  /// The number of calls that it has answered.
  private(set) var calls = 0

  /// Makes an engine without a script; nothing where the system has no memory left.
  init?() {
    guard let machine = cduktape_create(Self.memoryLimit) else { return nil }
    self.machine = machine
  }

  deinit {
    cduktape_destroy(machine)
  }

  /// The share of the work limit that the last request took.
  var lastEffort: Double { Double(machine.pointee.work_done) / Double(Self.workLimit) }

  /// Compiles a script; the answer is its bytecode in base64.
  func compile(_ source: String) -> JavaScriptAnswer {
    withText(source) { answer(to: cduktape_compile(machine, Self.workLimit, $0)) }
  }

  /// Runs the top level of a script that this version of Duktape compiled.
  func start(_ bytecode: String) -> JavaScriptAnswer {
    withText(bytecode) { answer(to: cduktape_start(machine, Self.workLimit, $0)) }
  }

  /// Calls a global function with two texts.
  func call(_ function: String, _ first: String, _ second: String) -> JavaScriptAnswer {
    calls += 1
    return withText(first) { first in
      withText(second) { second in
        function.withCString { function in
          let request = cduktape_request(function: function, first: first, second: second)
          return answer(to: cduktape_call(machine, Self.workLimit, request))
        }
      }
    }
  }

  private func withText(
    _ text: String, _ body: (cduktape_text) -> JavaScriptAnswer
  ) -> JavaScriptAnswer {
    DuktapeText.encode(text).withUnsafeBytes { bytes in
      body(cduktape_text(bytes: bytes.bindMemory(to: CChar.self).baseAddress, length: bytes.count))
    }
  }

  private func answer(to status: cduktape_status) -> JavaScriptAnswer {
    switch status {
    case cduktape_completed: .value(result)
    case cduktape_threw: .thrown(result)
    default: .exhausted
    }
  }

  private var result: String {
    DuktapeText.decode(
      UnsafeRawBufferPointer(start: machine.pointee.result, count: machine.pointee.result_length))
  }
}
