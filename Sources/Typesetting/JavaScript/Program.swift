internal import CDuktape
import Synchronization

/// A library compiled to Duktape's bytecode, which starts in a twelfth of the time that its text takes.
final class Program: Sendable {
  private let library: JavaScriptLibrary
  private let source: @Sendable () throws -> String
  private let store: (any FragmentStore)?
  private let key: String
  private let compiled = Mutex<String?>(nil)

  /// Makes a program whose source is read when it is first needed and not in the store.
  init(
    _ library: JavaScriptLibrary, version: String, store: (any FragmentStore)?,
    source: @escaping @Sendable () throws -> String
  ) {
    self.library = library
    self.source = source
    self.store = store
    self.key = FragmentKey.text("program", "\(DUK_VERSION)", version, library.identity, library.name)
  }

  /// A new engine on which the library is loaded.
  func makeEngine() throws(TypesettingError) -> sending JavaScriptEngine {
    let bytecode = try compiled.withLock { (compiled) throws(TypesettingError) in
      if let compiled { return compiled }
      let bytecode = if let stored = stored() { stored } else { try compile() }
      compiled = bytecode
      return bytecode
    }
    let engine = try emptyEngine()
    try check(engine.start(bytecode), "start")
    return engine
  }

  private func emptyEngine() throws(TypesettingError) -> sending JavaScriptEngine {
    guard let engine = JavaScriptEngine() else {
      throw TypesettingError("\(library.name) cannot be loaded: no memory is left")
    }
    return engine
  }

  private func stored() -> String? {
    store?.fragment(for: key).flatMap(SealedText.open)
  }

  private func compile() throws(TypesettingError) -> String {
    let text: String
    do {
      text = try source()
    } catch {
      throw TypesettingError("\(library.name) cannot be read: \(error)")
    }
    let bytecode = try check(emptyEngine().compile(library.script(around: text)), "compile")
    store?.store(SealedText.seal(bytecode), for: key)
    return bytecode
  }

  @discardableResult
  private func check(_ answer: JavaScriptAnswer, _ step: String) throws(TypesettingError) -> String {
    switch answer {
    case .value(let value): return value
    case .thrown(let error): throw TypesettingError("\(library.name) does not \(step): \(error)")
    case .exhausted: throw TypesettingError("\(library.name) does not \(step): it passes its limits")
    }
  }
}
