import Testing

/// `list`, `explain` and `clean`.
@Suite struct CatalogueCommandTests {
  @Test func `every experiment that is listed is explained, and its example runs`() async throws {
    let sandbox = try Sandbox()
    let list = try await sandbox.gradus("list")
    #expect(list.status == 0)
    #expect(list.errors == "")
    let names = list.output.matches(of: /(?m)^{(\S+)} +\S/).map { String($0.1) }
    #expect(names == names.sorted())
    #expect(Set(names).isSuperset(of: ["let", "use", "table", "softmax", "chain", "plot", "check"]))
    for name in names {
      let manual = try await sandbox.gradus("explain", name)
      #expect(manual.status == 0)
      #expect(manual.output.hasPrefix("{\(name)}\n"))
      #expect(try await sandbox.gradus("explain", "{\(name)}").output == manual.output)
      let example = try #require(manual.output.components(separatedBy: "\nExample\n\n").last)
      let text = example.split(separator: "\n", omittingEmptySubsequences: false).map { $0.dropFirst(4) }
      #expect(text.joined(separator: "\n").contains("```{\(name)}"))
    }
  }

  @Test func `clean forgets results and touches no course`() async throws {
    let sandbox = try Sandbox()
    #expect(try await sandbox.gradus("clean").status == 0)
    #expect(try await sandbox.gradus("new", "course", "course").status == 0)
    let before = try sandbox.tree(".")
    #expect(try await sandbox.gradus("check", "course").status == 0)
    #expect(try sandbox.tree("\(sandbox.cache)/gradus").count > 3)
    #expect(try sandbox.tree(".") == before, "checking writes nothing into the course")
    let ending = try await sandbox.gradus("clean", in: "course")
    #expect(ending.status == 0)
    #expect(ending.everything == "forgot the results in \(sandbox.cache)/gradus\n")
    #expect(try sandbox.tree("\(sandbox.cache)/gradus").isEmpty)
    #expect(try sandbox.tree(".") == before)
    #expect(try await sandbox.gradus("check", "course").status == 0)
  }

  @Test func `without a folder for caches everything works`() async throws {
    let sandbox = try Sandbox()
    let nowhere: [String: String?] = ["HOME": nil, "XDG_CACHE_HOME": nil]
    #expect(try await sandbox.gradus("new", "course", "course", environment: nowhere).status == 0)
    #expect(try await sandbox.gradus("check", "course", environment: nowhere).status == 0)
    let ending = try await sandbox.gradus("clean", environment: nowhere)
    #expect(ending.status == 0)
    #expect(ending.errors == "there are no results to forget: neither XDG_CACHE_HOME nor HOME is set\n")
  }

  @Test func `the cache is below HOME where XDG_CACHE_HOME is no absolute path`() async throws {
    let sandbox = try Sandbox()
    #expect(try await sandbox.gradus("new", "course", "course").status == 0)
    #expect(
      try await sandbox.gradus("check", "course", environment: ["XDG_CACHE_HOME": "relative"]).status == 0)
    #expect(try !sandbox.tree("\(sandbox.path)/home/.cache/gradus").isEmpty)
    #expect(try sandbox.names(in: ".") == ["course"])
  }
}
