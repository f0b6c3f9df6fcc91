/// Typesets mathematics with KaTeX and code with highlight.js, both in this process.
///
/// A fragment depends on its text alone: not on what was typeset before it, nor on the threads that ask.
/// Any number of threads may ask at once.
///
///     let typesetter = Typesetter(sources: readSources, version: "katex 0.16.4, highlight.js 9.18.5")
///     try typesetter.mathematics(#"\frac{1}{2}"#, display: false)  // <span class="katex">…</span>
///     try typesetter.code("let x = 3", language: "swift")  // <span class="hljs-keyword">let</span> x = …
public final class Typesetter: Sendable {
  private let version: String
  private let store: (any FragmentStore)?
  private let mathematicsEngines: EnginePool
  private let codeEngines: EnginePool

  /// Makes a typesetter, which loads nothing before it is asked for what is not in the store.
  ///
  /// - Parameters:
  ///   - sources: reads the libraries.
  ///   - version: tells these libraries from other versions of them.
  ///   - store: keeps finished fragments.
  ///   - programs: keeps the libraries in compiled form, which load in 10 ms instead of 130. Compiled code is
  ///     run as it is found: give a store only where nobody but the user can write.
  ///   - engines: the greatest number of formulas that are typeset at once.
  public init(
    sources: @escaping @Sendable () throws -> TypesettingSources, version: String,
    store: (any FragmentStore)? = nil, programs: (any FragmentStore)? = nil, engines: Int = 4
  ) {
    self.version = version
    self.store = store
    let mathematics = Program(.mathematics, version: version, store: programs) { try sources().katex }
    let code = Program(.code, version: version, store: programs) { try sources().highlight }
    mathematicsEngines = EnginePool(
      mathematics, calling: JavaScriptLibrary.mathematics.function, limit: engines)
    codeEngines = EnginePool(code, calling: JavaScriptLibrary.code.function, limit: engines)
  }

  /// Typesets a formula as HTML with MathML for screen readers.
  public func mathematics(_ tex: String, display: Bool) throws(TypesettingError) -> String {
    let formula = Formula(tex: tex, isDisplayed: display)
    return try fragment(for: formula.key(version: version)) { () throws(TypesettingError) in
      try formula.typeset(on: mathematicsEngines)
    }
  }

  /// Marks code up with the class names of highlight.js.
  ///
  /// A language that highlight.js does not know, and a listing beyond `Listing`'s limits, give the escaped text.
  public func code(_ source: String, language: String) throws(TypesettingError) -> String {
    let listing = Listing(source: source, language: language)
    guard listing.isWorthHighlighting else { return listing.escaped }
    return try fragment(for: listing.key(version: version)) { () throws(TypesettingError) in
      try listing.highlight(on: codeEngines)
    }
  }

  private func fragment(
    for key: String, make: () throws(TypesettingError) -> String
  ) throws(TypesettingError) -> String {
    guard let store else { return try make() }
    if let known = store.fragment(for: key) { return known }
    let fragment = try make()
    store.store(fragment, for: key)
    return fragment
  }
}
