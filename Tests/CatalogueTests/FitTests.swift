import Engine
import Expressions
import LessonTesting
import Testing

/// `{fit}` against values from elsewhere.
@Suite struct FitTests {
  /// NIST StRD, nonlinear regression, dataset Misra1a (public domain), from its first start.
  static let misra1a = """
    ```{table} t
    columns:
      y: [10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.40, 75.47, 81.78]
      x: [77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0]
    units: {x: Torr, y: mL}
    ```

    ```{fit} f
    data: =t
    model: y = b1 * (1 - exp(-b2 * x))
    start: {b1: 500, b2: 0.0001}
    ```
    """

  /// Relative differences of found numbers from certified ones.
  private func expectDigits(_ found: [Double], _ certified: [Double], _ digits: Double) {
    #expect(found.count == certified.count)
    for (one, other) in zip(found, certified) {
      #expect(abs(one / other - 1) < Double.pow(10, -digits), "\(one) where \(other) is certified")
    }
  }

  /// NIST prints 11 digits of its certified values.
  @Test func misra1aFromItsFirstStart() async {
    let found = await numbers(
      [
        "f.b1", "f.b2", "f.standard_error.b1", "f.standard_error.b2", "f.residual_sum_of_squares",
        "f.residual_standard_deviation", "f.degrees_of_freedom", "f.objective",
      ], after: Self.misra1a)
    expectDigits(
      found,
      [
        2.3894212918E+02, 5.5015643181E-04, 2.7070075241E+00, 7.2668688436E-06, 1.2455138894E-01,
        1.0187876330E-01, 12, 1.2455138894E-01,
      ], 9.5)
  }

  /// NIST StRD, dataset MGH10 (public domain; Meyer 1970), from its distant first start.
  @Test func mgh10FromItsFirstStart() async {
    let found = await numbers(
      ["f.b1", "f.b2", "f.b3", "f.standard_error.b1", "f.standard_error.b2", "f.standard_error.b3"],
      after: """
        ```{fit} f
        data:
          y: [34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307,
            2872]
          x: [50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100, 105, 110, 115, 120, 125]
        model: y = b1 * exp(b2/(x + b3))
        start: {b1: 2, b2: 400000, b3: 25000}
        ```
        """)
    expectDigits(
      found,
      [
        5.6096364710E-03, 6.1813463463E+03, 3.4522363462E+02, 1.5687892471E-04, 2.3309021107E+01,
        7.8486103508E-01,
      ], 9)
  }

  /// NIST StRD, dataset BoxBOD (public domain; Box, Hunter and Hunter 1978), from its first start.
  @Test func boxBODFromItsFirstStart() async {
    let found = await numbers(
      ["f.b1", "f.b2", "f.standard_error.b1", "f.standard_error.b2", "f.residual_sum_of_squares"],
      after: """
        ```{fit} f
        data: {y: [109, 149, 149, 191, 213, 224], x: [1, 2, 3, 5, 7, 10]}
        model: y = b1*(1 - exp(-b2*x))
        start: {b1: 1, b2: 1}
        ```
        """)
    expectDigits(
      found,
      [2.1380940889E+02, 5.4723748542E-01, 1.2354515176E+01, 1.0455993237E-01, 1.1680088766E+03], 9)
  }

  /// A straight line through (1, 1), (2, 3), (3, 4), (4, 4): slope 1, intercept 1/2 and squares 1 by the normal
  /// equations; the slope's error is √(1/2 / 5), its interval reaches 4.3026527297494639 of them (mpmath).
  @Test func aStraightLineIsSolvedDirectly() async {
    let line = """
      ```{fit} f
      data: {x: [1, 2, 3, 4], y: [1, 3, 4, 4]}
      model: y = a + b * x
      start: {a: [0, 1e6], b: 0}
      ```
      """
    let found = await numbers(
      [
        "f.a", "f.b", "f.residual_sum_of_squares", "f.standard_error.b", "f.interval.b_1", "f.r_squared",
        "f.predict(10)", "f.fitted_4", "f.residuals_2", "f.starts", "f.degrees_of_freedom",
      ], after: line)
    let error = (0.1).squareRoot()
    // The total sum of squares about the mean 3 is 6.
    expectClose(
      found, [0.5, 1, 1, error, 1 - 4.3026527297494639 * error, 5.0 / 6, 10.5, 4.5, 0.5, 1, 2], within: 1e-13)
    await expect(
      "\(line)\n\n[solved directly, the model is linear in its coefficients](=f.verdict)", claims: "1/0/0")
  }

  /// In the space of logarithms a power law is a straight line: points on 3 x² scattered by factors of 2 and 1/2.
  @Test func logarithmsMakeRatiosCount() async {
    let found = await numbers(
      ["f.a", "f.b", "f.residual_sum_of_squares", "f.predict(2)"],
      after: """
        ```{fit} f
        data: {x: [1, 1, 10, 10], y: [6, 1.5, 600, 150]}
        model: y = a * x^b
        start: {a: 1, b: 1}
        space: log
        ```
        """)
    // Four residuals of log 2.
    expectClose(found, [3, 2, 1.921812055672806, 12], within: 1e-10)
  }

  /// With a threshold of 1 the mean of 0, 0, 0, 10 under Huber's loss is where 3m = 1; its objective is
  /// 3 m²/2 + (10 − m − 1/2).
  @Test func hubersLossBoundsTheWeightOfAnOutlier() async {
    let found = await numbers(
      ["f.m", "f.objective"],
      after: """
        ```{fit} f
        data: {y: [0, 0, 0, 10]}
        model: y = m
        start: {m: 5}
        loss: huber
        delta: 1
        ```
        """)
    expectClose(found, [1.0 / 3, 1.0 / 6 + 9.5 - 1.0 / 3], within: 1e-7)
  }

  /// With a threshold past all deviations Huber's loss is half the squares, so that its standard error is that of the
  /// mean, s/√n with s² = 90/4.
  @Test func hubersLossHasStandardErrors() async {
    let found = await numbers(
      ["f.m", "f.standard_error.m"],
      after: """
        ```{fit} f
        data: {y: [-5, -2, 1, 4, 7]}
        model: y = m
        start: {m: 5}
        loss: huber
        delta: 100
        ```
        """)
    expectClose(found, [1, (90.0 / 4 / 5).squareRoot()], within: 1e-12)
  }

  /// A mean of means drawn with replacement varies by √(Σ (y − m)² / n²) (Efron 1979), and with 40 numbers nearly as a
  /// normal variable; 20,000 samples give its 2.5 % quantile to about a hundredth.
  @Test func theBootstrapDrawsRowsAgain() async {
    func lesson(seed: String, frontMatter: String = "") -> String {
      """
      ---
      title: Test\(frontMatter)
      ---

      ```{let}
      y: "=linspace(-1, 1, 40)"
      ```

      ```{fit} f
      data: {y: =y}
      model: y = m
      start: {m: 5}
      bootstrap: 20000\(seed)
      ```
      """
    }
    let wanted = ["f.bootstrap.m_1", "f.bootstrap.m_2", "f.bootstrap_samples"]
    let found = await numbers(wanted, after: lesson(seed: ""))
    let squares = (0..<40).map { (index: Int) -> Double in
      let y = Double(index) * 2 / 39 - 1
      return y * y
    }
    let half = 1.959964 * squares.reduce(0, +).squareRoot() / 40
    #expect(abs(found[0] + half) < 0.03 * half && abs(found[1] - half) < 0.03 * half, "\(found)")
    #expect(found[2] == 20_000)
    let again = await numbers(wanted, after: lesson(seed: "\nseed: 0"))
    let other = await numbers(wanted, after: lesson(seed: "\nseed: 1"))
    #expect(again == found && other != found)
    let fromFrontMatter = await numbers(wanted, after: lesson(seed: "", frontMatter: "\nseed: 1"))
    #expect(fromFrontMatter == other)
  }

  /// A mean weighted by 1/σ²: (1 + 4·2) / 5.
  @Test func deviationsWeighMeasurements() async {
    let found = await numbers(
      ["f.m"],
      after: """
        ```{fit} f
        data: {y: [1, 2], s: [2, 1]}
        model: y = m
        start: {m: 5}
        sigma: s
        ```
        """)
    expectClose(found, [1.8])
  }

  @Test func boundsHold() async {
    let found = await numbers(
      ["f.a", "f.b", "length(f.standard_error)"],
      after: """
        ```{let}
        least: 2
        ```

        ```{fit} f
        data: {x: [1, 2, 3], y: [1, 2, 3.3]}
        model: y = a + b*x
        start: {a: 3, b: 1}
        bounds: {a: [least, inf], b: [-inf, 10]}
        ```
        """)
    // With a = 2 the best b is Σ x (y − 2) / Σ x².
    expectClose(found, [2, (-1 + 0 + 3.9) / 14.0, 1], within: 1e-9)
  }

  /// sin has many minima; only some starts lead to the best.
  @Test func everyCombinationOfStartsIsTried() async {
    let found = await numbers(
      ["f.w", "f.starts", "f.starts_that_agree"],
      after: """
        ```{let}
        x: =linspace(0, 6, 40)
        ```

        ```{fit} f
        data: {x: =x, y: =sin(3x)}
        model: y = a * sin(w*x)
        start: {a: [1, 2], w: [0.3, 2.9, 9]}
        ```
        """)
    #expect(abs(found[0] - 3) < 1e-9 && found[1] == 6 && found[2] >= 2 && found[2] < 6, "\(found)")
  }

  @Test func constantsOfTheLessonAndOfMathematics() async {
    let found = await numbers(
      ["f.a", "g.e", "g.predict(3, 4)"],
      after: """
        ```{let}
        k: 2
        curve: {scale: 3}
        ```

        ```{fit} f
        data: {x: [1, 2], y: [6, 12]}
        model: y = a * k * curve.scale * x * pi / pi
        start: {a: 7}
        ```

        ```{fit} g
        data: {z: [1, 2, 5], x: [1, 3, 4], y: [5, 13, 22]}
        model: y = e * x + 2 * z + 0 * k
        start: {e: 1}
        ```
        """)
    expectClose(found, [1, 3, 17], within: 1e-12)
  }

  @Test func theFigureDescribesItself() async {
    let report = await expect(Self.misra1a)
    guard case .figure(let figure)? = report.outcomes.last??.displays.first else {
      Issue.record("there is no figure")
      return
    }
    #expect(
      figure.description.hasPrefix(
        "The model y = b1 * (1 - exp(-b2 * x)), fitted to 14 rows: b1 = 238.9 ± 2.7, b2 = 0.0005502 ± 7.3×10^−6."
      ))
    for word in ["x (Torr)", "y (mL)", "95% confidence"] {
      #expect(figure.description.contains(word), "\(word)")
    }
    #expect(figure.svg.hasPrefix("<svg"))
  }
}
