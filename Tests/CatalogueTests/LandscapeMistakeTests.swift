import LessonTesting
import Testing

/// What `{landscape}` refuses, and where.
@Suite struct LandscapeMistakeTests {
  @Test func axesThatDoNotFit() async {
    await expect(
      """
      ```{landscape} a
      objective: m^2 + n
      over: {m: ⟦parameter⟧[-1, 1], n: [1, 2]}
      x: {log: true}
      y: ⟦parameter⟧{range: [0, 1]}
      ```

      ```{landscape} b
      objective: m^2
      over: {m: [0, 1]}
      y: ⟦parameter⟧{log: true}
      ```

      ```{landscape} c
      objective: m^2
      over: {m: [1, 2]}
      triangles: ⟦parameter⟧[1.5]
      x: {log: true}
      ```
      """)
  }

  @Test func mistakes() async {
    await expect(
      """
      ```{landscape} a
      objective: ⟦expression⟧log(m)
      over: {m: [-2, -1]}
      ```

      ```{landscape} b
      objective: m + ⟦expression⟧unknown*⟦expression⟧other
      over: {m: [0, 1]}
      path: ⟦parameter⟧[[1, 2]]
      triangles: [0.5, ⟦parameter⟧3]
      ```

      ```{let}
      v: [1, 2]
      ```

      ```{landscape} c
      objective: ⟦expression⟧2*v*m
      over: {m: [0, 1]}
      ```

      ```{landscape} d
      objective: m
      over: {m: ⟦parameter⟧[1, 0], n: ⟦parameter⟧3}
      grid: ⟦parameter⟧1e9
      ```

      ```{landscape} e
      objective: m
      over: ⟦parameter⟧{}
      ```

      ```{landscape} f
      objective: a + b + c
      over: ⟦parameter⟧{a: [0, 1], b: [0, 1], c: [0, 1]}
      ```

      ```{landscape} g
      objective: m
      over: {m: [0, 1], n: ⟦parameter⟧[2, 3]}
      ```

      ```{landscape} h
      objective: m*n
      over: {m: [0, 1], n: [0, 1]}
      triangles: ⟦parameter⟧[1, 2]
      path: [[0, 0], ⟦parameter⟧[0, 5], ⟦parameter⟧[9, 9]]
      grid: ⟦parameter⟧302
      ```

      ```{landscape} i
      objective: ⟦expression⟧abs(m) + sqrt(m + 1)
      over: {m: [-1, 1]}
      triangles: [0]
      ```

      ```{landscape} j
      objective: ⟦expression⟧log(m)
      over: {m: [-1, 1]}
      path: [-1]
      ```

      ```{landscape} k
      objective: m
      over: {m: ⟦parameter⟧[1, 1], n: ⟦parameter⟧"=[0, inf]"}
      ```

      ```{landscape} l
      objective: m
      over: {m: [0, 1]}
      triangles: [0]
      run: ⟦parameter⟧2
      ```

      ```{landscape} n
      objective: m
      over: {m: [0, 1]}
      run: ⟦parameter⟧0.1
      kind: ⟦parameter⟧heat
      levels: ⟦parameter⟧[1]
      ```

      ```{landscape} m
      objective: m
      over: {m: [0, 1]}
      levels: ⟦parameter⟧high
      kind: ⟦parameter⟧surface
      ```
      """)
  }

  @Test func descentsThatFail() async {
    await expect(
      """
      ```{landscape} a
      objective: m^4
      over: {m: [-1, 1]}
      path: {descent: {start: {m: 1}, rate: ⟦parameter⟧10, steps: 100}}
      ```

      ```{landscape} b
      objective: m^2
      over: {m: [-1, 1]}
      path: {descent: {start: {⟦parameter⟧n: 1}, rate: 1, steps: 1}}
      ```

      ```{landscape} c
      objective: m^2
      over: {m: [-1, 1]}
      path: {descent: {start: {m: 1}, rate: ⟦parameter⟧0, steps: ⟦parameter⟧1e9}}
      ```

      ```{landscape} d
      objective: m^2
      over: {m: [-1, 1]}
      path: {descent: {start: ⟦parameter⟧{m: 2}, rate: 1, steps: 10000}}
      ```

      ```{landscape} e
      objective: m^2
      over: {m: [-1, 1]}
      path: {descent: ⟦parameter⟧{rate: 1, steps: 1}}
      ```

      ```{landscape} f
      objective: m^2
      over: {m: [-1, 1]}
      path: {descent: {start: {m: 0.1}, rate: ⟦parameter⟧1.1, steps: 10000}}
      ```

      ```{landscape} g
      objective: m - log(m)
      over: {m: [0.1, 5]}
      path: {descent: {start: {m: 5}, rate: ⟦parameter⟧9, steps: 3}}
      ```

      ```{landscape} h
      objective: m*n
      over: {m: [0, 1], n: [0, 1]}
      path: {descent: {start: ⟦parameter⟧{m: 1}, rate: 1, steps: 2}}
      ```

      ```{landscape} i
      objective: m^2
      over: {m: [-1, 1]}
      path: {descent: {start: {m: ⟦parameter⟧[1]}, rate: 1, steps: 2}}
      ```

      ```{landscape} j
      objective: m^2
      over: {m: [-1, 1]}
      path: ⟦parameter⟧{⟦parameter⟧decent: {}}
      ```
      """)
  }

  @Test func hugeWorkIsRefused() async {
    await expect(
      """
      ```{let}
      v: "=linspace(0, 1, 1000000)"
      ```

      ```{⟦experiment⟧landscape} l
      objective: m * length([v, v, v, v])
      over: {m: [0, 1]}
      ```
      """)
  }
}
