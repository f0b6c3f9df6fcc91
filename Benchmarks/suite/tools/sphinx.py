"""Sphinx with myst-parser, on every core; mathematics is left to MathJax in the browser."""

import shutil
from pathlib import Path

from suite.courses.files import fresh, require_pages, write
from suite.measure import Sample, run
from suite.tools import VIRTUAL_ENVIRONMENT

CONFIGURATION = """
extensions = ["myst_parser", "sphinx.ext.mathjax"]
project = "A course"
html_theme = "basic"
myst_enable_extensions = ["dollarmath", "strikethrough", "tasklist"]
suppress_warnings = ["myst.strikethrough"]
exclude_patterns = ["course.yml"]
"""


class Sphinx:
    """Builds a copy of one course, to which it needs an index to be added."""

    def __init__(self, course: Path, pages: int):
        self.pages = pages
        self.folder = fresh(course.with_name(f"{course.name}-sphinx"))
        self.source = self.folder / "source"
        shutil.copytree(course, self.source)
        write(self.source / "conf.py", CONFIGURATION)
        write(self.source / "index.md", "# A course\n\n```{toctree}\n:glob:\n\npart-*/*\n```\n")

    def build(self) -> Sample:
        """Builds what has changed since the last build."""
        sample = run(
            [VIRTUAL_ENVIRONMENT / "sphinx-build", "-q", "-j", "auto", "-d", self.folder / "doctrees",
             self.source, self.folder / "html"], self.folder)
        require_pages(self.folder / "html", self.pages)
        return sample

    def build_cold(self) -> Sample:
        """Builds with nothing known and no site."""
        fresh(self.folder / "doctrees")
        fresh(self.folder / "html")
        return self.build()
