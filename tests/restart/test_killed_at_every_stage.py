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
from tests.whole_way import PRIVATE, SHARED, WORDS

# Turns, and before which of them a process is killed (by their place); the last turn answers the check-in.
WAY = (*SHARED, ">partly")
STAGES = {
    "consent": 0, "what matters": 1, "something else": 3, "ranking": 4, "scale": 5, "hope": 7, "worries": 8,
    "pressures": 9, "question": 10, "change": 12, "plan": 15, "check-in chosen": 19, "read-back": 20,
    "which line to change": 21, "what to do with it": 22, "kept private": 23,
}
AFTER_SHARING = len(SHARED)
HALF_WAY = SHARED[:STAGES["hope"]]
DURING = {0: 0.01, 3: 0.03, 5: 0.06, 10: 0.1, 22: 0.06, 23: 0.2}  # seconds after sending, by the turn's place


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
    assert [item for item in answers if item.startswith("priority")] == ["priority:1"], str(person)
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
    assert {said for said in WORDS.values() if said not in written} == {PRIVATE}
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
    for place, turn in enumerate(WAY[:AFTER_SHARING]):
        if place in STAGES.values():
            kill(running, name)
        person.plays(turn)
    kill(running, name)
    check_in_comes(person, killed=name)
    person.plays(WAY[-1])
    kill(running, name)
    everything_is_right(person)


@pytest.mark.parametrize("name", ["gateway", "actions"])
def test_killed_in_the_middle_of_a_turn(running: Running, name: str) -> None:
    person = Person(running, f"Demo During {name}").opens_the_link()
    for place, turn in enumerate(WAY[:AFTER_SHARING]):
        if place not in DURING:
            person.plays(turn)
            continue
        sent = person.sends_meanwhile(turn)
        time.sleep(DURING[place])
        kill(running, name)
        # A process that died holding the conversation holds it for half a minute: that time passes now.
        running.house.clock.forward(timedelta(seconds=31))
        sent.result()
        person.is_answered(turn)
    check_in_comes(person)
    person.plays(WAY[-1])
    everything_is_right(person)


def test_rasa_killed_during_turns_and_as_the_check_in_falls_due(running: Running) -> None:
    person = Person(running, "Demo Rasa").opens_the_link()
    during = {3: 0.02, 23: 0.08}  # it takes long to start; tests/bad_days has it away before a message
    for place, turn in enumerate(WAY[:AFTER_SHARING]):
        sent = person.sends_meanwhile(turn)
        if place in during:
            time.sleep(during[place])
            kill(running, "rasa")
        sent.result()
        person.is_answered(turn)
    check_in_comes(person, killed="rasa")
    person.plays(WAY[-1])
    everything_is_right(person)
    delayed = [row for row in person.rows(tables.Outbox) if row.key == "utter_delayed"]
    assert len(delayed) <= len(during)  # told once for each time it was away, never for the check-in


def test_everything_stopped_and_started_again_is_as_it_was(running: Running) -> None:
    person = Person(running, "Demo Everything").opens_the_link().plays(*SHARED)
    half_way = Person(running, "Demo Halfway").opens_the_link().plays(*HALF_WAY)
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
    person.plays(WAY[-1])
    everything_is_right(person)
