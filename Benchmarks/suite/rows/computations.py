"""20 lessons that compute: from nothing, again, and after one edit."""

import itertools
from collections.abc import Iterator

from suite.courses import computations
from suite.courses.files import gradus_course, write
from suite.measure import Sample
from suite.tools.gradus import Gradus
from suite.tools.jupyter_book import JupyterBook
from suite.tools.knitr import Knitr
from suite.work import Contender, Setting, Work

EDITED = 3


def works(setting: Setting) -> Iterator[Work]:
    """Three lines of the table, each built upon the one before."""
    numbers = range(setting.size(20))
    course = setting.folder / "computations"
    paths = {number: f"part/experiment-{number:02}.md" for number in numbers}
    for number, path in paths.items():
        write(course / path, computations.gradus(number))
    gradus_course(course, list(paths.values()))
    gradus = Gradus(setting.gradus, course, len(numbers))
    book = JupyterBook(
        setting.folder / "book", {f"experiment-{number:02}": computations.myst(number) for number in numbers})
    knitr = Knitr(setting.folder / "computations-knitr")
    reports = {number: knitr.folder / f"experiment-{number:02}.Rmd" for number in numbers}
    for number, path in reports.items():
        write(path, computations.r_markdown(number))
    editions = itertools.count(1)

    def edit_gradus() -> Sample:
        write(course / paths[EDITED], computations.gradus(EDITED, next(editions)))
        return gradus.build()

    def edit_book() -> Sample:
        book.edit(f"experiment-{EDITED:02}", computations.myst(EDITED, next(editions)))
        return book.build()

    def edit_knitr() -> Sample:
        write(reports[EDITED], computations.r_markdown(EDITED, next(editions)))
        return knitr.render([reports[EDITED]], plots=1)

    yield Work(
        f"{len(numbers)} lessons with 3 computations and a plot",
        [
            Contender("Gradus, nothing cached", gradus.build_cold),
            Contender("jupyter-book", book.build_cold),
            Contender("knitr", lambda: knitr.render(list(reports.values()), plots=len(reports))),
        ],
        target_seconds=1, repetitions=3)
    yield Work(
        "the same, nothing changed",
        [Contender("Gradus", gradus.build), Contender("jupyter-book", book.build)],
        target_seconds=0.05)
    yield Work(
        "the same, one computation edited",
        [
            Contender("Gradus", edit_gradus),
            Contender("jupyter-book", edit_book),
            Contender("knitr, that page alone", edit_knitr),
        ],
        target_seconds=0.1)
