"""Plays one visit through the chat, as a browser would: reads what is asked, and answers with the patient's turns."""

from __future__ import annotations

import random
import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from bot.cli.chat_client import ChatError, NotAccepted
from bot.core.answers import key_of, number_of
from real_input.played import Played, Told, lines_of
from real_input.taps import on_the_way, tap_for
from real_input.visits import Plan, Turn
from real_input.wording import asks_for_the_rest, button_that_adds

Message = dict[str, Any]
ANSWERED_WITHIN = 60.0  # seconds; the greeting is made in the background, and an answer may come later
A_MOMENT = 1.0  # seconds; after words about safety the ordinary reply may follow
SAME_QUESTION = 4  # as often in a row, and it is stuck
SPARE = 120  # messages beside those with turns: 21 questions, offers to keep things apart, and what is added at the end
# Where what was not said on the way can be added at the read-back, by its name in paths.yml.
_ADDED_IN = {
    "matters": "matters", "question": "question", "hope": "why", "change_topic": "change", "first_step": "change",
}
_PARKED = {"parked_question": "question", "parked_matters": "matters"}


class Chat(Protocol):
    def open(self) -> None: ...
    def fetch(self) -> list[Message]: ...
    def send(self, kind: str, text: str, value: str | None = None, question: str | None = None) -> list[Message]: ...


class _Broke(RuntimeError):
    """The conversation cannot go on."""


class Player:
    """One person.

    Args:
        chat: their conversation, not opened yet.
        choose: decides numbers and taps; seeded, so that a run can be repeated.
        split: what they answer when several things in one message are offered apart, ``apart`` or ``whole``.
    """

    def __init__(self, chat: Chat, plan: Plan, choose: random.Random, split: str = "apart") -> None:
        self._chat, self._plan, self._choose, self._split = chat, plan, choose, split
        self._lists = {"matters": deque(plan.matters), "question": deque(plan.questions)}
        self._single = dict(plan.single)
        self._one_by_one: set[str] = set()  # lists of which several turns in one message were not taken
        self._tried: set[str] = set()  # what was added at the read-back and brought no turn nearer
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
        self._played.told += [Told(key, (turn,), "not_said") for key, turn in self._left()]
        return self._played

    def _left(self) -> list[tuple[str, Turn]]:
        """The turns that are still to be said, with the question each answers."""
        listed = [(key, turn) for key, turns in self._lists.items() for turn in turns]
        return listed + list(self._single.items())

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
            turns = self._turns_for(key_of(ref))
            same = same + 1 if ref == before and not turns else 0
            if same == SAME_QUESTION:
                raise _Broke(f"stuck at {ref}")
            self._say(turns, ref) if turns else self._answer(ref)
            before = ref
        raise _Broke("it goes on for ever")

    def _turns_for(self, key: str) -> tuple[Turn, ...]:
        """What to say now: one turn; or all the rest of a list, where that is asked for."""
        if key not in self._lists:
            return (self._single.pop(key),) if key in self._single else ()
        left = self._lists[key]
        all_of_them = key not in self._one_by_one and asks_for_the_rest(self._asked["text"])
        return tuple(left.popleft() for _ in range(len(left) if all_of_them else min(len(left), 1)))

    def _say(self, turns: tuple[Turn, ...], ref: str) -> None:
        """Type turns, each on a line of its own, and note what became of them."""
        key = key_of(ref)
        self._tried.clear()
        try:
            heard = self._send("text", lines_of(turns), None)
            outcome = self._outcome(heard, ref, len(turns))
        except NotAccepted:
            heard, outcome = [], "refused"
        if len(turns) > 1 and outcome in {"flagged", "refused", "asked_again"}:
            # Which line it was cannot be known; said one by one, the others can still be kept.
            self._one_by_one.add(key)
            self._lists[key].extendleft(reversed(turns))
            self._played.said_again += 1
            return
        mine = next((message["id"] for message in heard if message["from"] == "me"), None)
        now = key_of(self._asked["question"])
        self._played.offers += now == "split"
        in_parts = len(turns) > 1 or now == "split" and self._split == "apart"
        self._played.told.append(Told(_PARKED.get(now, key), turns, outcome, mine, in_parts))

    def _outcome(self, heard: list[Message], ref: str, turns: int) -> str:
        now, key = self._asked["question"], key_of(ref)
        if _kinds(heard) == {"safety"}:
            return "flagged"
        if now == ref:
            return "asked_again"
        if key_of(now) == "start_again":
            return "command"
        if key_of(now) in _PARKED:
            return "parked"
        asked_for_more = key_of(now) == key and number_of(now) > number_of(ref) or key_of(now) == "split"
        return "taken" if key not in self._lists or asked_for_more or turns > 1 else "ended_list"

    def _answer(self, ref: str) -> None:
        """Answer what no turn answers: by a tap, or by leaving it out."""
        key = key_of(ref)
        if key == "read_back":
            self._played.read_back = True
            self._tap("add_more" if self._to_add() and self._has("add_more") else "share")
        elif key == "choose_more":
            self._add_more()
        elif key in self._lists and self._has("no"):
            self._tap("no")
        elif (value := tap_for(self._asked, self._choose, self._split, "first_step" in self._single)) is not None:
            self._tap(value)
        else:
            self._send("command", "", "skip")

    def _to_add(self) -> str | None:
        """What to add at the read-back for the next turn that was not said yet."""
        return next((name for key, _ in self._left() if (name := _ADDED_IN[key]) not in self._tried), None)

    def _add_more(self) -> None:
        while (name := self._to_add()) is not None:
            self._tried.add(name)
            if (value := button_that_adds(name, self._asked["buttons"])) is not None:
                self._played.added += 1
                self._tap(value)
                return
        self._send("command", "", "skip")

    def _has(self, value: str) -> bool:
        return any(button["value"] == value for button in self._asked["buttons"])

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

    def _hear(self, messages: Sequence[Message]) -> None:
        for message in messages:
            if message["from"] == "paratoi":
                self._played.said.append(("paratoi", message["text"]))
                if message["question"]:
                    self._asked = message
                    self._meet(message["question"])

    def _meet(self, ref: str) -> None:
        """Count a question of the way forward, up to the read-back and with it."""
        if "read_back" not in self._played.met and ref not in self._played.met and on_the_way(ref):
            self._played.met.append(ref)


def _kinds(messages: Sequence[Message]) -> set[str]:
    """The kinds of message the other side sent."""
    return {message["kind"] for message in messages if message["from"] == "paratoi"}
