"""Large courses of prose lessons: time and memory must grow with them in proportion."""

import shutil
from collections.abc import Iterator

from suite.courses.files import prose_course
from suite.tools.gradus import Gradus
from suite.tools.hugo import Hugo
from suite.work import Contender, Setting, Work

SECONDS_PER_LESSON = 0.001
LARGEST = 10_000
LARGEST_BYTES = 500_000_000


def works(setting: Setting) -> Iterator[Work]:
    """1,000, 5,000 and 10,000 lessons, with 200 distinct formulas to every 100."""
    for lessons in [1_000, 5_000, LARGEST]:
        course = setting.folder / f"scale-{lessons}"
        count = len(prose_course(course, setting.size(lessons)))
        gradus, hugo = Gradus(setting.gradus, course, count), Hugo(course, count)
        # Its time is that of typesetting, which the first row measures; here it only fills the cache.
        gradus.build_cold()
        yield Work(
            f"{count:,} prose lessons",
            [
                Contender("Gradus, formulas cached", gradus.build_cached),
                Contender("hugo, mathematics left raw", hugo.build),
            ],
            target_seconds=SECONDS_PER_LESSON * lessons,
            target_bytes=LARGEST_BYTES if lessons == LARGEST else None,
            repetitions=3)
        for folder in setting.folder.glob(f"{course.name}*"):
            shutil.rmtree(folder)
