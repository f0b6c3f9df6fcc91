/// A lesson with 30 formulas and 4 figures, as the longer ones of a course have them.
enum HeavyLesson {
  static let formulas = 30
  static let figures = 4

  static let text = """
    The formulas of this lesson use every face that mathematics is set in.

    \(displays.map { "$$ \($0) $$" }.joined(separator: "\n\n"))

    ```{softmax} close
    scores: {Madrid: 1, Paris: 2, Berlin: 1}
    fig-cap: Three scores after softmax.
    ```

    \(inlines.map { "A sentence around $\($0)$, which says a little." }.joined(separator: "\n"))

    ```{plot} losses
    series:
      - {x: "=linspace(0.01, 1, 200)", y: -log(x), label: cross-entropy}
      - {x: [0.2, 0.5], y: [1.6, 0.7], kind: points, label: measured}
    fig-cap: A loss.
    ```

    ```{graph} loss
    blocks: ["h = m*x + b", "p = 1/(1 + exp(-h))", "L = -log(p)"]
    at: {m: 1, b: 0.5, x: 2}
    fig-cap: A graph of nine steps, with the derivatives.
    ```

    ```{chain} c
    blocks: ["y = 2x", "z = y^2"]
    at: {x: 3}
    fig-cap: Two blocks.
    ```

    The share is [58%](=close.p.Paris), and the loss is [0.0789](=loss.value).
    """

  private static let displays = [
    #"\hat y_k = \frac{e^{h_k}}{\sum_j e^{h_j}}"#, #"L = -\log \hat y_2 = \log \sum_j e^{h_j} - h_2"#,
    #"\frac{\partial L}{\partial h_k} = \hat y_k - y_k"#, #"W \leftarrow W - \eta \nabla_W L"#,
    #"\mathbb E[x] = \int_{-\infty}^{\infty} x\,p(x)\,dx"#, #"\mathbf x^\top \mathbf W \mathbf x \ge 0"#,
    #"\left(\frac{a}{b}\right)^{n} = \prod_{i=1}^{n} \frac ab"#, #"\sqrt{\frac{1}{n}\sum_i (x_i - \mu)^2}"#,
  ]

  private static let inlines = (1...formulas - displays.count).map { #"\alpha_{\#($0)} x^{\#($0)} + \beta"# }
}
