"""JSON over one open connection on loopback: as little work as possible, so that the servers are what is measured."""

from __future__ import annotations

import http.client
import json
import time
from typing import Any

PATIENCE = 60.0  # seconds; on a quiet machine the slowest turn of either bot is under three
IDLE = 2.0  # seconds; servers close a connection that was idle for five


class NoAnswer(RuntimeError):
    """A server did not answer as it should, so that measuring makes no sense."""


class Wire:
    """One person's connection. Keeps the cookie it is given."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self._cookie = ""
        self._used = time.monotonic()

    def ask(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        """Status and decoded JSON; nothing decoded where the answer is not JSON. Raises: NoAnswer."""
        headers = {"Content-Type": "application/json"} if body is not None else {}
        if self._cookie:
            headers["Cookie"] = self._cookie
        if time.monotonic() - self._used > IDLE:
            self._connection.close()  # it opens again by itself
        sent = None if body is None else json.dumps(body).encode()
        try:
            self._connection.request(method, path, sent, headers)
            response = self._connection.getresponse()
            raw = response.read()
        except (OSError, http.client.HTTPException) as error:
            self._connection.close()
            raise NoAnswer(f"{method} {path.split('/')[1]}: {type(error).__name__}") from error
        self._used = time.monotonic()
        if given := response.getheader("Set-Cookie"):
            self._cookie = given.split(";")[0]
        is_json = (response.getheader("Content-Type") or "").startswith("application/json")
        return response.status, json.loads(raw) if is_json else None

    def timed(self, method: str, path: str, body: Any = None) -> tuple[int, Any, float]:
        """As :meth:`ask`, and the seconds until the whole answer was read."""
        began = time.perf_counter()
        status, answer = self.ask(method, path, body)
        return status, answer, time.perf_counter() - began

    def close(self) -> None:
        self._connection.close()


def is_up(port: int, path: str) -> bool:
    """Whether ``path`` is answered with 200."""
    wire = Wire(port)
    try:
        return wire.ask("GET", path)[0] == 200
    except NoAnswer:
        return False
    finally:
        wire.close()
