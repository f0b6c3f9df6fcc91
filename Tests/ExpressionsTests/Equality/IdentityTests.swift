import Expressions
import Testing

@Suite struct IdentityTests {
  @Test(arguments: Identities.all)
  func equalStepsHold(_ step: Step) throws {
    let result = try step.decide()
    #expect(result.holds, "\(result)")
    if step.isProved { #expect(result == .proved) }
  }

  @Test(arguments: Identities.all)
  func equalityHasNoDirection(_ step: Step) throws {
    let turned = try Equality.decide(
      step.right, step.left, variables: Step.variables, assuming: step.assumptions)
    #expect(turned.holds, "\(turned)")
  }
}
