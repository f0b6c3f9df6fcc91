"""Fitting laws to data, beside scipy."""

from collections.abc import Iterator

from suite.tools import mathematics
from suite.tools.mathematics import PROGRAM, ours, peer
from suite.work import Contender, Setting, Work


def works(setting: Setting) -> Iterator[Work]:
    """Both must reach the same optimum, or nothing is measured."""
    mathematics.build()
    mathematics.compare([PROGRAM, "power-law"], mathematics.script("power_law_scipy.py"), tolerance=1e-8)
    yield Work(
        "a power law with a floor, 50 points, from 200 starts",
        [Contender("Gradus", ours("power-law")), Contender("scipy, curve_fit", peer("power_law_scipy.py"))],
        target_ratios={"scipy, curve_fit": 1})
    if setting.chinchilla is None:
        return
    table = setting.chinchilla
    mathematics.compare(
        [PROGRAM, "chinchilla", table], mathematics.script("chinchilla_scipy.py", table), tolerance=1e-8)
    yield Work(
        "the Chinchilla law, 240 runs: one start",
        [
            Contender("Gradus", ours("chinchilla", table)),
            Contender("scipy, L-BFGS-B with the gradient", peer("chinchilla_scipy.py", table))],
        target_ratios={"scipy, L-BFGS-B with the gradient": 10}, repetitions=2)
