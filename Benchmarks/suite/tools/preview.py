"""Gradus's preview server, as a browser uses it."""

import http.client
import os
import re
import subprocess
import time
from pathlib import Path
from typing import Self

from suite.measure import Sample
from suite.tools.gradus import Gradus

PATIENCE = 60


class Preview:
    """Serves one course while the block of a `with` statement runs."""

    def __init__(self, gradus: Gradus):
        self.gradus = gradus
        self.log = gradus.course.with_name(f"{gradus.course.name}-preview.log")
        self.port = 0

    def __enter__(self) -> Self:
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [self.gradus.program, "serve", self.gradus.course, "--port", "0"],
                env=os.environ | self.gradus.environment, stdout=log, stderr=log)
        deadline = time.monotonic() + PATIENCE
        while not (address := re.search(r"http://127\.0\.0\.1:(\d+)/", self.log.read_text())):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise AssertionError(f"gradus serve did not begin:\n{self.log.read_text()}")
            time.sleep(0.01)
        self.port = int(address[1])
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(PATIENCE)

    def edit(self, lesson: Path, page: str, text: str, sign: str) -> Sample:
        """Writes a lesson; the time until its page, loaded again when the server says so, shows the sign."""
        waiting, loading = self._connection(), self._connection()
        self._get(loading, f"/{page}")
        version = int(self._get(waiting, "/.gradus/version?after=-1"))
        # The open page asks for news before the author saves.
        waiting.request("GET", f"/.gradus/version?after={version}")
        time.sleep(0.05)
        start = time.perf_counter()
        lesson.write_text(text)
        # The page loads itself again at the header of the answer.
        news = waiting.getresponse()
        while sign.encode() not in self._get(loading, f"/{page}"):
            if time.perf_counter() - start > PATIENCE:
                raise AssertionError(f"{page} never showed {sign}")
            news.read()
            version += 1
            self._get(waiting, f"/.gradus/version?after={version}")
        seconds = time.perf_counter() - start
        return Sample(seconds, peak_bytes=self._peak_bytes())

    def _connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def _get(self, connection: http.client.HTTPConnection, path: str) -> bytes:
        connection.request("GET", path)
        response = connection.getresponse()
        body = response.read()
        if response.status != 200:
            raise AssertionError(f"{path} was answered with {response.status}")
        return body

    def _peak_bytes(self) -> int:
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) * 1024
