"""One of 100 prose lessons edited, until its page shows it."""

import itertools
from collections.abc import Iterator

from suite.courses import prose
from suite.courses.files import prose_course, write
from suite.measure import Sample
from suite.tools.gradus import Gradus
from suite.tools.hugo import Hugo
from suite.tools.knitr import Knitr
from suite.tools.preview import Preview
from suite.tools.sphinx import Sphinx
from suite.work import Contender, Setting, Work


def works(setting: Setting) -> Iterator[Work]:
    """The same lesson gets another word before each turn of a tool."""
    course = setting.folder / "edited"
    count = len(prose_course(course, setting.size(100)))
    number = count // 2
    lesson = prose.path(number)
    signs = (f"edit{''.join(letters)}" for letters in itertools.product("abcdefghij", repeat=3))
    gradus = Gradus(setting.gradus, course, count)
    gradus.build_cold()
    sphinx, hugo, knitr = Sphinx(course, count), Hugo(course, count), Knitr(setting.folder / "edited-knitr")
    sphinx.build_cold()

    def edit_sphinx() -> Sample:
        write(sphinx.source / lesson, prose.lesson(number, next(signs)))
        return sphinx.build()

    def edit_hugo() -> Sample:
        write(course / lesson, prose.lesson(number, next(signs)))
        return hugo.build()

    def edit_knitr() -> Sample:
        copy = knitr.folder / "lesson.Rmd"
        write(copy, prose.lesson(number, next(signs)))
        return knitr.render([copy])

    with Preview(gradus) as preview:
        def edit_gradus() -> Sample:
            sign = next(signs)
            page = lesson.removesuffix(".md") + ".html"
            return preview.edit(course / lesson, page, prose.lesson(number, sign), sign)

        yield Work(
            f"one of {count} prose lessons edited",
            [
                Contender("Gradus, saved until the page is loaded again", edit_gradus),
                Contender("hugo, whole build", edit_hugo),
                Contender("Sphinx, incremental build", edit_sphinx),
                Contender("knitr, that page alone", edit_knitr),
            ],
            target_seconds=0.05)
