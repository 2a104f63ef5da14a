"""Rasa or the action server away or hanging, or a disk that takes nothing, on the running system."""

from __future__ import annotations

import os
import resource
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from running import Running

from bot.gateway.background import FRESH
from bot.store import tables
from tests.restart.person import Person, until

AT_ONCE = 8.0  # seconds; well below the fifteen that a hanging assistant is waited for
DANGER = "I have crushing chest pain right now"


@contextmanager
def away(running: Running, name: str) -> Iterator[None]:
    """Dead, and what is started in its place does not come up until the block ends."""
    running.system.kill(name, signal.SIGKILL)
    fresh = until(lambda: running.system.pid(name), name)
    os.kill(fresh, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(fresh, signal.SIGCONT)


@contextmanager
def hanging(running: Running, name: str) -> Iterator[None]:
    """It takes connections and says nothing."""
    pid = running.system.pid(name)
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


@contextmanager
def writing_nothing(running: Running, name: str) -> Iterator[None]:
    """Whatever it writes to a file is refused, as by a full disk."""
    pid = running.system.pid(name)
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, before)


def is_helped_at_once(person: Person) -> None:
    """STOP and danger are answered whatever else waits."""
    for words, key in (("STOP", "utter_stopped"), (DANGER, "utter_safety_emergency")):
        began = time.monotonic()
        said = person.sends(words).json()["messages"]
        assert time.monotonic() - began < AT_ONCE
        keys = {row.text: row.key for row in person.rows(tables.Outbox)}
        assert key in [keys.get(one["text"]) for one in said if one["from"] == "paratoi"], str(person)


def keys(person: Person, wanted: str) -> list[str]:
    return [row.key for row in person.rows(tables.Outbox) if row.key == wanted]


@pytest.mark.parametrize("name", ["rasa", "actions"])
def test_a_person_is_told_once_and_answered_when_it_is_back(running: Running, name: str) -> None:
    person = Person(running, f"Demo Away {name}").opens_the_link().plays(">agree")
    with away(running, name):
        first = person.sends("a heron on the allotment fence")
        assert (first.status_code, first.json()["waiting"]) == (202, True)
        person.sends("Sleep")
        running.house.clock.forward(FRESH)  # from now on the sweep takes up what waits
        time.sleep(2.5)  # a few sweeps
        assert keys(person, "utter_delayed") == ["utter_delayed"], str(person)
        assert person.answers().keys() == {"consent"}
        is_helped_at_once(person)
    person.is_answered("what was sent meanwhile")
    assert keys(person, "utter_delayed") == ["utter_delayed"], str(person)
    answers = person.answers()
    assert answers["matters:1"][0] == "a heron on the allotment fence"
    assert "chest pain" not in str(answers)
    person.nothing_is_lost_or_doubled()


def test_a_hanging_assistant_holds_up_neither_stop_nor_danger(running: Running) -> None:
    person = Person(running, "Demo Hanging").opens_the_link().plays(">agree")
    with hanging(running, "rasa"):
        waiting = person.sends_meanwhile("a heron on the allotment fence")
        until(lambda: len(person.rows(tables.Inbox)) == 3, "the row")
        is_helped_at_once(person)
    waiting.result()
    person.is_answered("what hung")
    assert person.answers()["matters:1"][0] == "a heron on the allotment fence"
    person.nothing_is_lost_or_doubled()


def test_what_the_gateway_cannot_write_is_given_back_in_kind_words(running: Running) -> None:
    person = Person(running, "Demo Full Disk").opens_the_link().plays(">agree")
    body = person.message("a heron on the allotment fence")
    before = len(person.rows(tables.Inbox))
    with writing_nothing(running, "gateway"):
        answer = person.http.post("/api/chat/messages", json=body)
        assert (answer.status_code, answer.json()["error"]["key"]) == (503, "not_saved")
        assert answer.json()["error"]["text"] == running.house.wording.say("utter_problem_not_saved")
        assert len(person.rows(tables.Inbox)) == before
    assert person.http.post("/api/chat/messages", json=body).status_code in {200, 202}
    person.is_answered("what was sent again")
    assert person.answers()["matters:1"][0] == "a heron on the allotment fence"
    person.nothing_is_lost_or_doubled()


def test_what_an_action_cannot_write_is_taken_once_it_can(running: Running) -> None:
    person = Person(running, "Demo Full Action").opens_the_link().plays(">agree")
    with writing_nothing(running, "actions"):
        assert person.sends("a heron on the allotment fence").status_code == 202
        assert keys(person, "utter_delayed") == ["utter_delayed"]
        assert "matters:1" not in person.answers()
    person.is_answered("what could not be taken")
    assert person.answers()["matters:1"][0] == "a heron on the allotment fence"
    person.nothing_is_lost_or_doubled()
