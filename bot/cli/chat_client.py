"""Talks to the chat API as the web page does: opens an invitation link, sends, fetches, follows the stream."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import httpx

Message = dict[str, Any]
TIMES = 8  # tries before an address is called unreachable
LONGEST_WAIT = 5.0  # seconds between two tries
ANSWER_WITHIN = 120.0  # seconds


class ChatError(RuntimeError):
    """The conversation cannot go on; the message says why and what to do."""


class NotAccepted(ChatError):
    """One message was not taken; the conversation goes on. The message is the server's own, kind, text."""


@dataclass
class ChatClient:
    """One person's conversation, over HTTP.

    ``http`` has the server's address as its base; ``sleep`` waits between tries; ``say`` is told about waiting.
    """

    http: httpx.Client
    link: str
    sleep: Callable[[float], None] = time.sleep
    say: Callable[[str], None] = lambda _: None
    last_seq: int = field(default=0, init=False)

    @classmethod
    def for_link(cls, link: str, say: Callable[[str], None] = lambda _: None) -> ChatClient:
        """Raises: ChatError when it is not a link."""
        parts = urlsplit(link)
        if parts.scheme not in {"http", "https"} or not parts.netloc or not parts.path.startswith("/i/"):
            raise ChatError("That is not an invitation link. It looks like http://localhost:8080/i/…")
        timeout = httpx.Timeout(10.0, read=60.0)
        return cls(httpx.Client(base_url=f"{parts.scheme}://{parts.netloc}", timeout=timeout), parts.path, say=say)

    def open(self) -> None:
        """Exchange the link for a cookie. Raises: ChatError when the link does not open."""
        response = self._patiently("GET", self.link)
        if response.status_code == 404:
            raise ChatError("This link is not known. Check that it was copied whole.")
        if response.status_code == 410:
            raise ChatError("This link is not open any more. The clinic can send a new one.")
        if response.status_code not in {302, 303, 307}:
            raise ChatError(f"The link could not be opened (the server answered {response.status_code}).")

    def history(self) -> dict[str, Any]:
        """What was said since the last message seen; remembers how far that went."""
        response = self._patiently("GET", f"/api/chat/history?after={self.last_seq}")
        if response.status_code == 401:
            self.open()
            response = self._patiently("GET", f"/api/chat/history?after={self.last_seq}")
        if response.status_code != 200:
            raise ChatError(_error_text(response))
        return response.json()

    def send(self, kind: str, text: str, value: str | None = None, question: str | None = None) -> list[Message]:
        """Send one message, and wait until it is answered.

        The same id goes with every try, so that nothing is said twice however often the line breaks.
        Returns: everything said since the last message seen, on either side.
        Raises: NotAccepted when the server refuses this message; ChatError when there is no going on.
        """
        body = {"id": str(uuid4()), "kind": kind, "text": text, "value": value, "question": question}
        while True:
            response = self._patiently("POST", "/api/chat/messages", json=body)
            if response.status_code == 429:
                wait = float(response.headers.get("retry-after", "5"))
                self.say(f"Too many messages for the moment; going on in {wait:.0f} s")
                self.sleep(wait)
            elif response.status_code == 401:
                self.open()
            else:
                break
        if response.status_code not in {200, 202}:
            raise NotAccepted(_error_text(response))
        answer = response.json()
        return self._answer(answer["seq"]) if answer["waiting"] else self._unseen(answer["messages"])

    def _answer(self, seq: int) -> list[Message]:
        """Wait for the answer that comes later."""
        self.say("The answer will come a little later; waiting for it")
        until = time.monotonic() + ANSWER_WITHIN
        while time.monotonic() < until:
            since = self.history()
            answered = [one for one in since["messages"] if one["seq"] > seq and one["from"] == "paratoi"]
            if answered and not since["delayed"]:
                return self._unseen(since["messages"])
            self.sleep(0.5)
        raise ChatError("No answer came. What you wrote is kept; try again later with the same link.")

    def _unseen(self, messages: list[Message]) -> list[Message]:
        """The messages not seen before; fetches what the other side said in between, if a number is missing."""
        fresh = sorted((one for one in messages if one["seq"] > self.last_seq), key=lambda one: one["seq"])
        if fresh and fresh[0]["seq"] > self.last_seq + 1:
            fresh = self.history()["messages"]
        self.last_seq = max([self.last_seq, *(one["seq"] for one in fresh)])
        return fresh

    def fetch(self) -> list[Message]:
        """Everything said since the last message seen."""
        return self._unseen(self.history()["messages"])

    def all_said(self) -> list[Message]:
        """The whole conversation so far; what counts as seen does not change."""
        response = self._patiently("GET", "/api/chat/history?after=0")
        if response.status_code != 200:
            raise ChatError(_error_text(response))
        return response.json()["messages"]

    def stream(self) -> Iterator[Message]:
        """What is said from now on, as it comes. Ends when the line breaks; call it again to go on."""
        path = f"/api/chat/stream?after={self.last_seq}"
        with self.http.stream("GET", path, timeout=httpx.Timeout(10.0, read=40.0)) as response:
            response.raise_for_status()
            event = ""
            for line in response.iter_lines():
                if line.startswith("event:"):
                    event = line.removeprefix("event:").strip()
                elif line.startswith("data:") and event == "message":
                    yield json.loads(line.removeprefix("data:"))

    def _patiently(self, method: str, path: str, **options: Any) -> httpx.Response:
        """Try again while the server cannot be reached. Raises: ChatError after some tries."""
        for number in range(TIMES):
            try:
                return self.http.request(method, path, **options)
            except httpx.TransportError:
                if number == TIMES - 1:
                    break
                if number == 0:
                    self.say(f"{self.http.base_url} does not answer; trying again")
                self.sleep(min(LONGEST_WAIT, 0.5 * 2**number))
        raise ChatError(f"Nothing answers at {self.http.base_url}. Is Paratoi running? Start it with: paratoi run")


def _error_text(response: httpx.Response) -> str:
    try:
        return response.json()["error"]["text"]
    except (ValueError, KeyError, TypeError):
        return f"The server answered {response.status_code}. Try again in a moment."
