import Expressions
import LessonTesting
import Testing

/// What names mean, and where.
@Suite struct NameTests {
  @Test func aNameDefinedLaterIsUnknownBefore() async {
    let report = await expect(
      """
      [1](=⟦expression⟧a)

      ```{let}
      b: =⟦expression⟧c + 1
      a: 1
      c: 2
      ```

      ```{check}
      - ⟦expression⟧late == 1
      ```

      ```{let}
      late: 1
      ```

      [1](=a) [1](=b)
      """, claims: "1/0/2")
    #expect(
      report.messages == [
        "a is defined later, on line 9", "c is defined later, on line 10",
        "late is defined later, on line 18",
      ])
  }

  @Test func aLessonsNamesHideTheConstantsFromThereOn() async {
    await expect(
      "[2.718](=e)\n\n```{let}\ne: 3\nf: =e + 1\n```\n\n[3](=e) [4](=f) [3.14](=pi)", claims: "4/0/0")
  }

  @Test func entriesOfALetStandAlone() async {
    await expect(
      """
      ```{let} d
      good: 2
      bad: =⟦expression⟧1/0
      next: =good * 2
      worse: =bad * 2
      ```

      [2](=d.good) [4](=d.next) [1](=d.bad) [1](=d.worse) [1](=sum(d))
      """, claims: "2/0/3")
  }

  @Test func entriesOfANamedLetSeeThoseAboveBeforeTheLessons() async {
    await expect(
      """
      ```{let}
      a: 1
      ```

      ```{let} d
      b: =a
      a: 10
      c: =a
      ```

      [1](=d.b) [10](=d.c) [1](=a)
      """, claims: "3/0/0")
  }

  @Test func anUnknownFieldOfALetIsReported() async {
    await expect("```{let} d\na: 1\n```\n\n[1](=d.⟦expression⟧b)", claims: "0/0/1")
  }

  @Test func anUnreadableLetCausesNoFlood() async {
    await expect(
      """
      [1](=⟦expression⟧before)

      ```{let}
      a: 1
      b: [1, ⟦parameter⟧2
      ```

      ```{softmax} s
      scores: [=a, =b]
      ```

      [1](=a) [1](=b) [1](=s.p_1) [2](=1+1)

      ```{check}
      - a == 1
      ```
      """, claims: "1/0/4")
  }

  @Test func anUnreadableNamedLetTakesItsNameOnly() async {
    await expect(
      "```{let} d\na: [1, ⟦parameter⟧2\n```\n\n[1](=d.a) [1](=⟦expression⟧other)", claims: "0/0/2")
  }

  @Test func keysThatCannotBeNamesAreReported() async {
    await expect(
      "```{let}\n⟦parameter⟧2x: 1\n⟦parameter⟧my-name: 2\n⟦parameter⟧if: 3\nα: 4\n```\n\n[4](=α)",
      claims: "1/0/0")
  }

  @Test func captionsMayClaimTheirOwnDirectivesResults() async {
    await expect(
      """
      ```{softmax} s
      scores: {Madrid: 1, Paris: 2, Berlin: 1}
      fig-cap: Paris gets [58%](=s.p.Paris), Madrid [⟦claim⟧22%](=s.p.Madrid).
      ```
      """, claims: "1/1/0")
  }

  @Test func aDirectiveDoesNotSeeItsOwnResult() async {
    await expect("```{softmax} s\nscores: =⟦expression⟧s.p\n```\n\n[1](=s.p_1)", claims: "0/0/1")
  }

  @Test func nothingThatDependsOnAFailureIsReportedAgain() async {
    await expect(
      """
      ```{let}
      a: =⟦expression⟧1/0
      b: =a + 1
      ```

      ```{softmax} s
      scores: [=b, 1]
      ```

      ```{check}
      - b == 2
      ```

      @fig-s shows [1](=s.p_1), [](=a) and [3](=b).
      """, claims: "0/0/2")
  }

  @Test func subscriptsAreNamesWhereALessonDefinesThem() async {
    await expect(
      "```{let}\nm: [1, 2]\nm_2: 7\n```\n\n[1](=m_1) [7](=m_2) [2](=m_{2})", claims: "3/0/0")
  }

  @Test func derivativesLookThroughDefinitions() async {
    // Softmax and cross entropy: dL/dh = softmax(h) - onehot; by mpmath for h = (1, 2, 1) and the second class:
    // 0.211941557617085445, -0.423883115234170890, 0.211941557617085445.
    await expect(
      """
      ```{let}
      h: [1, 2, 1]
      p: =softmax(h)
      L: =-log(p_2)
      ```

      [(0.2119, −0.4239, 0.2119)](<=d(L, h)>) [−0.423883115](<=d(L, h_2)>) [(0.2119, −0.4239, 0.2119)](<=p - [0, 1, 0]>)

      ```{let}
      slope: =d(L, h_1)
      ```

      [0.211941558](=slope)
      """, claims: "4/0/0")
  }

  @Test func derivativesLookThroughTheEntriesOfANamedLet() async {
    await expect(
      """
      ```{let}
      x: 3
      a: 100
      ```

      ```{let} m
      a: =x^2
      b: =a + 1
      ```

      [6](<=d(m.b, x)>) [6](<=d(m.a, x)>) [1](<=d(m.b, m.a)>)
      """, claims: "3/0/0")
  }
}
