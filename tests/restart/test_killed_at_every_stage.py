"""Any process may be killed at any stage of a preparation: nothing is lost, nothing is doubled."""

from __future__ import annotations

import json
import signal
import time
from datetime import timedelta

import pytest
from running import Running

from bot.store import tables
from bot.supervisor import System
from tests.restart.person import Person, until
from tests.whole_way import PRIVATE, WORDS

# A process is killed before these questions are answered, and before the check-in is.
STAGES = {
    "consent", "matters:1", "matters:3", "priority:1", "importance:2", "hope", "pressures:1", "first_step", "check_in",
    "item_menu",
}
DURING = {  # seconds after sending the answer to this
    "consent": 0.01, "matters:3": 0.03, "importance:2": 0.06, "question:1": 0.1, "item_menu": 0.06, "check_in": 0.2,
}
CHECKED_IN = ">partly"


def kill(running: Running, name: str) -> None:
    """Kill it the hard way, once it is there to be killed."""
    until(lambda: running.system.pid(name), name)
    running.system.kill(name, signal.SIGKILL)


def check_in_comes(person: Person, killed: str | None = None) -> None:
    """The chosen day comes; ``killed`` dies as it does."""
    (row,) = person.check_ins()
    clock = person.running.house.clock
    clock.forward(row.due_at - clock.now() + timedelta(minutes=1))
    if killed:
        kill(person.running, killed)
    until(lambda: person.asking == f"check_in_result:{row.id}", f"the check-in\n{person}")
    person.is_answered("the check-in")
    until(lambda: all(out.state == "sent" for out in person.rows(tables.Outbox) if out.kind == "check_in"), "it went")


def everything_is_right(person: Person) -> None:
    person.nothing_is_lost_or_doubled()
    answers = person.answers()
    assert {ref: answers[ref][0] for ref in WORDS} == WORDS, str(person)
    assert answers["priority:1"][1] == 2
    assert [answers[f"importance:{item}"][1] for item in (2, 1)] == [8, 6]
    assert (answers["change_importance"][1], answers["change_confidence"][1]) == (7, 8)
    (check_in,) = person.check_ins()
    assert (check_in.state, check_in.answer, check_in.first_step) == ("answered", "partly", "Ten minutes after tea")
    asked = [row for row in person.rows(tables.Inbox) if row.kind == "check_in"]
    assert len(asked) == 1, str(person)
    assert len([row for row in person.rows(tables.Consent)]) == 1
    sheet = _sheet(person)
    written = json.dumps(sheet, ensure_ascii=False)
    assert {ref for ref, said in WORDS.items() if said not in written} == {PRIVATE}
    assert sheet["kept_private"] == 1


def _sheet(person: Person) -> dict:
    with person.running.house.units.reading() as unit:
        (row,) = (unit.session.query(tables.SharedSheet)
                  .join(tables.Preparation, tables.Preparation.id == tables.SharedSheet.preparation_id)
                  .filter(tables.Preparation.conversation_id == person.conversation_id).all())
        return row.content


@pytest.mark.parametrize("name", ["gateway", "actions", "worker"])
def test_killed_between_turns_at_every_stage(running: Running, name: str) -> None:
    person = Person(running, f"Demo Between {name}")
    kill(running, name)
    person.opens_the_link()
    met = set()

    def play(ref: str, turn: str) -> None:
        met.add(ref)
        if ref in STAGES:
            kill(running, name)
        person.plays(turn)

    person.shares(play)
    assert met >= STAGES
    kill(running, name)
    check_in_comes(person, killed=name)
    person.plays(CHECKED_IN)
    kill(running, name)
    everything_is_right(person)


@pytest.mark.parametrize("name", ["gateway", "actions"])
def test_killed_in_the_middle_of_a_turn(running: Running, name: str) -> None:
    person = Person(running, f"Demo During {name}").opens_the_link()
    met = set()

    def play(ref: str, turn: str) -> None:
        met.add(ref)
        if ref not in DURING:
            person.plays(turn)
            return
        sent = person.sends_meanwhile(turn)
        time.sleep(DURING[ref])
        kill(running, name)
        # A process that died holding the conversation holds it for half a minute: that time passes now.
        running.house.clock.forward(timedelta(seconds=31))
        sent.result()
        person.is_answered(turn)

    person.shares(play)
    assert met >= set(DURING)
    check_in_comes(person)
    person.plays(CHECKED_IN)
    everything_is_right(person)


def test_rasa_killed_during_turns_and_as_the_check_in_falls_due(running: Running) -> None:
    person = Person(running, "Demo Rasa").opens_the_link()
    during = {"matters:3": 0.02, "check_in": 0.08}  # it takes long to start; tests/bad_days has it away before a message

    def play(ref: str, turn: str) -> None:
        sent = person.sends_meanwhile(turn)
        if ref in during:
            time.sleep(during[ref])
            kill(running, "rasa")
        sent.result()
        person.is_answered(turn)

    person.shares(play)
    check_in_comes(person, killed="rasa")
    person.plays(CHECKED_IN)
    everything_is_right(person)
    delayed = [row for row in person.rows(tables.Outbox) if row.key == "utter_delayed"]
    assert len(delayed) <= len(during)  # told once for each time it was away, never for the check-in


def test_everything_stopped_and_started_again_is_as_it_was(running: Running) -> None:
    person = Person(running, "Demo Everything").opens_the_link().shares()
    half_way = Person(running, "Demo Halfway").opens_the_link().shares(as_far_as="hope")
    history, asking = half_way.history(), half_way.asking
    running.system.stop()
    running.system = System.with_settings(running.system.settings)
    running.system.start().wait_ready()
    assert half_way.history() == history  # the old cookie still opens the old conversation
    assert half_way.asking == asking
    half_way.plays("To be heard")
    assert half_way.answers()["hope"][0] == "To be heard"
    half_way.nothing_is_lost_or_doubled()
    check_in_comes(person)
    person.plays(CHECKED_IN)
    everything_is_right(person)
