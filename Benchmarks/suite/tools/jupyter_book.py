"""jupyter-book, which keeps what its notebooks gave until their code changes."""

from pathlib import Path

from suite.courses.files import fresh, require_files, require_pages, write
from suite.measure import Sample, run
from suite.tools import VIRTUAL_ENVIRONMENT

CONFIGURATION = """
title: A course
execute:
  execute_notebooks: cache
sphinx:
  config:
    nb_execution_raise_on_error: true
"""


class JupyterBook:
    """Builds a book of notebooks in MyST Markdown."""

    def __init__(self, folder: Path, notebooks: dict[str, str]):
        self.folder = fresh(folder)
        self.source = folder / "source"
        self.pages = len(notebooks)
        write(self.source / "_config.yml", CONFIGURATION)
        write(self.source / "index.md", "# A course\n")
        chapters = "".join(f"  - file: {name}\n" for name in notebooks)
        write(self.source / "_toc.yml", f"format: jb-book\nroot: index\nchapters:\n{chapters}")
        for name, text in notebooks.items():
            self.edit(name, text)

    def edit(self, name: str, text: str) -> None:
        """Writes one notebook."""
        write(self.source / f"{name}.md", text)

    def build(self) -> Sample:
        """Runs and renders what has changed since the last build."""
        variables = ["IPYTHONDIR", "MPLCONFIGDIR", "JUPYTER_CONFIG_DIR"]
        sample = run(
            [VIRTUAL_ENVIRONMENT / "jupyter-book", "build", "--quiet", "--path-output", self.folder,
             self.source],
            self.folder, {variable: str(self.folder / "settings") for variable in variables})
        require_pages(self.folder / "_build/html", self.pages)
        # Each notebook draws one plot, if it was run.
        require_files(self.folder / "_build/html/_images", "*.png", self.pages)
        return sample

    def build_cold(self) -> Sample:
        """Builds with nothing known and no site."""
        fresh(self.folder / "_build")
        return self.build()
