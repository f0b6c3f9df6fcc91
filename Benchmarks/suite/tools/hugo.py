"""hugo, with the smallest theme that links a lesson with its neighbours; mathematics is left as it is."""

from pathlib import Path

from suite.courses.files import fresh, require_pages, write
from suite.measure import Sample, run

PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main><h1>{{ .Title }}</h1>
{{ .TableOfContents }}
{{ .Content }}
{{ range .Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
</main></body></html>
"""


CONFIGURATION = """
baseURL = "https://example.org/"
title = "A course"
disableKinds = ["taxonomy", "term"]
"""


class Hugo:
    """Builds one course."""

    def __init__(self, course: Path, pages: int):
        self.course = course
        self.pages = pages
        self.folder = fresh(course.with_name(f"{course.name}-hugo"))
        write(self.folder / "hugo.toml", CONFIGURATION)
        for layout in ["single", "list"]:
            write(self.folder / f"layouts/_default/{layout}.html", PAGE)

    def build(self) -> Sample:
        """Builds every page into an empty folder."""
        site = fresh(self.folder / "public")
        sample = run(
            ["hugo", "--quiet", "--source", self.folder, "--contentDir", self.course,
             "--cacheDir", self.folder / "cache", "--destination", site], self.folder)
        require_pages(site, self.pages)
        return sample
