"""Courses on disk, with what each tool needs beside the lessons."""

import itertools
from pathlib import Path

from suite.courses import prose


def write(path: Path, text: str) -> None:
    """Writes a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def fresh(folder: Path) -> Path:
    """An empty folder where there may have been a full one.

    The full one is moved aside: for some seconds after many deletions ext4 is slow to make new files.
    """
    if folder.exists():
        places = (folder.with_name(f"{folder.name}-old-{number}") for number in itertools.count(1))
        folder.rename(next(place for place in places if not place.exists()))
    folder.mkdir(parents=True)
    return folder


def gradus_course(folder: Path, lessons: list[str]) -> None:
    """The course file of lessons that stand in folders, one part a folder."""
    parts: dict[str, list[str]] = {}
    for lesson in lessons:
        parts.setdefault(str(Path(lesson).parent), []).append(lesson)
    lines = ["title: A course to measure", "parts:"]
    for title, members in parts.items():
        lines += [f"  - title: {title}", "    lessons:"] + [f"      - {member}" for member in members]
    write(folder / "course.yml", "\n".join(lines) + "\n")


def prose_course(folder: Path, lessons: int) -> list[str]:
    """Writes a course of prose lessons; returns their paths."""
    paths = [prose.path(number) for number in range(lessons)]
    for number, path in enumerate(paths):
        write(folder / path, prose.lesson(number))
    gradus_course(folder, paths)
    return paths


def require_files(folder: Path, pattern: str, count: int) -> None:
    """Makes sure that a tool did its work: that there are at least so many files that say something."""
    files = sum(1 for file in folder.rglob(pattern) if file.stat().st_size > 500)
    if files < count:
        raise AssertionError(f"{folder} has {files} files {pattern}, not {count}")


def require_pages(folder: Path, count: int) -> None:
    """Makes sure that there is a page for each lesson."""
    require_files(folder, "*.html", count)
