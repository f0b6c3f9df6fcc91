"""The loops under everything: matrix products beside OpenBLAS itself, element-wise work beside C by hand."""

from collections.abc import Iterator

from suite.tools import mathematics
from suite.tools.mathematics import ours
from suite.work import Contender, Setting, Work

LOOPS = {
    "exp": "the exponential", "gelu": "GELU", "softmax": "softmax of rows of 1,000",
    "layer-norm": "layer norm of rows of 1,000", "adam": "a step of Adam"}


def works(setting: Setting) -> Iterator[Work]:
    """The loops by hand are written for AVX-512, with the C library's vector functions."""
    mathematics.build()
    for size in (64, 256, 1024):
        yield Work(
            f"product of two {size} × {size} matrices",
            [
                Contender("Gradus, Tensor", ours("product", "tensor", str(size))),
                Contender("OpenBLAS", ours("product", "openblas", str(size)))],
            target_ratios={"OpenBLAS": 0.95})
    for name, title in LOOPS.items():
        yield Work(
            f"{title}, 10⁶ numbers",
            [
                Contender("Gradus", ours("loop", name, "mathematics")),
                Contender("C by hand", ours("loop", name, "hand")),
                Contender("memcpy", ours("loop", "copy", "hand"))],
            target_ratios={"C by hand": 1 / 1.5})
    yield Work(
        "eight trainings side by side",
        [
            Contender("Gradus, 2 cores", ours("cores", "2", cores="0,1")),
            Contender("Gradus, 1 core", ours("cores", "1"))],
        target_ratios={"Gradus, 1 core": 1.8})
