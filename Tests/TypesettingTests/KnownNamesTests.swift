import Testing

// The lists of names are nobody's interface, but each of their entries makes a promise.
@testable import Typesetting

@Suite struct KnownNamesTests {
  @Test(arguments: [
    ("alhpa", "alpha"), ("fracc", "frac"), ("infity", "infty"), ("opratorname", "operatorname"),
    ("undebrace", "underbrace"), ("Sgima", "Sigma"), ("patial", "partial"),
    ("longrightarow", "longrightarrow"),
  ])
  func `a mistyped command leads to the one that was meant`(_ name: String, _ meant: String) {
    #expect(failure(of: "\\\(name) x")?.help == "did you mean \\\(meant)?")
  }

  @Test func `KaTeX knows every command that a message may propose`() {
    for name in KnownNames.commands {
      let error = failure(of: "\\\(name)", display: true)
      #expect(error?.message.contains("not a command") != true, "\(name)")
      #expect(error?.message.contains("cannot stand here") != true, "\(name)")
    }
    #expect(KnownNames.commands.count > 250)
  }

  @Test func `KaTeX knows every environment that a message may propose`() {
    for name in KnownNames.environments {
      let error = failure(of: "\\begin{\(name)} a \\end{\(name)}", display: true)
      #expect(error?.message.contains("not an environment") != true, "\(name)")
    }
    #expect(KnownNames.environments.count > 20)
  }
}
