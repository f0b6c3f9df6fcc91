import Expressions
import LessonTesting
import Testing

/// `{landscape}` against minima, slopes and steps by hand, by mpmath and by NumPy.
@Suite struct LandscapeTests {
  @Test func aMinimumThatTheEdgeHoldsSaysSo() async {
    await expect(
      """
      ```{landscape} l
      objective: w
      over: {w: [-2, 2]}
      minimum: true
      ```

      [held by the edge of the range, beyond which the value falls on](=l.minimum_verdict) [yes](=l.on_edge)
      """, claims: "2/0/0")
  }

  @Test func hiddenValley() async {
    let found = await numbers(
      ["l.minimum.x", "l.minimum.y", "l.minimum_value", "l.undefined"],
      after: """
        ```{landscape} l
        objective: 0.2*(x^2 + y^2) - exp(-((x - 1)^2 + (y + 1)^2)/0.5)
        over: {x: [-2.5, 2.5], y: [-2.5, 2.5]}
        minimum: true
        ```
        """)
    // By mpmath: the root t of 0.4 t + 4 (t − 1) exp(−4 (t − 1)²) = 0, and the value at (t, −t).
    expectClose(Array(found[..<2]), [0.9061360737733674, -0.9061360737733674], within: 1e-8)
    expectClose(Array(found[2...]), [-0.63693897898010590, 0])
  }

  @Test func minimaInsideAndOnTheEdge() async {
    await expect(
      """
      ```{landscape} a
      objective: (m - 0.3)^2 + 1
      over: {m: [-1, 2]}
      minimum: true
      ```

      ```{landscape} b
      objective: (m - 3)^2
      over: {m: [-1, 2]}
      minimum: true
      ```

      ```{landscape} c
      objective: abs(m - 0.5)
      over: {m: [-1, 2]}
      minimum: true
      ```

      [0.300000](=a.minimum.m) [1.00000](=a.minimum_value) [not on the edge](=a.on_edge)
      [2](=b.minimum.m) [1](=b.minimum_value) [indeed](=b.on_edge)
      [0.50000](=c.minimum.m "±1e-6")
      """, claims: "7/0/0")
  }

  @Test func steepestDescent() async {
    // By hand: with f = m² + 2n², each step of rate 0.1 takes m to 0.8 m and n to 0.6 n.
    await expect(
      """
      ```{landscape} l
      objective: m^2 + 2n^2
      over: {n: [-2, 2], m: [-2, 2]}
      path:
        descent: {start: {m: 1, n: -1}, rate: 0.1, steps: 2}
      ```

      [(1, 0.8, 0.64)](=l.path.m) [(-1, -0.6, -0.36)](=l.path.n) [(3, 1.36, 0.6688)](=l.path_values)
      """, claims: "3/0/0")
  }

  @Test func oneStepDownTheLossOfThreeCities() async {
    // By mpmath: m₂ = 0 and b₂ = 0 step by 0.05 times (2.14861435866861, 0.913759614981974).
    let found = await numbers(
      ["l.path.m_2", "l.path.b_2", "l.path_values_1"],
      after: """
        ```{landscape} l
        objective: -log(softmax([2.3514, 2.3514*m + b, -2.3514])_2)
        over: {m: [-1, 1], b: [-1, 1]}
        path:
          descent: {start: {m: 0, b: 0}, rate: 0.05, steps: 1}
        ```
        """)
    expectClose(found, [0.107430717933431, 0.0456879807490987, 2.45061670733668095], within: 1e-14)
  }

  @Test func regression() async {
    // Least squares by hand: x = 0…3, y = 1, 3, 2, 4 give the slope 0.8, the intercept 1.3 and the MSE 0.45.
    let found = await numbers(
      ["l.minimum.a", "l.minimum.b", "l.minimum_value"],
      after: """
        ```{let}
        x: [0, 1, 2, 3]
        y: [1, 3, 2, 4]
        ```

        ```{landscape} l
        objective: mean((y - a*x - b)^2)
        over: {a: [-1, 2], b: [0, 3]}
        minimum: true
        kind: heat
        ```
        """)
    expectClose(found, [0.8, 1.3, 0.45], within: 1e-9)
  }

  @Test func slopesAndGivenPaths() async {
    await expect(
      """
      ```{let}
      w: 1
      f: =w^3
      ```

      ```{landscape} a
      objective: f
      over: {w: [-1, 2]}
      triangles: [0.5, 1, 2]
      path: [0, 1]
      ```

      ```{landscape} b
      objective: u^2*v
      over: {u: [0, 2], v: [0, 2]}
      triangles: [[1, 2], [0, 0]]
      path: [[0, 1], [1, 1], [2, 1]]
      ```

      [(0.75, 3, 12)](=a.slopes.w) [(0, 1)](=a.path_values)
      [(4, 0)](=b.slopes.u) [(1, 0)](=b.slopes.v) [(0, 1, 4)](=b.path_values)
      """, claims: "5/0/0")
  }

  @Test func whereThereIsNoValueThePictureStaysBlank() async {
    await expect(
      """
      ```{landscape} a
      objective: log(m)
      over: {m: [-1, 1]}
      grid: 5
      minimum: true
      ```

      ```{landscape} b
      objective: sqrt(1 - u^2 - v^2)
      over: {u: [-1, 1], v: [-1, 1]}
      grid: 5
      ```

      [3](=a.undefined) [12](=b.undefined)
      """, claims: "2/0/0")
  }

  @Test func trianglesHaveRoundRuns() async {
    // By hand: (w³/3 − w)′ = w² − 1. At the right end there is no room, so that a triangle there reaches to the left.
    await expect(
      """
      ```{landscape} a
      objective: w^3/3 - w
      over: {w: [-2, 2]}
      triangles: [0, 2]
      ```

      ```{landscape} b
      objective: w^3/3 - w
      over: {w: [-2, 2]}
      triangles: [0, 2]
      run: 0.25
      ```

      [(-1, 3)](=a.slopes.w) [(0.5, -0.2)](=a.runs) [(-0.5, -0.6)](=a.rises)
      [(0.25, -0.25)](=b.runs) [(-0.25, -0.75)](=b.rises)
      """, claims: "5/0/0")
  }

  @Test func logarithmicAxes() async {
    // By hand: both squares vanish at r = e⁻³ and b = e².
    let found = await numbers(
      ["log(l.minimum.r)", "log(l.minimum.b)", "c.minimum_value"],
      after: """
        ```{landscape} l
        objective: (log(r) + 3)^2 + (log(b) - 2)^2
        over: {r: [1e-4, 10], b: [1, 1000]}
        minimum: true
        levels: [0.5, 1, 2, 4, 8]
        x: {log: true}
        y: {log: true, label: batch size}
        ```

        ```{landscape} c
        objective: (log(r) + 3)^2 + 0.1
        over: {r: [1e-4, 10]}
        minimum: true
        x: {log: true}
        y: {log: true, range: [0.01, 100]}
        ```
        """)
    expectClose(found, [-3, 2, 0.1], within: 1e-9)
  }

  @Test func pathsThatOvershootALittleAreShown() async {
    // By hand: with f = m² and a rate of 1.1, each step takes m to −1.2 m.
    await expect(
      """
      ```{landscape} l
      objective: m^2
      over: {m: [-1, 1]}
      path: {descent: {start: {m: 1}, rate: 1.1, steps: 3}}
      ```

      [(1, -1.2, 1.44, -1.728)](=l.path.m)
      """, claims: "1/0/0")
  }
}
