"""A piece of work, those who do it, and what came of it."""

import statistics
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from suite.measure import Sample


@dataclass(frozen=True)
class Setting:
    """Where and how thoroughly to measure."""

    gradus: Path
    folder: Path
    repetitions: int
    # Divides the sizes of courses; above 1 the numbers say whether things work, not how fast they are.
    divisor: int = 1
    # A table of training runs that is not ours to publish.
    chinchilla: Path | None = None

    def size(self, lessons: int) -> int:
        """A course's size after the division."""
        return max(lessons // self.divisor, 4)


@dataclass
class Contender:
    """A tool that does the work; each call does it once, with its preparation outside of the time."""

    name: str
    attempt: Callable[[], Sample]
    samples: list[Sample] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """The median wall time."""
        return statistics.median(sample.seconds for sample in self.samples)

    @property
    def spread(self) -> tuple[float, float]:
        """The shortest and the longest time."""
        times = [sample.seconds for sample in self.samples]
        return min(times), max(times)

    @property
    def processor_seconds(self) -> float | None:
        """The median processor time; nothing where it was not measured."""
        return _median(sample.processor_seconds for sample in self.samples)

    @property
    def peak_bytes(self) -> float | None:
        """The median of the peaks; nothing where memory was not measured."""
        return _median(sample.peak_bytes for sample in self.samples)


def _median(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return statistics.median(known) if known else None


@dataclass
class Work:
    """One line of the table: Gradus first, then its peers."""

    title: str
    contenders: list[Contender]
    target_seconds: float | None = None
    target_bytes: int | None = None
    repetitions: int | None = None
    # How many times as long as ours the named contender should take, at least.
    target_ratios: dict[str, float] = field(default_factory=dict)

    def measure(self, setting: Setting, report: Callable[[str], None]) -> None:
        """Lets the contenders take turns, so that a busy minute of the machine falls on all of them."""
        repetitions = min(setting.repetitions, self.repetitions or setting.repetitions)
        for repetition in range(repetitions):
            for contender in self.contenders:
                report(f"{self.title}: {contender.name} {repetition + 1}/{repetitions}")
                contender.samples.append(contender.attempt())


Row = Callable[[Setting], Iterator[Work]]
