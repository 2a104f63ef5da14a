"""A message from the chat page becomes a row before anything else sees it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from bot.clock import Clock
from bot.core.conversation import LONG_AWAY
from bot.core.hearing import COMMANDS as HEARD
from bot.core.messages import COMES_BACK, Incoming
from bot.core.preparation import Phase
from bot.core.words import kind_of_text, tidy

LONGEST = 10_000  # characters in one message; more than anybody types, and still one page
COMMANDS = HEARD | {"stop"}  # what the assistant obeys, and STOP, which is obeyed before it is asked


class CannotReceive(ValueError):
    """The message is not one we can take. ``why``: ``empty`` ``too_long`` ``malformed``."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class ReceiveWeb:
    """Args: work opens units with ``messages`` and ``preparations``."""

    work: Callable[[], AbstractContextManager[Any]]
    clock: Clock

    def __call__(
        self, conversation_id: str, external_id: str, kind: str, text: str, question: str | None, value: str | None,
    ) -> Incoming:
        """Keep the message. One sent twice (same ``external_id``) is kept once, and the first row is returned.

        Raises: CannotReceive, with nothing kept.
        """
        text = tidy(text)
        self._check(kind, text, value)
        with self.work() as unit:
            kept = unit.messages.add_incoming(
                conversation_id, "web", external_id, kind, text, question, value, self.clock.now())
            if kept is None:
                return unit.messages.by_external(conversation_id, "web", external_id)
            return kept

    def begin(self, conversation_id: str) -> Incoming | None:
        """The link was opened: the first time, that begins the conversation.

        Opened again hours or weeks after the person last wrote, in the middle of it, it brings one line on where they
        were. None when there is nothing to say: it has begun, or they were told already.
        """
        with self.work() as unit:
            begun = unit.messages.add_incoming(
                conversation_id, "web", "begin", "begin", "", None, None, self.clock.now())
            return begun or self._comes_back(unit, conversation_id)

    def _comes_back(self, unit: Any, conversation_id: str) -> Incoming | None:
        wrote, now = unit.messages.last_written(conversation_id), self.clock.now()
        if wrote is None or now - wrote < LONG_AWAY:
            return None
        if unit.preparations.of(conversation_id).phase is not Phase.OPEN:
            return None  # refused, or shared: nothing waits for them
        return unit.messages.add_incoming(  # named after when they last wrote, so that they are told once
            conversation_id, "web", f"back:{wrote.isoformat()}", "begin", "", None, COMES_BACK, now)

    @staticmethod
    def _check(kind: str, text: str, value: str | None) -> None:
        if kind not in {"text", "tap", "command"}:
            raise CannotReceive("malformed")
        if len(text) > LONGEST:
            raise CannotReceive("too_long")
        if kind == "text" and kind_of_text(text) == "empty":
            raise CannotReceive("empty")
        if kind == "tap" and (not value or len(value) > 200) or kind == "command" and value not in COMMANDS:
            raise CannotReceive("malformed")
