import Expressions
import Testing

@Suite struct NameTests {
  private func names(_ text: String, _ defined: Set<String> = []) throws -> [String] {
    try Expression.parse(text).names(where: defined.contains).map { use in
      ([use.name] + use.fields.map(\.name)).joined(separator: ".")
        + "@\(use.range.lowerBound)-\(use.range.upperBound)"
    }
  }

  @Test func everyUseIsReportedWithItsPlaceAndFields() throws {
    #expect(try names("a + b*a") == ["a@0-1", "b@4-5", "a@6-7"])
    #expect(
      try names("close.p.Paris + sum(close.p)_{i}") == ["close.p.Paris@0-5", "close.p@20-25", "i@30-31"])
    #expect(try names("if(c, [x], \"text\")") == ["c@3-4", "x@7-8"])
  }

  @Test func subscriptsBelongToANameThatIsDefined() throws {
    #expect(try names("m_2", ["m"]) == ["m@0-1"])
    #expect(try names("m_2", ["m", "m_2"]) == ["m_2@0-3"])
    #expect(try names("m_2_1", ["m_2"]) == ["m_2@0-3"])
    #expect(try names("m_2.x") == ["m@0-1"])
    #expect(try names("m_2.x", ["m_2"]) == ["m_2.x@0-3"])
  }

  @Test func constantsAndFunctionsAreLeftOutUnlessALessonDefinesThem() throws {
    #expect(try names("2pi*e + sin(inf)") == [])
    #expect(try names("2e", ["e"]) == ["e@1-2"])
    #expect(try names("g(x)") == ["x@2-3"])
    #expect(try names("g(x)", ["g"]) == ["g@0-1", "x@2-3"])
  }

  @Test func whatIsOnlyDifferentiatedByIsLeftOut() throws {
    #expect(try names("d(8x, x)") == [])
    #expect(try names("d(8x*b, x) + x") == ["b@5-6", "x@13-14"])
    #expect(try names("d(L, h_2)", ["h", "L"]) == ["L@2-3", "h@5-6"])
  }

  @Test func lessonNamesHideConstants() throws {
    let scope = DictionaryScope(["e": .number(2), "pi": .vector([1])])
    #expect(try Expression.parse("2e + pi_1").evaluate(in: scope) == .number(5))
  }

  @Test func functionsAndResultsMayShareAName() throws {
    let scope = DictionaryScope([
      "d": .record(Record([("e", .number(2))])), "sum": .number(3), "x": .number(1),
    ])
    #expect(try Expression.parse("d.e + d(x^2, x) + sum + sum(x, 2)").evaluate(in: scope) == .number(10))
  }

  @Test func everyFunctionHasHelp() {
    #expect(FunctionSummary.all.count > 40)
    #expect(Set(FunctionSummary.all.map(\.name)).count == FunctionSummary.all.count)
    #expect(FunctionSummary.all.allSatisfy { !$0.help.isEmpty && !$0.parameters.isEmpty })
  }
}
