"""Gradus itself: a build with a cache of its own, so that nobody's is touched."""

from pathlib import Path

from suite.courses.files import fresh, require_pages
from suite.measure import Sample, run


class Gradus:
    """Builds one course."""

    def __init__(self, program: Path, course: Path, pages: int):
        self.program = program
        self.course = course
        self.pages = pages
        self.site = course.with_name(f"{course.name}-gradus")
        self.cache = course.with_name(f"{course.name}-gradus-cache")

    @property
    def environment(self) -> dict[str, str]:
        """What tells Gradus where its cache is."""
        return {"XDG_CACHE_HOME": str(self.cache)}

    def build(self) -> Sample:
        """Builds with whatever the cache holds and the site as it stands."""
        sample = run(
            [self.program, "build", self.course, "--output", self.site], self.course, self.environment)
        require_pages(self.site, self.pages)
        return sample

    def build_cold(self) -> Sample:
        """Builds with nothing known and no site."""
        fresh(self.cache)
        fresh(self.site)
        return self.build()

    def build_cached(self) -> Sample:
        """Builds with everything known that an earlier build could know, and no site."""
        if not self.cache.exists():
            self.build_cold()
        fresh(self.site)
        return self.build()
