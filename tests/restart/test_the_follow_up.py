"""Check-ins and nudges through the real worker, with a clock that the test moves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import httpx
import pytest
from running import Running

from bot.core.reminders import NOT_FINISHED
from bot.store import tables
from tests.restart.person import Person, until


@pytest.fixture
def person(running: Running) -> Person:
    """Somebody who has shared, and chose a check-in."""
    return Person(running, "Demo Follow-up").opens_the_link().shares()


def stream(person: Person, after: int) -> Iterator[dict]:
    """Messages as an open page gets them."""
    options = {"timeout": httpx.Timeout(60.0), "params": {"after": after}}
    with person.http.stream("GET", "/api/chat/stream", **options) as response:
        event = ""
        for line in response.iter_lines():
            if line.startswith("event:"):
                event = line.removeprefix("event:").strip()
            elif line.startswith("data:") and event == "message":
                yield json.loads(line.removeprefix("data:"))


def forward_past(person: Person, moment) -> None:  # type: ignore[no-untyped-def]
    clock = person.running.house.clock
    clock.forward(max(timedelta(0), moment - clock.now()) + timedelta(minutes=1))


def sheet_of(person: Person) -> dict:
    house = person.running.house
    return json.loads(house.sheet_formats.render(house.open_sheet(person.reference, staff=None, format="json"), "json"))


def test_the_check_in_comes_live_and_its_answer_stands_on_the_sheet(running: Running, person: Person) -> None:
    last = person.history()[-1]["seq"]
    (planned,) = person.check_ins()
    with ThreadPoolExecutor(1) as pool:
        live = pool.submit(next, stream(person, last))
        forward_past(person, planned.due_at)
        came = live.result(timeout=100)
    assert (came["kind"], came["from"]) == ("check_in", "paratoi")
    person.is_answered("the check-in")
    asks = until(lambda: [one for one in person.history() if one["question"] == f"check_in_result:{planned.id}"], "it")
    assert [button["value"] for button in asks[0]["buttons"]] == ["done", "partly", "not_yet_done", "changed_mind"]
    assert "Ten minutes after tea" in " ".join(one["text"] for one in person.history() if one["kind"] == "check_in")
    person.plays(">partly")
    (row,) = person.check_ins()
    assert (row.state, row.answer) == ("answered", "partly")
    (shown,) = sheet_of(person)["shared"]["change"]["check_ins"]
    assert (shown["same_step"], shown["state"], shown["answer"]) == (True, "answered", "partly")
    person.nothing_is_lost_or_doubled()


def test_after_stop_the_check_in_never_comes(running: Running, person: Person) -> None:
    (planned,) = person.check_ins()
    person.plays("STOP")
    forward_past(person, planned.due_at)
    until(lambda: person.check_ins()[0].state == "stopped", f"the end of the check-in\n{person}")
    assert [row for row in person.rows(tables.Inbox) if row.kind == "check_in"] == []
    assert [row for row in person.rows(tables.Outbox) if row.kind == "check_in"] == []
    assert person.history()[-1]["text"] == next(
        row.text for row in person.rows(tables.Outbox) if row.key == "utter_stopped")


def test_a_queued_nudge_is_not_sent_to_somebody_who_wrote_stop_meanwhile(running: Running) -> None:
    stopping, staying = (Person(running, f"Demo {name}").opens_the_link().plays(">agree") for name in ("Stop", "Stay"))
    sent = running.house.send_nudge(
        uuid4().hex, running.clinic_id, "Running Demo Clinic", NOT_FINISHED, "utter_nudge_carry_on")
    assert sent.reached >= 2
    assert [nudge(one).state for one in (stopping, staying)] == ["due", "due"]  # both were talking just now
    stopping.plays("STOP")
    for one in (stopping, staying):
        forward_past(one, nudge(one).not_before)
    until(lambda: nudge(stopping).state != "due", "the nudge that is not sent")
    until(lambda: nudge(staying).state == "sent", "the nudge that is sent")
    assert (nudge(stopping).state, nudge(stopping).outcome) == ("dropped", "stopped")
    assert "nudge" not in [one["kind"] for one in stopping.history()]
    assert [one["kind"] for one in staying.history()][-1] == "nudge"


def nudge(person: Person):  # type: ignore[no-untyped-def]
    (row,) = [row for row in person.rows(tables.Outbox) if row.kind == "nudge"]
    return row
