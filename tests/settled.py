"""A browser of the gateway in this process, for tests that count what is kept once all is quiet."""

from __future__ import annotations

import httpx
from fastapi.testclient import TestClient


class SettledClient(TestClient):
    """Every request returns only when what it began in the background is done too. Use it as a context manager.

    An opened link begins a turn that nobody waits for. Whatever a test counts, breaks or sends next would meet that
    turn half done on a slow machine, and done on a quick one.
    """

    def request(self, *args: object, **options: object) -> httpx.Response:
        answer = super().request(*args, **options)
        self.portal.call(self.app.state.background.settle)
        return answer
