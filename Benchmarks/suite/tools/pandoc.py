"""pandoc, one process a lesson and one a core at a time; mathematics becomes MathML."""

import os
from pathlib import Path

from suite.courses.files import fresh, require_pages
from suite.measure import Sample, run

SCRIPT = """
find . -name '*.md' -print0 |
  xargs -0 -n 1 -P "$2" sh -c 'pandoc --standalone --mathml --output "$0/$(basename "$1" .md).html" "$1"' "$1"
"""


class Pandoc:
    """Converts one course, lesson by lesson."""

    def __init__(self, course: Path, pages: int):
        self.course = course
        self.pages = pages
        self.site = course.with_name(f"{course.name}-pandoc")

    def build(self) -> Sample:
        """Converts every lesson into an empty folder."""
        fresh(self.site)
        sample = run(["sh", "-c", SCRIPT, "sh", self.site, str(os.cpu_count())], self.course)
        require_pages(self.site, self.pages)
        return sample
