"""Times a function in this process and prints what came of it, as the Swift benchmarks do."""

import json
import sys
import time
from collections.abc import Callable


def report(work: Callable[[], object], answer: Callable[[object], list[float]], repetitions: int | None = None) -> None:
    """Runs once to warm up (compilers, caches), then some times; prints seconds and the answer to compare."""
    repetitions = repetitions or int(sys.argv[-1])
    result = work()
    seconds = []
    for _ in range(repetitions):
        start = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - start)
    print(json.dumps({"seconds": seconds, "answer": answer(result)}))
