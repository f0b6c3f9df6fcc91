"""A lesson of five cells of code: new to the tool, and after one cell was edited."""

import itertools
import subprocess
from collections.abc import Iterator

from suite.courses import cells
from suite.courses.files import fresh, gradus_course, write
from suite.measure import Sample
from suite.tools.gradus import Gradus
from suite.tools.jupyter_book import JupyterBook
from suite.tools.knitr import Knitr
from suite.work import Contender, Setting, Work


def works(setting: Setting) -> Iterator[Work]:
    """What the compiler has read of the system's headers is kept for all lessons, like a kernel that is installed."""
    subprocess.run(
        ["swift", "build", "--configuration", "release", "--product", "GradusCells", "--quiet"],
        cwd=setting.gradus.resolve().parents[2], check=False)
    course = setting.folder / "cells"
    lesson = course / "part/walk.md"
    gradus_course(course, ["part/walk.md"])
    gradus = Gradus(setting.gradus, course, 1)
    book = JupyterBook(setting.folder / "cells-book", {"walk": cells.myst()})
    knitr = Knitr(setting.folder / "cells-knitr")
    report = knitr.folder / "walk.Rmd"
    editions = itertools.count(1)

    def gradus_new() -> Sample:
        write(lesson, cells.gradus(next(editions)))
        fresh(gradus.site)
        return gradus.build()

    def edit_gradus() -> Sample:
        write(lesson, cells.gradus(next(editions)))
        return gradus.build()

    def edit_book() -> Sample:
        book.edit("walk", cells.myst(next(editions)))
        return book.build()

    def edit_knitr() -> Sample:
        write(report, cells.r_markdown(next(editions)))
        return knitr.render([report], plots=1)

    write(lesson, cells.gradus())
    yield Work(
        "a lesson of five cells",
        [
            Contender("Gradus, a new lesson", gradus_new),
            Contender("Gradus, nothing cached at all", gradus.build_cold),
            Contender("jupyter-book", book.build_cold),
            Contender("R Markdown", edit_knitr),
        ],
        target_seconds=0.5, repetitions=3)
    yield Work(
        "the same, one cell edited",
        [
            Contender("Gradus", edit_gradus),
            Contender("jupyter-book", edit_book),
            Contender("R Markdown", edit_knitr),
        ],
        target_seconds=0.5)
