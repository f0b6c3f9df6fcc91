"""knitr with R Markdown: one R process that renders the lessons it is given, one after another."""

from pathlib import Path

from suite.courses.files import fresh, require_files, require_pages, write
from suite.measure import Sample, run

SCRIPT = """
arguments <- commandArgs(trailingOnly = TRUE)
format <- rmarkdown::html_document(self_contained = FALSE, theme = NULL)
for (lesson in arguments[-1])
  rmarkdown::render(lesson, format, output_dir = arguments[1], quiet = TRUE)
"""


class Knitr:
    """Renders lessons into one site."""

    def __init__(self, folder: Path):
        self.folder = fresh(folder)
        self.script = folder / "render.R"
        write(self.script, SCRIPT)

    def render(self, lessons: list[Path], plots: int = 0) -> Sample:
        """Runs and renders the lessons anew, with so many plots; what others left in the site stays."""
        for lesson in lessons:
            (self.folder / "site" / f"{lesson.stem}.html").unlink(missing_ok=True)
        sample = run(["Rscript", "--vanilla", self.script, self.folder / "site", *lessons], self.folder)
        require_pages(self.folder / "site", len(lessons))
        require_files(self.folder / "site", "*.png", plots)
        return sample
