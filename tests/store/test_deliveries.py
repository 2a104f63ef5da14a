"""The outbox as a queue, the bindings of chats and the check-ins that are due, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from bot.bootstrap import House
from bot.core.delivery import LEASE, Delivery, Receipt, after
from bot.store.tables import CheckIn, Preparation, new_id
from tests.channels.talk import at_noon, bound_chat, new_token, outbox, queue, row, stopped_at


def take(house: House, conversation: str, by: str = "one") -> Delivery | None:
    now = house.clock.now()
    with house.units.work() as unit:
        found = unit.deliveries.next_row(conversation, "telegram", now)
        return unit.deliveries.claim(found, by, now) if found else None


def settle(house: House, message: Delivery, outcome: str, by: str = "one") -> None:
    now = house.clock.now()
    with house.units.work() as unit:
        unit.deliveries.settle(message, after(Receipt(outcome), message.tries, now), by, "42", now)


def test_rows_are_taken_in_order_and_the_next_waits_for_the_one_before(house: House) -> None:
    conversation = bound_chat(house)
    queue(house, conversation, "first")
    queue(house, conversation, "second")

    first = take(house, conversation)
    assert (first.text, first.address, first.tries) == ("first", "4711", 1)
    assert take(house, conversation) is None

    settle(house, first, "sent")
    assert take(house, conversation).text == "second"


def test_only_conversations_with_something_to_send_wait(house: House) -> None:
    conversation = bound_chat(house)
    row_id = queue(house, conversation)
    now = house.clock.now()
    with house.units.reading() as unit:
        assert unit.deliveries.waiting(["telegram"], now) == [conversation]
        assert unit.deliveries.waiting(["web"], now) == []

    settle(house, take(house, conversation), "sent")
    with house.units.reading() as unit:
        assert unit.deliveries.waiting(["telegram"], house.clock.now()) == []
    assert (row(house, row_id).state, row(house, row_id).external_id) == ("sent", "42")


def test_many_who_take_at_once_get_one_row_once(house: House) -> None:
    conversation = bound_chat(house)
    queue(house, conversation)

    with ThreadPoolExecutor(6) as pool:
        taken = list(pool.map(lambda name: take(house, conversation, name), "abcdef"))

    assert sum(one is not None for one in taken) == 1


def test_a_claim_left_by_a_dead_process_is_taken_over_and_its_late_word_is_ignored(house: House) -> None:
    conversation = bound_chat(house)
    row_id = queue(house, conversation)
    before = take(house, conversation, "dead")
    house.clock.forward(LEASE)

    again = take(house, conversation, "alive")
    settle(house, again, "sent", "alive")
    settle(house, before, "unreachable", "dead")

    assert (again.tries, row(house, row_id).state) == (2, "sent")


def test_holding_a_channel_holds_every_waiting_row_of_it(house: House) -> None:
    first, other = bound_chat(house), bound_chat(house, "4712", slug="hill")
    queue(house, first)
    queue(house, other)
    with house.units.work() as unit:
        unit.deliveries.hold_channel("telegram", house.clock.now() + timedelta(seconds=9))

    assert take(house, first) is None and take(house, other) is None
    house.clock.forward(timedelta(seconds=9))
    assert take(house, first) is not None


def test_an_answer_on_the_page_has_arrived_by_being_there_and_what_is_unasked_has_not(house: House) -> None:
    conversation = house.open_invitation(new_token(house)).conversation_id
    queue(house, conversation, channel="web")
    queue(house, conversation, channel="web", kind="nudge")
    assert [one.state for one in outbox(house)] == ["sent", "due"]


def test_a_chat_talks_in_one_conversation_and_a_conversation_in_one_chat(house: House) -> None:
    first, other = bound_chat(house), bound_chat(house, "4712", slug="hill")
    with house.units.work() as unit:
        unit.bindings.bind("telegram", "4711", other, house.clock.now())

    with house.units.reading() as unit:
        assert unit.bindings.find("telegram", "4711").conversation_id == other
        assert unit.bindings.find("telegram", "4712") is None
    queue(house, first)
    assert take(house, first).address is None


def test_a_block_stops_what_is_unasked_and_writing_lifts_it_but_not_the_stop(house: House) -> None:
    conversation = bound_chat(house)
    with house.units.work() as unit:
        unit.bindings.block("telegram", conversation, house.clock.now())
    with house.units.work() as unit:
        assert unit.nudges.person(conversation, house.clock.now()).blocked
        unit.bindings.heard_from("telegram", "4711")

    with house.units.reading() as unit:
        assert not unit.nudges.person(conversation, house.clock.now()).blocked
    assert stopped_at(house, conversation) is not None


async def test_two_workers_start_a_check_in_once(house: House) -> None:
    at_noon(house)
    invitation = house.open_invitation(new_token(house))
    now = house.clock.now()
    with house.units.work() as unit:
        preparation = Preparation(
            id=new_id(), conversation_id=invitation.conversation_id, appointment_id=invitation.appointment_id,
            phase="confirmed", started_at=now, changed_at=now,
        )
        unit.session.add(preparation)
        unit.session.flush()
        unit.session.add(CheckIn(
            id=new_id(), preparation_id=preparation.id, first_step="Walk", due_at=now, timezone="Europe/London",
            state="planned",
        ))
    heard: list[str] = []

    async def hear(conversation_id: str) -> None:
        heard.append(conversation_id)

    house.handle_inbox = hear
    start = house.start_check_ins
    await asyncio.gather(*(asyncio.to_thread(lambda: asyncio.run(start())) for _ in range(4)))

    assert heard == [invitation.conversation_id]
