"""Somebody who prepares over the chat API, as the page does, and what must be true of their rows afterwards."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from uuid import uuid4

import httpx
from running import Running

from bot.core.preparation import Preparation
from bot.gateway.background import FRESH
from bot.store import tables
from tests.whole_way import MOST_TURNS, next_turn

LATER = 202
PATIENCE = 120.0  # seconds; a machine with other work to do may need them


def until(true: Callable[[], object], what: str, seconds: float = PATIENCE) -> object:
    """Wait until ``true()`` is, and return it."""
    end = time.monotonic() + seconds
    while not (found := true()):
        assert time.monotonic() < end, f"never came: {what}"
        time.sleep(0.05)
    return found


class Person:
    """One person with a link of their own.

    Attributes:
        sent: (client id, text) of every message that was sent, in order.
    """

    def __init__(self, running: Running, name: str = "Demo Restart", appointment: str = "") -> None:
        self.running = running
        self.reference = appointment or f"person-{uuid4().hex[:8]}"
        self.link = running.invite(name, self.reference)
        self.http = httpx.Client(base_url=running.url, timeout=httpx.Timeout(60.0, connect=5.0), trust_env=False)
        self.sent: list[tuple[str, str]] = []

    def opens_the_link(self) -> Person:
        until(lambda: self._reached("GET", httpx.URL(self.link).path), "the link")
        self.is_answered("the link opened")
        return self

    def plays(self, *turns: str) -> Person:
        """Several turns, each answered before the next: ``>value`` taps, ``/command`` orders, the rest is typed.

        The sweep leaves a message alone for ``FRESH``; when the answer is to come later, that time passes at once.
        """
        for turn in turns:
            if self.sends(turn).status_code == LATER:
                self.running.house.clock.forward(FRESH)
            self.is_answered(turn)
        return self

    def shares(self, play: Callable[[str, str], object] | None = None, as_far_as: str = "") -> Person:
        """The whole way of ``tests/whole_way.py`` from wherever they are, or ``as_far_as`` a question.

        ``play(ref, turn)`` takes the place of playing a turn; ``ref`` is what is asked.
        """
        for _ in range(MOST_TURNS):
            ref, turn = str(self.asking), next_turn(self.preparation)
            if turn is None or ref == as_far_as:
                return self
            play(ref, turn) if play else self.plays(turn)
        raise AssertionError(f"came to no end\n{self}")

    def sends(self, turn: str, typed: bool = False) -> httpx.Response:
        """One message; while nothing can be reached it goes again with the same id, as the page does."""
        body = self.message(turn, typed)
        return until(lambda: self._reached("POST", "/api/chat/messages", json=body), f"a taker for {turn[:40]}")

    def sends_meanwhile(self, turn: str) -> Future:
        """As ``sends``, without waiting for it."""
        body = self.message(turn)
        pool = ThreadPoolExecutor(1)
        try:
            return pool.submit(
                until, lambda: self._reached("POST", "/api/chat/messages", json=body), f"a taker for {turn[:40]}")
        finally:
            pool.shutdown(wait=False)

    def message(self, turn: str, typed: bool = False) -> dict[str, str | None]:
        """The body of a message, remembered as sent; a ``typed`` one is words whatever it begins with."""
        kind = "text" if typed else {">": "tap", "/": "command"}.get(turn[:1], "text")
        text = turn if kind == "text" else turn[1:]
        body = {"id": uuid4().hex, "kind": kind, "text": text, "question": self.asking,
                "value": None if kind == "text" else text}
        self.sent.append((body["id"], text))
        return body

    def is_answered(self, what: str) -> None:
        until(lambda: not self._waiting(), f"the answer to {what[:40]}\n{self}")

    def history(self) -> list[dict]:
        page = until(lambda: self._reached("GET", "/api/chat/history"), "the history")
        assert page.status_code == 200, page.text
        return page.json()["messages"]

    @property
    def preparation(self) -> Preparation:
        with self.running.house.units.reading() as unit:
            return unit.preparations.of(self.conversation_id)

    @property
    def asking(self) -> str | None:
        return self.preparation.asking

    @property
    def conversation_id(self) -> str:
        with self.running.house.units.reading() as unit:
            return (unit.session.query(tables.Conversation.id)
                    .join(tables.Appointment, tables.Appointment.id == tables.Conversation.appointment_id)
                    .filter(tables.Appointment.reference == self.reference).scalar())

    def rows(self, table: type) -> list:
        """This person's rows of a table that knows the conversation."""
        with self.running.house.units.reading() as unit:
            return unit.session.query(table).filter_by(conversation_id=self.conversation_id).all()

    def answers(self) -> dict[str, tuple[str | None, object]]:
        """Words and value of every answer that stands."""
        return {ref: (answer.words, answer.value) for ref, answer in self.preparation.answers.items()}

    def check_ins(self) -> list:
        with self.running.house.units.reading() as unit:
            return (unit.session.query(tables.CheckIn)
                    .join(tables.Preparation, tables.Preparation.id == tables.CheckIn.preparation_id)
                    .filter(tables.Preparation.conversation_id == self.conversation_id).all())

    def nothing_is_lost_or_doubled(self) -> None:
        """Every message is one row, with one turn; what was decided was said, once, after it, and is shown."""
        inbox = sorted(self.rows(tables.Inbox), key=lambda row: row.seq)
        told = [(row.external_id, row.text) for row in inbox if row.kind not in {"begin", "check_in"}]
        assert told == self.sent, str(self)
        assert {row.state for row in inbox} == {"handled"}, str(self)
        turns = {row.inbox_id: row.decided for row in self.rows(tables.Turn)}
        outbox = self.rows(tables.Outbox)
        without_assistant = {row.once.partition(":")[0] for row in outbox if row.kind in {"safety", "notice"}}
        for row in inbox:
            said = sorted((out for out in outbox if out.once.startswith(f"{row.id}:") and out.kind != "notice"
                           and out.kind != "safety"), key=lambda out: out.seq)
            decided = [say["key"] for say in turns[row.id]["says"]] if row.id in turns else []
            assert row.id in turns or row.id in without_assistant, f"no turn for {row.text!r}\n{self}"
            assert [out.key for out in said] == decided, f"after {row.text!r}\n{self}"
            assert all(out.seq > row.seq for out in said), str(self)
        assert set(turns) <= {row.id for row in inbox}
        shown = Counter(message["seq"] for message in self.history())
        assert set(shown.values()) == {1}, str(self)
        assert set(shown) == {out.seq for out in outbox} | {row.seq for row in inbox if row.text}, str(self)

    def _waiting(self) -> bool:
        return any(row.state == "received" for row in self.rows(tables.Inbox)) or not self.rows(tables.Outbox)

    def _reached(self, method: str, path: str, **options: object) -> httpx.Response | None:
        try:
            return self.http.request(method, path, **options)
        except httpx.TransportError:
            return None

    def __str__(self) -> str:
        rows = [(row.seq, "me", row.kind, row.text, row.state) for row in self.rows(tables.Inbox)]
        rows += [(row.seq, "paratoi", row.key, row.text, row.state) for row in self.rows(tables.Outbox)]
        return "\n".join(f"{seq:>3} {who:<7} [{kind}, {state}] {text}" for seq, who, kind, text, state in sorted(rows))
