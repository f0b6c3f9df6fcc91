import Expressions
import LessonTesting
import Testing

/// `{spacing}` and `{interpolation}`: how close points lie, and how well straight pieces between them follow a function.
@Suite struct SpacingTests {
  @Test(arguments: [(1, 0.5), (2, 0.5), (3, 0.55396)])
  func spacingsFollowTheirLaw(dimension: Int, constant: Double) async {
    let found = await numbers(
      [
        "s.constant", "s.ratio_2", "s.mean_2 / s.expected_2", "4000 * (s.even_2 / 3)^\(dimension)",
        "s.deviation_2", "length(s.mean)",
      ],
      after: "```{spacing} s\ndimension: \(dimension)\ncounts: [10, 4000]\nside: 3\nseed: 1\n```")
    // Γ(1 + 1/d) Γ(d/2 + 1)^(1/d) / √π.
    expectClose([found[0]], [constant], within: 1e-5)
    // Distances spread by about their mean, so that of 4000 the mean is known to 1.6 %, and less well for shared ones.
    expectClose([found[1] / constant, found[2]], [1, 1], within: 0.06)
    expectClose([found[3]], [1], within: 1e-12)
    #expect(found[4] > 0 && found[5] == 2)
  }

  @Test func edgesKeepNeighboursAway() async {
    let found = await numbers(
      ["min(c.mean - t.mean)", "t.mean_1"],
      after: """
        ```{spacing} t
        dimension: 3
        counts: [50, 500]
        seed: 2
        ```

        ```{spacing} c
        dimension: 3
        counts: [50, 500]
        space: cube
        seed: 2
        ```
        """)
    #expect(found[0] > 0 && found[1] > 0)
  }

  @Test func gridsFollowTheSine() async {
    let found = await numbers(
      [
        "i.largest_1", "i.mean_square_2 / i.spacing_2^4", "log2(i.mean_square_2 / i.mean_square_1)",
        "i.standard_error_1", "i.outside_1",
      ],
      after: """
        ```{interpolation} i
        function: sin(2*pi*x)
        variables: [x]
        counts: [64, 128]
        design: grid
        evaluations: 50000
        ```
        """)
    // Between nodes h apart the error is at most h²/8 · 4π² = 0.0012; the mean square tends to (2π)⁴ h⁴ / 240.
    expectClose(Array(found[..<2]), [0.0012045, 6.493939], within: 1e-3)
    expectClose(Array(found[2...]), [-4, 0, 0], within: 1e-3)
  }

  @Test func randomPointsOnALineHaveLargerGaps() async {
    let found = await numbers(
      ["i.mean_square_1 * 500^4 / (8*pi^4)", "i.standard_error_1 / i.mean_square_1"],
      after: """
        ```{interpolation} i
        function: sin(2*pi*x)
        variables: [x]
        counts: [500]
        draws: 40
        evaluations: 2000
        seed: 3
        ```
        """)
    // A gap h has the error f″² h⁴ / 120, and of random gaps the mean of h⁵ is 5! / D⁵; f″² is 8π⁴ in the mean.
    #expect(found[1] > 0.01 && found[1] < 0.25)
    #expect(abs(found[0] - 1) <= 4 * found[1])
  }

  @Test func functionsOfSeveralVariables() async {
    let found = await numbers(
      ["g.largest_1", "g.mean_square_1", "r.largest_1", "r.outside_1"],
      after: """
        ```{let}
        k: 2
        ```

        ```{interpolation} g
        function: k*cos(2*pi*u)*cos(2*pi*v)
        variables: [u, v]
        counts: [16, 64]
        design: grid
        space: cube
        ```

        ```{interpolation} r
        function: k*u - v + 3*w
        variables: [u, v, w]
        counts: [200]
        space: cube
        evaluations: 200
        ```
        """)
    #expect(found[0] > 0.1 && found[1] > 0 && found[2] < 1e-10 && found[3] > 0 && found[3] < 0.5)
  }

  @Test func spacingsGoWrong() async {
    await expect(
      """
      ```{spacing}
      dimension: ⟦parameter⟧0
      counts: [10, ⟦parameter⟧1]
      ```

      ```{spacing}
      dimension: 2
      counts: ⟦parameter⟧[]
      ```

      ```{⟦experiment⟧spacing}
      dimension: 20
      counts: [1000000, 1000000]
      ```

      ```{spacing}
      dimension: 2
      counts: [10, ⟦parameter⟧2.5]
      space: ⟦parameter⟧tours
      side: ⟦parameter⟧0
      ```
      """.replacing("[10, ⟦parameter⟧1]", with: "⟦parameter⟧[10, 1]"))
  }

  @Test func interpolationsGoWrong() async {
    await expect(
      """
      ```{interpolation}
      function: ⟦expression⟧y + 1
      variables: [x]
      counts: [10]
      ```

      ```{interpolation}
      function: ⟦expression⟧x^2
      variables: [x]
      counts: [10]
      ```

      ```{interpolation}
      function: ⟦expression⟧log(x - 2)
      variables: [x]
      counts: [10]
      space: cube
      ```

      ```{interpolation}
      function: x + y
      variables: [x, y]
      counts: ⟦parameter⟧[9, 10]
      design: grid
      space: cube
      ```

      ```{interpolation}
      function: "1"
      variables: [x, ⟦parameter⟧x, ⟦parameter⟧2x]
      counts: [9]
      ```

      ```{interpolation}
      function: "1"
      variables: ⟦parameter⟧[a, b, c, d, f, g, h]
      counts: [9]
      ```

      ```{interpolation}
      function: "1"
      variables: [x]
      counts: [9]
      design: grid
      draws: ⟦parameter⟧2
      ```

      ```{⟦experiment⟧interpolation}
      function: "1"
      variables: [x, y, z]
      counts: [9]
      draws: 1000
      evaluations: 1000000
      ```
      """)
  }
}
