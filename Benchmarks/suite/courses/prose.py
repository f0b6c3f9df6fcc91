"""A lesson of 840 words and 18 formulas, in Markdown that every tool of the table reads."""

import random
import re
from pathlib import Path

from suite.courses import formulas
from suite.courses.words import phrase, sentences, wrapped

BLOCK = 100
WORDS = 840
INLINE_FORMULAS = 12
SECTIONS = 6
FOOTNOTES = 2

NOT_PROSE = re.compile(
    r"```.*?```|\$\$.*?\$\$|\$[^$]*\$|`[^`]*`|\]\([^)]*\)|\[\^\w+\]", re.DOTALL)


def path(number: int) -> str:
    """Where a lesson stands in its course."""
    return f"part-{number // BLOCK:03}/lesson-{number:05}.md"


def title(number: int) -> str:
    """What a lesson is called."""
    return f"Lesson {number} of a long course"


def lesson(number: int, edit: str = "") -> str:
    """The text of a lesson; an edit is a word that is added to it."""
    source = random.Random(number)
    head = f"---\ntitle: {title(number)}\ndescription: {phrase(source, 8)}\n---"
    sections = [_section(source, number, place) for place in range(SECTIONS)]
    body = "\n\n".join(["\n\n".join(sections), *_footnotes(source)])
    missing = WORDS - count(body) - len(edit.split())
    opening = wrapped([*edit.split(), *sentences(source, missing)])
    return f"{head}\n\n{opening}\n\n{body}\n"


def count(text: str) -> int:
    """The words of a lesson outside of its formulas, code and addresses."""
    return len(re.findall(r"[A-Za-z]+", NOT_PROSE.sub(" ", text)))


def _section(source: random.Random, number: int, place: int) -> str:
    block = number // BLOCK
    inlines = [formulas.inline(block, number * INLINE_FORMULAS + 2 * place + k) for k in range(2)]
    opening = _paragraph(source, 60, [*inlines, *_marks(source, number, place)])
    display = formulas.display(block, number * SECTIONS + place)
    closing = _paragraph(source, 40, [f"~~{phrase(source, 2)}~~", "`softmax(h)`"])
    return "\n\n".join(
        [f"## {phrase(source, 4)}", opening, display, closing, EXTRAS[place](source)])


def _marks(source: random.Random, number: int, place: int) -> list[str]:
    # The lesson before; the first of a block names itself, so that links stay within a folder.
    neighbour = Path(path(max(number - 1, number // BLOCK * BLOCK))).name
    address = neighbour if place % 2 else "https://example.org/"
    marks = [f"*{phrase(source, 2)}*", f"**{phrase(source, 3)}**", f"[{phrase(source, 3)}]({address})"]
    return marks + ([f"{phrase(source, 1)}[^note{place}]"] if place < FOOTNOTES else [])


def _paragraph(source: random.Random, words: int, inserted: list[str]) -> str:
    tokens = sentences(source, words)
    for token in inserted:
        tokens.insert(source.randint(1, len(tokens) - 1), token)
    return wrapped(tokens)


def _footnotes(source: random.Random) -> list[str]:
    return [f"[^note{place}]: {' '.join(sentences(source, 12))}" for place in range(FOOTNOTES)]


def _bullets(source: random.Random) -> str:
    return "\n".join(f"{indent}- {phrase(source, 5)}" for indent in ["", "", "  ", "  ", ""])


def _steps(source: random.Random) -> str:
    return "\n".join(f"{step}. {phrase(source, 5)}" for step in range(1, 5))


def _tasks(source: random.Random) -> str:
    return "\n".join(f"- [{mark}] {phrase(source, 4)}" for mark in "x  ")


def _table(source: random.Random) -> str:
    rows = [f"| {phrase(source, 2)} | {source.randint(1, 99)} | *{phrase(source, 1)}* |" for _ in range(4)]
    return "\n".join(["| what | how many | why |", "|---|--:|---|", *rows])


def _callout(source: random.Random) -> str:
    return "> [!NOTE]\n> " + wrapped(sentences(source, 24)).replace("\n", "\n> ")


def _code(source: random.Random) -> str:
    rate = source.randint(1, 9)
    return f"```python\nfor step in range(100):\n    w -= 0.0{rate} * gradient(w)  # downhill\n```"


EXTRAS = [_bullets, _table, _callout, _steps, _code, _tasks]
