"""What a page weighs, how soon it is painted, and how soon an edit of one of 100 lessons is seen in a browser."""

import contextlib
import functools
import gzip
import http.server
import itertools
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from suite.courses import illustrated, prose
from suite.courses.files import gradus_course, prose_course, write
from suite.measure import Sample
from suite.tools.browser import Browser
from suite.tools.gradus import Gradus
from suite.tools.preview import Preview
from suite.work import Contender, Setting, Work

FONTS = (".woff2", ".woff", ".ttf")


def works(setting: Setting) -> Iterator[Work]:
    """Looks at a page from a disk and over loopback, then at a running preview."""
    course = setting.folder / "illustrated"
    write(course / "lesson.md", illustrated.lesson())
    gradus_course(course, ["lesson.md"])
    gradus = Gradus(setting.gradus, course, 2)
    gradus.build_cold()
    with Browser() as browser, _serving(gradus.site) as port:
        # As readers meet a page for the first time.
        browser.tool("Network.setCacheDisabled", cacheDisabled=True)
        addresses = {
            "from disk": f"file://{gradus.site}/lesson.html",
            "over loopback": f"http://127.0.0.1:{port}/lesson.html"}
        weight = _weight(browser, gradus.site, addresses["from disk"])
        yield Work(
            f"a lesson of {illustrated.FORMULAS} formulas and 4 figures: {weight}",
            [Contender(f"Gradus, largest part painted, {place}", functools.partial(_paint, browser, address))
             for place, address in addresses.items()])
        browser.tool("Network.setCacheDisabled", cacheDisabled=False)
        yield from _edits(setting, browser)


def _paint(browser: Browser, address: str) -> Sample:
    browser.open(address)
    seconds, shift = browser.paints()
    if shift:
        raise AssertionError(f"parts of {address} moved by {shift}")
    return Sample(seconds)


def _weight(browser: Browser, site: Path, address: str) -> str:
    """The bytes of all that a page asks for, as gzip sends them at its best, by kind."""
    browser.requests()
    browser.open(address)
    browser.settle()
    browser.run("scrollTo(0, document.body.scrollHeight)")
    browser.settle()
    files = {Path(unquote(urlsplit(url).path)) for url in browser.requests() if url.startswith("file:")}
    sizes = {file: _compressed(file) for file in files}
    kinds = {"page": (".html",), "styles": (".css",), "scripts": (".js",), "fonts": FONTS}
    parts = [f"{kind} {sum(size for file, size in sizes.items() if file.suffix in suffixes) / 1000:.1f}"
             for kind, suffixes in kinds.items()]
    scripts = sum(map(_compressed, site.rglob("*.js"))) / 1000
    return (f"{sum(sizes.values()) / 1000:.1f} kB ({', '.join(parts)}; gzip, fonts as they are), "
            f"all scripts of the site {scripts:.1f} kB, nothing moves")


def _compressed(file: Path) -> int:
    content = file.read_bytes()
    return min(len(content), len(gzip.compress(content, 9, mtime=0)))


@contextlib.contextmanager
def _serving(folder: Path) -> Iterator[int]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def _edits(setting: Setting, browser: Browser) -> Iterator[Work]:
    course = setting.folder / "edited-in-browser"
    count = len(prose_course(course, setting.size(100)))
    number = count // 2
    lesson = course / prose.path(number)
    signs = (f"edit{''.join(letters)}" for letters in itertools.product("abcdefghij", repeat=3))
    with Preview(Gradus(setting.gradus, course, count)) as preview:
        browser.open(f"http://127.0.0.1:{preview.port}/{prose.path(number).removesuffix('.md')}.html")

        def edit() -> Sample:
            sign = next(signs)
            saved: list[float] = []

            def save() -> None:
                saved.append(time.time())
                lesson.write_text(prose.lesson(number, sign))

            # The browser waits first: what it is told to do would stand in the way of what it does.
            threading.Timer(0.2, save).start()
            painted = browser.painted(sign)
            return Sample(painted - saved[0])

        yield Work(
            f"one of {count} prose lessons edited, in a browser",
            [Contender("Gradus, saved until painted again", edit)], target_seconds=0.05)
