"""Runs one command to its end and says what it took."""

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Sample:
    """What one run took, as far as it is known.

    Processor time is that of all its processes on all cores, peak memory that of the largest process.
    """

    seconds: float
    processor_seconds: float | None = None
    peak_bytes: int | None = None


class CommandFailed(Exception):
    """A command that ended with another status than 0."""


def run(command: list[str | Path], folder: Path, environment: dict[str, str] | None = None) -> Sample:
    """Runs a command in a folder; what it prints is shown only where it fails."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command], cwd=folder, env=os.environ | (environment or {}),
            stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        # Unlike Popen.wait, wait4 tells what this one process and those it waited for have used.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            output.seek(0)
            text = output.read().decode(errors="replace")[-4000:]
            raise CommandFailed(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{text}")
    return Sample(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)
