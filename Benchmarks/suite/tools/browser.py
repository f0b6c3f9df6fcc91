"""A browser without a window, driven over HTTP by chromedriver: https://www.w3.org/TR/webdriver2/."""

import contextlib
import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any, Self

PATIENCE = 60

PAINTS = """
const done = arguments[0];
const result = { shift: 0 };
const observe = (type, note) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
observe("largest-contentful-paint", (paint) => { result.paint = paint.startTime / 1000; });
observe("layout-shift", (shift) => { result.shift += shift.value; });
document.fonts.ready.then(() => setTimeout(() => done(result), 300));
"""

SETTLED = "document.fonts.ready.then(() => setTimeout(arguments[0], 300))"

# A task that is begun by a frame runs after it is painted.
PAINTED = """
const [text, done] = arguments;
const look = () => {
  if (!document.body.textContent.includes(text)) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => done(Date.now() / 1000)));
};
const observer = new MutationObserver(look);
observer.observe(document, { childList: true, subtree: true, characterData: true });
look();
"""


class Browser:
    """Shows pages while the block of a `with` statement runs."""

    def __enter__(self) -> Self:
        self.folder = Path(tempfile.mkdtemp(prefix="gradus-browser-"))
        log = self.folder / "log"
        with log.open("w") as output:
            # A session of its own, so that the browser, which is a child of the driver, ends with it.
            self.process = subprocess.Popen(
                ["chromedriver", "--port=0"], env=os.environ | {"TMPDIR": str(self.folder)}, stdout=output,
                stderr=subprocess.DEVNULL, start_new_session=True)
        deadline = time.monotonic() + PATIENCE
        while not (port := re.search(r"successfully on port (\d+)", log.read_text())):
            if time.monotonic() > deadline:
                raise AssertionError("chromedriver did not begin")
            time.sleep(0.01)
        self.connection = http.client.HTTPConnection("127.0.0.1", int(port[1]), timeout=PATIENCE)
        options = {
            "args": ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
            "perfLoggingPrefs": {"enableNetwork": True, "enablePage": False}}
        session = self._send("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": options,
            "goog:loggingPrefs": {"performance": "ALL"}}}})
        self.session = f"/session/{session['sessionId']}"
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError, http.client.HTTPException):
            self._send("DELETE", self.session)
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def tool(self, command: str, **parameters: object) -> Any:
        """A command of the Chrome DevTools protocol."""
        return self._post("/goog/cdp/execute", cmd=command, params=parameters)

    def open(self, address: str) -> None:
        """Shows a page, from an empty one, and waits until it is loaded."""
        self._post("/url", url="about:blank")
        self._post("/url", url=address)

    def run(self, body: str) -> Any:
        """What the body of a function gives within the page."""
        return self._post("/execute/sync", script=body, args=[])

    def painted(self, text: str) -> float:
        """The time, in seconds since 1970, at which the page that is shown was first painted with a text in it."""
        return self._post("/execute/async", script=PAINTED, args=[text])

    def paints(self) -> tuple[float, float]:
        """When the largest part was painted, in seconds since the page was asked for, and how far parts moved."""
        found = self._post("/execute/async", script=PAINTS, args=[])
        return found["paint"], found["shift"]

    def settle(self) -> None:
        """Waits until the page has its fonts and has been painted with them."""
        self._post("/execute/async", script=SETTLED, args=[])

    def requests(self) -> list[str]:
        """The addresses that pages asked for since this was last asked for."""
        entries = self._post("/se/log", type="performance")
        messages = (json.loads(entry["message"])["message"] for entry in entries)
        return [message["params"]["request"]["url"] for message in messages
                if message["method"] == "Network.requestWillBeSent"]

    def _post(self, path: str, **body: object) -> Any:
        return self._send("POST", self.session + path, body)

    def _send(self, method: str, path: str, body: object = None) -> Any:
        self.connection.request(
            method, path, None if body is None else json.dumps(body), {"Content-Type": "application/json"})
        response = self.connection.getresponse()
        value = json.loads(response.read())["value"]
        if response.status != 200:
            raise AssertionError(f"{path}: {value['message']}")
        return value
