"""One person's conversation over the chat API, as a browser has it: what is asked decides what they say."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from bot.cli.chat_client import ChatClient, Message
from bot.cli.demo.play import StuckError, question_in, send
from bot.cli.demo.script import Said
from bot.core.answers import key_of
from real_input.taps import on_the_way
from transcripts.people import Act, People, Person

MOST_TURNS = 90
SAME_QUESTION = 6  # as often in a row, and they are stuck
ANSWER_WITHIN = 60.0  # seconds; a greeting and a check-in are made in the background
A_MOMENT = 1.5  # seconds; so long nothing new comes, and all is said


class Place(Protocol):
    """Where people talk: days can pass there, and the clinician's sheet can be read."""

    def day(self, off: int) -> date: ...
    def days_pass(self, days: int) -> None: ...
    def sheet(self, person: Person) -> str: ...


@dataclass
class Talk:
    """What came of it.

    Attributes:
        messages: both sides', as the chat API gives them. sheet: what the clinician reads in the end.
        left_at: the question they closed the page at; empty when they went all the way.
        met: the questions met on the way to the read-back, and the read-back.
        problems: what they wanted to do and could not. unsaid: the questions they had more for, and were not asked.
    """

    person: Person
    messages: list[Message] = field(default_factory=list)
    sheet: str = ""
    left_at: str = ""
    met: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)

    @property
    def turns(self) -> int:
        """How many messages they sent."""
        return sum(one["from"] == "me" for one in self.messages)


class Part:
    """What one person still has to say. Their own words come first, one after the other for each question."""

    def __init__(self, person: Person, people: People) -> None:
        self._left = {key: deque(acts) for key, acts in person.answers.items()}
        self._everybody = people.everybody

    def next(self, ref: str) -> Act | None:
        """What they do now that ``ref`` is asked: said for this very question, for its kind, or by everybody."""
        for key in (ref, key_of(ref)):
            if self._left.get(key):
                return self._left[key].popleft()
        return self._everybody.get(key_of(ref))

    def has_more(self, ref: str) -> bool:
        """Whether they have something of their own left for ``ref``."""
        return bool(self._left.get(ref) or self._left.get(key_of(ref)))

    def unsaid(self) -> list[str]:
        """The questions for which something was left over."""
        return [key for key, acts in self._left.items() if acts]


class Visitor:
    """Talks until everything is shared, or until they leave."""

    def __init__(self, person: Person, people: People, client: Any, place: Place,
                 sleep: Callable[[float], None] = time.sleep) -> None:
        self._part, self._client, self._place, self._sleep = Part(person, people), client, place, sleep
        self._talk = Talk(person)

    def talk(self) -> Talk:
        """Talk to the end. Where it goes in circles it ends, and the problem is named.

        Raises: StuckError when nothing is asked at all; bot.cli.chat_client.ChatError.
        """
        self._client.open()
        asked = self._wait("")
        before, same = "", 0
        for _ in range(MOST_TURNS):
            ref = asked["question"]
            same = same + 1 if ref == before and not self._part.has_more(ref) else 0
            before = ref
            if same == SAME_QUESTION:
                break
            if key_of(ref) == "afterwards" and not self._part.has_more(ref):
                return self._finished("")
            act = self._part.next(ref)
            if act and act.leave:
                return self._finished(ref)
            asked = self._do(act, asked)
        self._talk.problems.append(f"{self._talk.person.id} came to no end; the last question is {asked['question']}")
        return self._finished(asked["question"])

    def _do(self, act: Act | None, asked: Message) -> Message:
        """Carry out ``act``, and return what is asked then."""
        if act and (act.away or act.wait):
            self._place.days_pass(act.away or act.wait)
            if act.away:
                self._client.open()  # the page shows what was said before; nothing new is said until they do something
                return asked
            return self._wait("check_in_result")
        said = act.said if act else None
        if act and act.day:
            day = self._place.day(act.day)
            said = Said(f"{day.day} {day:%B}")
        try:
            heard = send(self._client, asked, said, asked["question"])
        except StuckError as error:
            self._talk.problems.append(str(error))
            heard = send(self._client, asked, None, asked["question"])
        self._meet(heard)
        return _asked_in(heard) or asked  # after an answer about safety, the question from before still waits

    def _wait(self, key: str) -> Message:
        """The question that comes from now on by itself; of this ``key``, if one is given."""
        until, heard, found = time.monotonic() + ANSWER_WITHIN, [], None
        while time.monotonic() < until:
            fresh = self._client.fetch()
            heard += fresh
            found = _asked_in(heard)
            if found and not fresh and key in {"", key_of(found["question"])}:
                self._meet(heard)
                return found
            self._sleep(A_MOMENT if found else 0.2)
        raise StuckError(f"{self._talk.person.id} was not asked anything")

    def _meet(self, messages: list[Message]) -> None:
        for one in messages:
            ref = one.get("question") if one["from"] == "paratoi" else None
            if ref and ref not in self._talk.met and "read_back" not in self._talk.met and on_the_way(ref):
                self._talk.met.append(ref)

    def _finished(self, left_at: str) -> Talk:
        self._talk.left_at = left_at
        self._talk.messages = self._client.all_said()
        self._talk.sheet = self._place.sheet(self._talk.person)
        self._talk.unsaid = self._part.unsaid()
        return self._talk


def _asked_in(heard: list[Message]) -> Message | None:
    """The question that is asked, with every button that can be tapped in answer to it, in whichever message."""
    asked = question_in(heard)
    if asked is None:
        return None
    buttons = [button for one in heard if one.get("question") == asked["question"] for button in one["buttons"]]
    return {**asked, "buttons": buttons}


def play(person: Person, people: People, link: str, place: Place) -> Talk:
    """Let ``person`` talk through ``link``."""
    return Visitor(person, people, ChatClient.for_link(link), place).talk()
