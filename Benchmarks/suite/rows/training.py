"""Training networks in double precision on one core, beside JAX's compiled loops and numpy."""

from collections.abc import Iterator

from suite.tools import mathematics
from suite.tools.mathematics import PROGRAM, ours, peer
from suite.work import Contender, Setting, Work


def works(setting: Setting) -> Iterator[Work]:
    """The networks start alike and must end alike: losses agree to 9 digits, or nothing is measured."""
    mathematics.build()
    for name, script in (("perceptron", "mlp_jax.py"), ("transformer", "transformer_jax.py")):
        mathematics.compare([PROGRAM, name], mathematics.script(script), tolerance=1e-9)
    yield Work(
        "perceptron 2-64-64-4, batch 256, 1,000 steps of Adam",
        [
            Contender("Gradus", ours("perceptron")), Contender("JAX, compiled loop", peer("mlp_jax.py")),
            Contender("numpy", peer("mlp_numpy.py"))],
        target_ratios={"JAX, compiled loop": 1, "numpy": 1})
    yield Work(
        "transformer of 4 layers, width 64, context 64, batch 16: a step of Adam",
        [
            Contender("Gradus", ours("transformer")), Contender("JAX, compiled step", peer("transformer_jax.py")),
            Contender("numpy", peer("transformer_numpy.py"))],
        target_ratios={"JAX, compiled step": 1, "numpy": 1})
    yield Work(
        "three cities, 6 parameters, 350 steps of Adam, a sample each", [Contender("Gradus", ours("cities"))],
        target_seconds=1e-3)
