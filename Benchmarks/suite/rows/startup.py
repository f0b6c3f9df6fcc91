"""How long a command takes to say its version."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from suite.measure import Sample, run
from suite.tools import VIRTUAL_ENVIRONMENT
from suite.work import Contender, Setting, Work


def works(setting: Setting) -> Iterator[Work]:
    """Memory is left out: so small a program is measured as large as the one that started it."""
    def start(*command: str | Path) -> Callable[[], Sample]:
        return lambda: replace(run(list(command), setting.folder), peak_bytes=None)

    yield Work(
        "starting up: the version",
        [
            Contender("Gradus", start(setting.gradus, "--version")),
            Contender("hugo", start("hugo", "version")),
            Contender("pandoc", start("pandoc", "--version")),
            Contender("Sphinx", start(VIRTUAL_ENVIRONMENT / "sphinx-build", "--version")),
            Contender("R", start("Rscript", "--vanilla", "-e", "0")),
        ],
        target_seconds=0.02)
