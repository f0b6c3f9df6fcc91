import LessonTesting
import Testing

/// `{fit}` with a search that stops by a tolerance, and means instead of sums.
@Suite struct FitStopTests {
  /// A decay with known coefficients, to which the model fits perfectly.
  private func decay(_ options: String) -> String {
    """
    ```{let}
    x: "=linspace(0, 4, 30)"
    ```

    ```{fit} f
    data: {x: =x, y: =3*exp(-0.7x)}
    model: y = a * exp(-k*x)
    start: {a: [1, 5], k: [0.1, 2]}
    \(options)
    ```
    """
  }

  @Test func bothMethodsFindTheSameMinimum() async {
    for loss in ["loss: squares", "loss: huber\ndelta: 0.1"] {
      let found = await numbers(
        ["f.a", "f.k", "f.starts"], after: decay("method: quasi-newton\n\(loss)"))
      #expect(abs(found[0] - 3) < 1e-6 && abs(found[1] - 0.7) < 1e-6 && found[2] == 4, "\(loss) \(found)")
    }
  }

  @Test func aMeanIsTheSumOverTheRows() async {
    let text = """
      ```{fit} s
      data: {y: [1, 2, 6]}
      model: y = m
      start: {m: 0}
      ```

      ```{fit} m
      data: {y: [1, 2, 6]}
      model: y = m
      start: {m: 0}
      objective: mean
      ```
      """
    // The mean is 3, the squares 4 + 1 + 9.
    #expect(await numbers(["s.objective", "3*m.objective", "m.m - s.m"], after: text) == [14, 14, 0])
  }

  /// The same tolerance ends the search of a mean sooner than that of a sum, and further from the minimum.
  @Test func aToleranceIsAnAmount() async {
    let stop = "method: quasi-newton\nslope-tolerance: 0\ndecrease-tolerance: 1e-3"
    let sum = await numbers(["f.steps", "f.objective"], after: decay(stop))
    let mean = await numbers(["f.steps", "30*f.objective"], after: decay("\(stop)\nobjective: mean"))
    #expect(mean[0] < sum[0] && mean[1] > sum[1], "\(sum) \(mean)")
  }

  @Test func theEndIsTold() async {
    let steep = "method: quasi-newton\nslope-tolerance: 0\ndecrease-tolerance: 0.1"
    await expect(
      """
      \(decay(steep))

      [stopped: the last step lowered the value by no more than was asked for](=f.verdict)
      """, claims: "1/0/0")
    await expect(
      """
      \(decay("method: quasi-newton\nslope-tolerance: 0.01"))

      [converged: the slope is as flat as was asked for](=f.verdict)
      [at most 0.01](=f.objective_slope)
      """, claims: "2/0/0")
  }

  @Test func whatDoesNotFitTogether() async {
    let report = await expect(
      """
      ```{fit} f
      data: {y: [1, 2, 6]}
      model: y = m
      start: {m: 0}
      slope-tolerance: ⟦parameter⟧1e-5
      decrease-tolerance: ⟦parameter⟧1e-5
      ```

      ```{fit} g
      data: {y: [1, 2, 6]}
      model: y = m
      start: {m: 0}
      method: quasi-newton
      bootstrap: ⟦parameter⟧100
      ```

      ```{fit} h
      data: {x: [1, 2, 6], y: [1, 2, 6]}
      model: y = log(m - x)
      start: ⟦parameter⟧{m: 3}
      method: quasi-newton
      ```

      ```{fit} i
      data: {y: [1, 2, 6]}
      model: y = m
      start: {m: 0}
      method: ⟦parameter⟧newton
      objective: ⟦parameter⟧median
      slope-tolerance: ⟦parameter⟧-1
      ```
      """)
    #expect(report.messages.contains { $0.contains("belongs to a quasi-Newton search") })
    #expect(report.messages.contains { $0.contains("this search may stop before it") })
  }
}
