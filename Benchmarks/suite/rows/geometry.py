"""Linear algebra and the geometry of points, beside numpy, scikit-learn and umap-learn."""

from collections.abc import Iterator

from suite.tools import mathematics
from suite.tools.mathematics import PROGRAM, ours, peer
from suite.work import Contender, Setting, Work


def works(setting: Setting) -> Iterator[Work]:
    """UMAP's layouts differ, so their trustworthiness is compared: ours may be less by 0.01 at most."""
    mathematics.build()
    for name, title in (
            ("pca", "principal components of 5,000 points of 64 dimensions"),
            ("eigenvalues", "eigenvalues and vectors of a symmetric 500 × 500 matrix")):
        mathematics.compare(
            [PROGRAM, name], mathematics.script("linear_algebra_numpy.py", name), tolerance=1e-10)
        yield Work(
            title, [Contender("Gradus", ours(name)), Contender("numpy", peer("linear_algebra_numpy.py", name))],
            target_ratios={"numpy": 1 / 1.1})
    yield Work(
        "15 nearest neighbours of 5,000 points of 64 dimensions",
        [
            Contender("Gradus", ours("neighbours")),
            Contender("scikit-learn, brute force", peer("neighbours_sklearn.py"))],
        target_ratios={"scikit-learn, brute force": 1})
    mathematics.require_at_least([PROGRAM, "umap"], mathematics.script("umap_learn.py"), slack=0.01)
    yield Work(
        "UMAP of 5,000 points of 64 dimensions",
        [Contender("Gradus", ours("umap")), Contender("umap-learn, seeded", peer("umap_learn.py"))],
        target_ratios={"umap-learn, seeded": 10}, repetitions=1)
