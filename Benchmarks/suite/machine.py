"""What the numbers of a run depend on."""

import os
import platform
import re
import subprocess
from pathlib import Path

from suite.tools import VIRTUAL_ENVIRONMENT

VERSIONS = {
    "hugo": ["hugo", "version"],
    "pandoc": ["pandoc", "--version"],
    "Sphinx": [VIRTUAL_ENVIRONMENT / "sphinx-build", "--version"],
    "jupyter-book": [VIRTUAL_ENVIRONMENT / "jupyter-book", "--version"],
    "knitr": ["Rscript", "-e", "cat(format(packageVersion('knitr')))"],
}


def description(gradus: Path) -> str:
    """The processor, how busy it is, and the version of each tool."""
    information = Path("/proc/cpuinfo").read_text()
    model = re.search(r"model name\s*: (.*)", information)
    load = os.getloadavg()[0]
    commands = {"Gradus": [gradus, "--version"], **VERSIONS}
    versions = ", ".join(f"{name} {_version(command)}" for name, command in commands.items())
    return (
        f"{model[1] if model else platform.machine()}, {os.cpu_count()} cores, "
        f"load {load:.1f} before the first run. {versions}.")


def _version(command: list[str | Path]) -> str:
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"\d+(\.\d+)+", output)
    return found[0] if found else "unknown"
