"""What arrived on a channel, in our own words, before anybody asked what it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ArrivalKind = Literal[
    "start", "text", "command", "unknown_command", "tap", "wordless", "edited", "group", "blocked", "ignored"
]

COMMANDS = {
    "skip": "skip", "back": "back", "help": "help", "stop": "stop", "why": "why", "repeat": "repeat",
    "later": "later", "person": "person", "copy": "copy", "add": "add_more", "helper": "swap", "startagain": "start_again",
}


@dataclass(frozen=True)
class Tap:
    """A tap on a quick reply: the outbox row it stands under, and its place in that row's choices.

    ``row`` is nothing where the payload is not one of ours.
    """

    callback_id: str
    row: str | None
    place: int = 0
    message_id: int | None = None


@dataclass(frozen=True)
class Arrival:
    """One update.

    Attributes:
        external_id: the channel's own id of it; the same id is the same update.
        address: the chat it came from; empty where there is none.
        text: what was typed, or changed into, or a caption. A command's name without its slash. The code after ``/start``.
        edit: for a changed message, the same words for the same change however often it is delivered.
        words_missing: something came along that we cannot read, e.g. the picture above a caption.
    """

    external_id: str
    address: str
    kind: ArrivalKind
    text: str = ""
    tap: Tap | None = None
    words_missing: bool = False
    edit: str = ""
