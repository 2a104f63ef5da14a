"""``paratoi chat`` at the end of a pipe."""

from __future__ import annotations

import io
import sys

import pytest

from bot.cli import chat
from bot.cli.chat_client import Message


class Talk:
    """Takes what is sent, and remembers it."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def open(self) -> None:
        pass

    def fetch(self) -> list[Message]:
        return [{"seq": 1, "from": "paratoi", "text": "What matters to you?"}]

    def send(self, kind: str, text: str, value: str | None, question: str | None) -> list[Message]:
        text.encode()  # as the line to the server does
        self.sent.append(text)
        return []


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch) -> Talk:
    made = Talk()
    monkeypatch.setattr(chat.ChatClient, "for_link", lambda link, say: made)
    return made


@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
@pytest.mark.parametrize(("typed", "heard"), [
    (b"my knee \xff hurts\n", "my knee \ufffd hurts"), ("caf\u00e9".encode("latin-1") + b"\n", "caf\ufffd"),
    ("\u0440\u0443\u043a\u0430".encode() + b"\n", "\u0440\u0443\u043a\u0430"),
])
def test_what_is_not_utf_8_is_heard_as_far_as_it_can_be_read(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, typed: bytes, heard: str, errors: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed + b"and my hip\n"), "utf-8", errors))
    chat.chat("http://localhost:8080/i/x", as_json=False)
    assert talk.sent == [heard, "and my hip"]
