import Expressions
import LessonTesting
import Testing

/// `{chain}` against derivatives by hand and central differences.
@Suite struct ChainTests {
  @Test func valuesAndDerivativesByHand() async {
    // y = 2x, z = y^2, L = log(z): dL/dx = 2/x, dz/dx = 8x, dz/dy = 2y, dL/dy = 2/y, dL/dz = 1/z, at x = 3.
    let found = await numbers(
      ["c.x", "c.y", "c.z", "c.L", "c.dy_dx", "c.dz_dx", "c.dz_dy", "c.dL_dx", "c.dL_dy", "c.dL_dz"],
      after: "```{chain} c\nblocks: [y = 2x, z = y^2, L = log(z)]\nat: {x: 3}\n```")
    // log 36 = 3.58351893845611000 by mpmath.
    expectClose(found, [3, 6, 36, 3.58351893845611000, 2, 24, 12, 2.0 / 3, 1.0 / 3, 1.0 / 36])
  }

  @Test func gradientsAndJacobians() async {
    // Softmax with cross entropy: dL/dh = p - onehot; p by mpmath for h = (1, 2, 1).
    let found = await numbers(
      ["c.dL_dh_1", "c.dL_dh_2", "c.dp_dh_{1,2}", "c.dL_dp_2", "c.dL_dp_1"],
      after: "```{chain} c\nblocks: [p = softmax(h), L = -log(p_2)]\nat: {h: [1, 2, 1]}\n```")
    // dp_1/dh_2 = -p_1 p_2; dL/dp_2 = -1/p_2.
    expectClose(
      found,
      [
        0.211941557617085445, -0.423883115234170890, -0.211941557617085445 * 0.576116884765829110,
        -1 / 0.576116884765829110, 0,
      ])
  }

  @Test func derivativesAgreeWithCentralDifferences() async {
    let blocks = "blocks: [a = sin(x) * y, b = exp(a / 3) + x, c = tanh(b) * a, L = log(1 + c^2) + sqrt(b)]"
    func run(_ x: Double, _ y: Double) async -> [Double] {
      await numbers(
        ["k.L", "k.dL_dx", "k.dL_dy", "k.dc_dx"],
        after: "```{chain} k\n\(blocks)\nat: {x: \(x), y: \(y)}\n```")
    }
    let (h, center) = (1e-5, await run(0.7, 1.3))
    let (right, left) = (await run(0.7 + h, 1.3), await run(0.7 - h, 1.3))
    let (up, down) = (await run(0.7, 1.3 + h), await run(0.7, 1.3 - h))
    // The error of a central difference is of the order h^2, and of the rounding of L over h.
    expectClose(
      [(right[0] - left[0]) / (2 * h), (up[0] - down[0]) / (2 * h)], [center[1], center[2]], within: 1e-9)
  }

  @Test func blocksMayUseTheLessonsNames() async {
    await expect(
      """
      ```{let}
      k: 5
      x: 100
      y: 1000
      ```

      ```{chain} c
      blocks: [y = k*x, z = y + k]
      at: {x: =k + 1}
      ```

      [30](=c.y) [35](=c.z) [5](=c.dy_dx) [1](=c.dz_dy) [100](=x)
      """, claims: "5/0/0")
  }

  @Test func namesOfTheChainDoNotWaitForTheLessons() async {
    await expect(
      """
      ```{let}
      x: =⟦expression⟧1/0
      ```

      ```{chain} c
      blocks: [y = 2x]
      at: {x: 3}
      ```

      [6](=c.y)
      """, claims: "1/0/0")
  }

  @Test func mistakes() async {
    await expect(
      """
      ```{chain} c
      blocks: [y = 2x, ⟦parameter⟧y = 3, z = y + ⟦parameter⟧]
      at: {x: 3}
      ```

      ```{chain} d
      blocks: [y = ⟦expression⟧unknown + 1]
      at: {x: 3}
      ```

      ```{chain} e
      blocks: [y = ⟦expression⟧log(x)]
      at: {x: -3}
      ```

      ```{chain} f
      blocks: [⟦parameter⟧{y: 3}, z ⟦expression⟧+ 1]
      at: {x: ⟦parameter⟧hello, y: ⟦parameter⟧[[1, 2], [3, 4]]}
      ```

      ```{chain} g
      blocks: [⟦parameter⟧x = 3]
      at: {x: 1}
      ```

      ```{⟦parameter⟧chain} h
      at: {x: 1}
      ```

      [1](=c.y) [1](=d.y) [1](=e.y)
      """.replacing(", z = y + ⟦parameter⟧]", with: "]"), claims: "0/0/3")
  }

  @Test func namesThatNobodyCouldAskFor() async {
    await expect(
      """
      ```{chain} c
      blocks: [y = 2x, ⟦parameter⟧dy_dx = 3]
      at: {x: 1}
      ```

      ```{chain} e
      blocks: [y = 2x]
      at: {x: 1, ⟦parameter⟧2x: 3}
      ```
      """)
  }

  @Test func tooManyBlocksAndInputs() async {
    let blocks = (1...61).map { "y\($0) = \($0)x" }.joined(separator: ", ")
    await expect("```{⟦experiment⟧chain} c\nblocks: [\(blocks)]\nat: {x: 3}\n```")
    let inputs = (1...20_000).map { "x\($0): 1" }.joined(separator: ", ")
    await expect("```{⟦experiment⟧chain} c\nblocks: [y = 2x1]\nat: {\(inputs)}\n```")
    await expect(
      "```{chain} c\nblocks: [⟦expression⟧y = 2x, z = 3y]\nat: {x: \"=linspace(0, 1, 1000000)\"}\n```"
        .replacing("⟦expression⟧y = 2x", with: "y = ⟦expression⟧2x"))
  }

  @Test func sixtyBlocks() async {
    let blocks = (1...60).map { "y\($0) = y\($0 - 1) * 1.1" }.joined(separator: ", ")
    // 1.1^60 = 304.48163954...
    await expect(
      "```{chain} c\nblocks: [\(blocks)]\nat: {y0: 1}\n```\n\n[304.48](=c.dy60_dy0)", claims: "1/0/0")
  }
}
