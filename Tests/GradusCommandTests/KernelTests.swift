import Foundation
import Testing

/// A course has the same bytes whichever kernels OpenBLAS chooses for the processor.
@Suite struct KernelTests {
  /// What multiplies matrices, trains networks, solves systems and finds singular values.
  private static let course = """
    ```{transformer} m
    sentences: [the cat sat on the mat, the dog sat on the rug, a bird sat on the roof, a dog ran to a mat]
    layers: 2
    width: 16
    heads: 2
    steps: 60
    fig-cap: It ends at [](=m.training.loss "0.000000000000").
    ```

    ```{gradients} g
    model: =m
    prompt: the cat sat on the
    target: rug
    ```

    ```{states} v
    model: =m
    prompts: [the cat sat on the, the dog sat on the, a bird sat on the, a dog ran to a, a cat sat on a]
    labels: {animal: [cat, dog, bird, dog, cat]}
    neighbours: 2
    ```

    ```{umap} u
    points: =v.final
    labels: {animal: [cat, dog, bird, dog, cat]}
    neighbours: 3
    ```

    ```{sample} t
    rows: 80
    columns:
      x: normal(0, 1)
      y: normal(0, 1)
      side: if(x^2 + y^2 < 1.4, "inside", "outside")
    output: false
    ```

    ```{train} r
    data: =t
    inputs: [x, y]
    target: side
    hidden: [24, 24]
    batch: 16
    steps: 80
    learning-rate: 0.02
    seeds: 2
    frames: 3
    ```

    ```{fit} f
    data: =t
    model: y = a + b*x + c*x^2 + k*exp(x/4)
    start: {a: 0, b: 0, c: 0, k: 0}
    ```

    [](=r.end.loss) [](=f.standard_error.b)

    """

  @Test func `a site has the same bytes with the kernels of every processor`() async throws {
    let sandbox = try Sandbox()
    try sandbox.writeLesson(Self.course, to: "lesson.md")
    // The kernels of SkylakeX need AVX-512; where the processor has none, OpenBLAS takes those of Haswell.
    let kernels = ["Prescott", "Nehalem", "Sandybridge", "Haswell", "SkylakeX"]
    for kernel in kernels {
      let environment = ["OPENBLAS_CORETYPE": kernel, "XDG_CACHE_HOME": sandbox.place("cache of \(kernel)")]
      let ending = try await sandbox.gradus(
        "build", "lesson.md", "--output", kernel, environment: environment, limit: 120)
      try #require(ending.status == 0, "\(ending.everything)")
    }
    let sites = try kernels.map { try sandbox.tree($0) }
    #expect(sites[0].keys.contains("index.html"))
    for (kernel, site) in zip(kernels, sites) { #expect(site == sites[0], "\(kernel)") }
  }
}
