"""The Swift benchmarks of Mathematics and their peers in Python: each times itself and prints what it computed."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from suite.measure import CommandFailed, Sample
from suite.tools import VIRTUAL_ENVIRONMENT

HERE = Path(__file__).resolve().parents[2]
PACKAGE = HERE / "mathematics"
PROGRAM = PACKAGE / ".build/release/MathematicsBenchmark"
# One core and one thread each, so that the same machine is compared; the kernels of OpenBLAS are its own choice.
ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "NUMBA_NUM_THREADS": "1", "PATH": "/usr/bin:/bin"}


class DifferentAnswer(Exception):
    """Two programs that should do the same work and computed different things."""


def build() -> None:
    """Builds the Swift benchmarks; says what it compiles."""
    subprocess.run(["swift", "build", "--configuration", "release", "--package-path", PACKAGE], check=True)


def ours(*arguments: str | Path, cores: str = "0") -> Callable[[], Sample]:
    """A run of the Swift program; its best time counts, so that a busy moment does not."""
    return lambda: _run([PROGRAM, *arguments], cores)


def peer(name: str, *arguments: str | Path, cores: str = "0") -> Callable[[], Sample]:
    """A run of a script in the folder of peers."""
    return lambda: _run(script(name, *arguments), cores)


def script(name: str, *arguments: str | Path) -> list[str | Path]:
    """The command that runs a script in the folder of peers."""
    return [VIRTUAL_ENVIRONMENT / "python", HERE / "peers" / name, *arguments]


def answers(command: list[str | Path], cores: str = "0") -> list[float]:
    """What a program computed."""
    return _output(command, cores)["answer"]


def _run(command: list[str | Path], cores: str) -> Sample:
    return Sample(min(_output(command, cores)["seconds"]))


def _output(command: list[str | Path], cores: str) -> dict[str, list[float]]:
    result = subprocess.run(
        ["taskset", "--cpu-list", cores, *map(str, command), "5"], env=ENVIRONMENT, capture_output=True, text=True,
        check=False)
    if result.returncode != 0:
        raise CommandFailed(f"{' '.join(map(str, command))} ended with {result.returncode}:\n{result.stderr[-4000:]}")
    return json.loads(result.stdout.splitlines()[-1])


def compare(ours_command: list[str | Path], peer_command: list[str | Path], tolerance: float) -> None:
    """Fails unless both computed the same numbers, to a relative tolerance."""
    own, other = answers(ours_command), answers(peer_command)
    for left, right in zip(own, other, strict=True):
        if abs(left - right) > tolerance * max(abs(left), abs(right)):
            raise DifferentAnswer(f"{ours_command} computed {own}, {peer_command} {other}")


def require_at_least(ours_command: list[str | Path], peer_command: list[str | Path], slack: float) -> None:
    """Fails where a measure of quality is lower than the peer's by more than a slack."""
    own, other = answers(ours_command), answers(peer_command)
    for left, right in zip(own, other, strict=True):
        if left < right - slack:
            raise DifferentAnswer(f"{ours_command} reached {own} only, {peer_command} {other}")
