import Expressions
import LessonTesting
import Testing

/// `{dimension}`: clouds of known dimension, points of a lesson, and what cannot be told.
@Suite struct DimensionTests {
  @Test(arguments: [("gaussian", 2, 2), ("cube", 3, 3), ("ball", 2, 2), ("sphere", 2, 3), ("torus", 1, 2)])
  func cloudsHaveTheirDimension(cloud: String, dimension: Int, width: Int) async {
    let found = await numbers(
      [
        "t.estimate", "t.standard_error", "t.regression", "l.estimate", "l.standard_error", "t.width",
        "t.points",
      ],
      after: """
        ```{dimension} t
        cloud: \(cloud)
        dimension: \(dimension)
        seed: 1
        ```

        ```{dimension} l
        cloud: \(cloud)
        dimension: \(dimension)
        method: levina-bickel
        average: inverses
        seed: 1
        ```
        """)
    let d = Double(dimension)
    // Within four standard errors, which for two-nn are d / √998, and 3 % for the edges of the cloud.
    expectClose([found[1] / found[0]], [1 / 998.0.squareRoot()])
    #expect(abs(found[0] - d) <= 4 * found[1] + 0.03 * d)
    #expect(abs(found[2] - d) <= 5 * found[1] + 0.03 * d)
    #expect(abs(found[3] - d) <= 4 * found[4] + 0.03 * d)
    #expect(found[5...] == [Double(width), 1000])
  }

  @Test func aCurvedSurfaceInSpaceHasTwoDimensions() async {
    let found = await numbers(
      [
        "a.estimate", "b.estimate", "length(b.by_neighbours)", "length(b.local)", "b.by_neighbours_2",
        "a.width",
      ],
      after: """
        ```{sample} s
        rows: 1500
        columns:
          x1: uniform(0, 4)
          x2: uniform(0, 4)
          x3: 1 + cos(x2)
        seed: 5
        ```

        ```{dimension} a
        points: =s
        ```

        ```{dimension} b
        points: =s
        method: levina-bickel
        neighbours: [10, 20]
        factor: unbiased
        ```
        """)
    // The standard error of the first is 2 / √1500 = 0.05; edges cost a few hundredths.
    #expect(abs(found[0] - 2) <= 0.2 && abs(found[1] - 2) <= 0.1)
    #expect(found[2...3] == [2, 1500] && abs(found[4] - 2) <= 0.1 && found[5] == 3)
  }

  @Test func copiesAreCounted() async {
    let found = await numbers(
      ["d.points", "d.duplicates", "length(d.height)", "length(d.log_ratio)"],
      after: "```{dimension} d\npoints: {x: [1, 2, 4, 4, 9, 1], y: [0, 0, 1, 1, 5, 0]}\n```")
    #expect(found == [4, 2, 3, 3])
  }

  @Test func whatCannotBeTold() async {
    await expect(
      """
      ```{⟦parameter⟧dimension}
      count: 100
      ```

      ```{dimension}
      cloud: ⟦parameter⟧cube
      ```

      ```{dimension}
      points: [[1], [2], [4]]
      cloud: ⟦parameter⟧cube
      dimension: ⟦parameter⟧3
      neighbours: ⟦parameter⟧5
      ```

      ```{dimension}
      points: ⟦parameter⟧[[1, 1], [1, 1], [1, 1], [2, 2]]
      ```

      ```{dimension}
      points: ⟦parameter⟧[[1], [2], [4], [8]]
      method: levina-bickel
      neighbours: [3, 5]
      ```

      ```{⟦experiment⟧dimension}
      points: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      ```

      ```{dimension}
      cloud: gaussian
      dimension: 1000
      count: ⟦parameter⟧20000
      ```

      ```{dimension}
      cloud: ⟦parameter⟧cubes
      dimension: 2
      method: levina-bickel
      neighbours: ⟦parameter⟧[]
      ```
      """)
  }
}
