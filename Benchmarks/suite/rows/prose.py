"""100 prose lessons from nothing."""

from collections.abc import Iterator

from suite.courses.files import prose_course
from suite.tools.gradus import Gradus
from suite.tools.hugo import Hugo
from suite.tools.pandoc import Pandoc
from suite.tools.sphinx import Sphinx
from suite.work import Contender, Setting, Work


def works(setting: Setting) -> Iterator[Work]:
    """The whole build, once with the formulas known to Gradus and once without."""
    course = setting.folder / "prose"
    count = len(prose_course(course, setting.size(100)))
    gradus = Gradus(setting.gradus, course, count)
    yield Work(
        f"{count} prose lessons of 840 words, 18 formulas",
        [
            Contender("Gradus, formulas cached", gradus.build_cached),
            Contender("Gradus, nothing cached", gradus.build_cold),
            Contender("hugo, mathematics left raw", Hugo(course, count).build),
            Contender("Sphinx, mathematics left to the browser", Sphinx(course, count).build_cold),
            Contender("pandoc, MathML", Pandoc(course, count).build),
        ],
        target_seconds=0.5)
