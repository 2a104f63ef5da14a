"""A check-in falls due: asked once, at a good moment, on the channel the person used last."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.bootstrap import House
from bot.clock import MovableClock
from bot.config import Settings
from bot.store.tables import CheckIn, Conversation, Preparation, new_id
from tests.channels.talk import Talk, at_noon, inbox, message, new_token, outbox


@pytest.fixture
def talking(house: House) -> House:
    """The house at noon, with a recording conversation that asks how it went."""
    at_noon(house)
    house.handle_inbox = Talk(house, lambda _heard: [message("How did it go?", kind="check_in", channel=None)])
    return house


def plan(house: House, due_in: timedelta = timedelta(days=2), phase: str = "confirmed", **patient: object) -> str:
    """Somebody who chose a check-in. Returns the conversation's id."""
    invitation = house.open_invitation(new_token(house, **patient))
    now = house.clock.now()
    with house.units.work() as unit:
        preparation = Preparation(
            id=new_id(), conversation_id=invitation.conversation_id, appointment_id=invitation.appointment_id,
            phase=phase, started_at=now, changed_at=now,
        )
        unit.session.add(preparation)
        unit.session.flush()
        unit.session.add(CheckIn(
            id=new_id(), preparation_id=preparation.id, first_step="Walk to the shop", due_at=now + due_in,
            timezone="Europe/London", state="planned",
        ))
    return invitation.conversation_id


def check_in(house: House) -> CheckIn:
    with house.units.reading() as unit:
        return unit.session.query(CheckIn).one()


def heard_at(house: House, conversation_id: str, at: datetime) -> None:
    with house.units.work() as unit:
        unit.session.get(Conversation, conversation_id).last_heard_at = at


async def test_a_check_in_is_asked_when_it_is_due_and_once_only(talking: House) -> None:
    plan(talking)
    assert await talking.start_check_ins() == 0

    talking.clock.forward(timedelta(days=2))
    assert await talking.start_check_ins() == 1
    assert await talking.start_check_ins() == 0
    await talking.send_due()

    (row,) = inbox(talking)
    assert (row.kind, row.value, row.external_id) == (
        "check_in", check_in(talking).id, f"check-in:{check_in(talking).id}"
    )
    assert (check_in(talking).state, check_in(talking).asked_at) == ("asked", row.received_at)
    assert [(said.text, said.state, said.outcome) for said in outbox(talking)] == [
        ("How did it go?", "sent", "on_page")
    ]


async def test_a_check_in_survives_a_restart_of_every_process(talking: House, settings: Settings) -> None:
    plan(talking)
    talking.clock.forward(timedelta(days=3))

    after_restart = House(settings, MovableClock(settings.clock_file))
    after_restart.handle_inbox = Talk(after_restart)

    assert await after_restart.start_check_ins() == 1
    assert await talking.start_check_ins() == 0


async def test_killed_after_marking_it_asked_the_message_is_still_answered(
    talking: House, settings: Settings
) -> None:
    plan(talking)
    talking.clock.forward(timedelta(days=2))

    async def die(_conversation_id: str) -> None:
        raise ConnectionError

    answer, talking.handle_inbox = talking.handle_inbox, die
    with pytest.raises(ConnectionError):
        await talking.start_check_ins()

    after_restart = House(settings, MovableClock(settings.clock_file))
    after_restart.handle_inbox = answer
    talking.clock.forward(timedelta(minutes=1))
    assert await after_restart.sweep_inbox() == 1
    assert await after_restart.sweep_inbox() == 0
    assert [row.text for row in outbox(talking)] == ["How did it go?"]


async def test_after_stop_a_check_in_is_stopped(talking: House) -> None:
    plan(talking, messages_stopped_at=talking.clock.now())
    talking.clock.forward(timedelta(days=2))

    assert await talking.start_check_ins() == 0

    assert check_in(talking).state == "stopped" and inbox(talking) == []


async def test_a_check_in_waits_while_the_person_is_talking(talking: House) -> None:
    conversation = plan(talking, phase="open")
    talking.clock.forward(timedelta(days=2))
    heard_at(talking, conversation, talking.clock.now() - timedelta(minutes=3))

    assert await talking.start_check_ins() == 0
    assert check_in(talking).state == "planned"

    talking.clock.forward(timedelta(hours=1))
    assert await talking.start_check_ins() == 1


async def test_a_check_in_waits_until_the_quiet_hours_are_over(talking: House) -> None:
    plan(talking, due_in=timedelta(hours=11))
    talking.clock.forward(timedelta(hours=12))
    assert await talking.start_check_ins() == 0

    talking.clock.forward(timedelta(hours=12))
    assert await talking.start_check_ins() == 1


async def test_one_that_waits_holds_up_nobody_else(talking: House) -> None:
    conversation = plan(talking, slug="harbour")
    plan(talking, slug="hill")
    talking.clock.forward(timedelta(days=2, minutes=1))
    heard_at(talking, conversation, talking.clock.now())

    assert await talking.start_check_ins() == 1
