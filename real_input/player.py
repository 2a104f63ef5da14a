"""Plays one visit through the chat, as a browser would: reads what is asked, and answers with the patient's turns."""

from __future__ import annotations

import random
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.cli.chat_client import ChatError, NotAccepted
from bot.core.answers import key_of, number_of
from real_input.visits import Plan, Turn

Message = dict[str, Any]
ANSWERED_WITHIN = 60.0  # seconds; the greeting is made in the background, and an answer may come later
A_MOMENT = 1.0  # seconds; after words about safety the ordinary reply may follow
SAME_QUESTION = 4  # as often in a row, and it is stuck
SPARE = 60  # messages beside those with turns; a preparation has 21 questions at most


class Chat(Protocol):
    def open(self) -> None: ...
    def fetch(self) -> list[Message]: ...
    def send(self, kind: str, text: str, value: str | None = None, question: str | None = None) -> list[Message]: ...


@dataclass(frozen=True)
class Told:
    """A turn that was said, and what became of it there and then.

    ``outcome``: ``taken``; ``flagged`` (the safety net answered and nothing else did); ``asked_again``;
    ``ended_list`` (taken for "nothing else" or a skip); ``command`` (taken for a command); ``refused`` (not accepted);
    ``not_said`` (the conversation had moved on).
    """

    key: str
    turn: Turn
    outcome: str
    message_id: str | None = None


@dataclass
class Played:
    """What came of a conversation.

    ``read_back``: whether it came that far. ``broke``: why it ended before it was shared; empty when it was.
    ``late``: how many messages came back without their answer, which then had to be fetched.
    ``said``: both sides' messages in order, as who said what.
    """

    told: list[Told] = field(default_factory=list)
    late: int = 0
    read_back: bool = False
    broke: str = ""
    seconds: list[float] = field(default_factory=list)
    said: list[tuple[str, str]] = field(default_factory=list)


class _Broke(RuntimeError):
    """The conversation cannot go on."""


class Player:
    """One person.

    Args:
        chat: their conversation, not opened yet.
        choose: decides numbers and taps; seeded, so that a run can be repeated.
    """

    def __init__(self, chat: Chat, plan: Plan, choose: random.Random) -> None:
        self._chat, self._plan, self._choose = chat, plan, choose
        self._lists = {"matters": deque(plan.matters), "question": deque(plan.questions)}
        self._single = dict(plan.single)
        self._asked: Message = {}
        self._played = Played()

    def play(self) -> Played:
        """Go all the way to sharing, or as far as it goes. Never raises for what the other side does."""
        try:
            self._chat.open()
            self._wait_for_answer()
            self._go_on()
        except (_Broke, ChatError) as error:
            self._played.broke = str(error)
        rest = [(key, turn) for key, turns in self._lists.items() for turn in turns] + list(self._single.items())
        self._played.told += [Told(key, turn, "not_said") for key, turn in rest]
        return self._played

    def _wait_for_answer(self) -> list[Message]:
        """Fetch until the other side has said something, as a page does that was told nothing yet."""
        heard = self._fetch_until(_kinds, ANSWERED_WITHIN)
        if not heard:
            raise _Broke("no answer came")
        return heard

    def _fetch_until(self, enough: Callable[[list[Message]], object], seconds: float) -> list[Message]:
        """What is said from now on, until it is ``enough`` or the time is up."""
        until, heard = time.monotonic() + seconds, []
        while not enough(heard) and time.monotonic() < until:
            time.sleep(0.05)
            heard += self._chat.fetch()
        self._hear(heard)
        return heard

    def _go_on(self) -> None:
        same, before = 0, ""
        for _ in range(len(self._plan.chosen) + SPARE):
            ref = self._asked["question"]
            if key_of(ref) == "afterwards":
                return
            turn = self._turn_for(key_of(ref))
            same = same + 1 if ref == before and turn is None else 0
            if same == SAME_QUESTION:
                raise _Broke(f"stuck at {ref}")
            self._say(turn, ref) if turn else self._answer(ref)
            before = ref
        raise _Broke("it goes on for ever")

    def _turn_for(self, key: str) -> Turn | None:
        if key in self._lists:
            return self._lists[key].popleft() if self._lists[key] else None
        return self._single.pop(key, None)

    def _say(self, turn: Turn, ref: str) -> None:
        """Type a turn and note what became of it."""
        try:
            heard = self._send("text", turn.text, None)
        except NotAccepted:
            self._played.told.append(Told(key_of(ref), turn, "refused"))
            return
        mine = next((message["id"] for message in heard if message["from"] == "me"), None)
        self._played.told.append(Told(key_of(ref), turn, self._outcome(heard, ref), mine))

    def _outcome(self, heard: list[Message], ref: str) -> str:
        now = self._asked["question"]
        if _kinds(heard) == {"safety"}:
            return "flagged"
        if now == ref:
            return "asked_again"
        if key_of(now) == "start_again":
            return "command"
        if key_of(ref) in self._lists and (key_of(now), number_of(now)) != (key_of(ref), number_of(ref) + 1):
            return "ended_list"
        return "taken"

    def _answer(self, ref: str) -> None:
        """Answer what no turn answers: by a tap, or by leaving it out."""
        key, values = key_of(ref), [button["value"] for button in self._asked["buttons"]]
        taps = [value for value in values if not value.startswith("/")]
        if key == "read_back":
            self._played.read_back = True
        if self._asked["scale"]:
            self._tap(str(self._choose.randint(0, 10)))
        elif key in _ALWAYS:
            self._tap(_ALWAYS[key])
        elif key == "change_wanted":
            self._tap("yes" if self._plan.change_topic else "no")
        elif key in self._lists and "no" in taps:
            self._tap("no")
        elif key == "priority" and taps:
            self._tap(taps[0])
        elif key in {"doing_it", "thinking_of_it", "check_in"} and taps:
            # Somebody who is not thinking of it is not asked for a first step; so those who have one are.
            fitting = [value for value in taps if value != "not_now" or "first_step" not in self._single]
            self._tap(self._choose.choice(fitting))
        else:
            self._send("command", "", "skip")

    def _tap(self, value: str) -> None:
        titles = {button["value"]: button["title"] for button in self._asked["buttons"]}
        if not self._asked["scale"] and value not in titles:
            raise _Broke(f"{self._asked['question']} has no button {value}")
        self._send("tap", titles.get(value, value), value)

    def _send(self, kind: str, text: str, value: str | None) -> list[Message]:
        self._played.said.append(("me", text or f"/{value}"))
        began = time.perf_counter()
        heard = self._chat.send(kind, text, value, self._asked["question"])
        self._hear(heard)
        if not _kinds(heard):
            self._played.late += 1
            heard += self._wait_for_answer()
        if _kinds(heard) == {"safety"}:
            heard += self._fetch_until(_kinds, A_MOMENT)
        self._played.seconds.append(time.perf_counter() - began)
        return heard

    def _hear(self, messages: list[Message]) -> None:
        for message in messages:
            if message["from"] == "paratoi":
                self._played.said.append(("paratoi", message["text"]))
                if message["question"]:
                    self._asked = message


def _kinds(messages: list[Message]) -> set[str]:
    """The kinds of message the other side sent."""
    return {message["kind"] for message in messages if message["from"] == "paratoi"}


_ALWAYS = {"consent": "agree", "read_back": "share", "start_again": "no"}
