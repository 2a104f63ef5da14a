"""The road out, to Telegram, through the real library."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.bootstrap import House
from bot.services import send_due
from tests.channels.bot_api_person import Person, Refused
from tests.channels.bot_api_server import BotApi
from tests.channels.conftest import open_house
from tests.channels.talk import at_noon, bound_chat, message, queue, row


async def test_a_reply_arrives_as_plain_text_and_its_row_is_sent(house: House, person: Person) -> None:
    row_id = queue(house, bound_chat(house), "What matters to you? *Anything* <b>at all</b>.")

    assert await house.send_due() == 1

    assert [message.text for message in person.sees] == ["What matters to you? *Anything* <b>at all</b>."]
    assert "parse_mode" not in person.sees[0].raw
    sent = row(house, row_id)
    assert (sent.state, sent.outcome, sent.external_id) == ("sent", "sent", str(person.sees[0].message_id))


async def test_sending_again_sends_nothing_twice(house: House, person: Person) -> None:
    queue(house, bound_chat(house))

    await house.send_due()
    await house.send_due()

    assert len(person.sees) == 1


async def test_two_senders_at_once_send_each_message_once_and_in_order(
    house: House, person: Person, settings, api: BotApi
) -> None:
    conversation = bound_chat(house)
    for number in range(6):
        queue(house, conversation, f"{number}")
    other = open_house(settings, api)

    await asyncio.gather(house.send_due(), other.send_due(conversation))
    await house.send_due()

    assert [message.text for message in person.sees] == [str(number) for number in range(6)]
    await other.channels.close()


async def test_a_scale_stands_in_two_rows_with_its_ends_in_the_text(house: House, person: Person) -> None:
    scale = {"low": "not at all important", "high": "extremely important"}
    skip = ({"title": "Skip", "value": "/skip"},)
    queue(house, bound_chat(house), "How important?", question="importance:1", scale=scale, buttons=skip)

    await house.send_due()

    shown = person.sees[0]
    assert [[button["text"] for button in line] for line in shown.buttons] == [
        ["0", "1", "2", "3", "4", "5"], ["6", "7", "8", "9", "10"], ["Skip"],
    ]
    assert "0 = not at all important" in shown.text and "10 = extremely important" in shown.text


async def test_a_long_text_comes_in_parts_with_the_buttons_under_the_last(house: House, person: Person) -> None:
    paragraphs = [f"{number}. " + "I cannot sleep for the pain. " * 20 for number in range(12)]
    text = "\n\n".join(paragraph.strip() for paragraph in paragraphs)
    queue(house, bound_chat(house), text, question="read_back", buttons=({"title": "Share it", "value": "share"},))

    assert await house.send_due() == 1

    parts = person.sees
    assert len(parts) == 2
    assert "\n\n".join(part.text for part in parts) == text
    assert [part.titles for part in parts] == [[], ["Share it"]]


async def test_a_part_that_failed_is_sent_again_without_the_parts_before_it(
    house: House, person: Person, api: BotApi
) -> None:
    parts = [letter * 4000 for letter in "abc"]
    row_id = queue(house, bound_chat(house), "\n\n".join(parts))
    api.fail("sendMessage", None)
    api.fail("sendMessage", Refused(500, "Internal Server Error"))

    await house.send_due()
    assert [message.text for message in person.sees] == parts[:1]

    house.clock.forward(timedelta(minutes=1))
    await house.send_due()
    assert [message.text for message in person.sees] == parts
    assert row(house, row_id).state == "sent"


async def test_a_later_message_never_overtakes_one_that_is_tried_again(
    house: House, person: Person, api: BotApi
) -> None:
    conversation = bound_chat(house)
    queue(house, conversation, "first")
    queue(house, conversation, "second")
    api.fail("sendMessage", Refused(500, "Internal Server Error"))

    await house.send_due()
    assert person.sees == []

    house.clock.forward(timedelta(minutes=1))
    await house.send_due()
    assert [message.text for message in person.sees] == ["first", "second"]


async def test_an_answer_does_not_wait_until_morning_behind_a_nudge(house: House, person: Person) -> None:
    at_noon(house)
    house.clock.forward(timedelta(hours=10))
    conversation = bound_chat(house)
    nudge = queue(house, conversation, "How is it going?", kind="nudge")

    await house.send_due()
    assert row(house, nudge).state == "due"
    answer = queue(house, conversation, "an answer")
    await house.send_due()
    assert [message.text for message in person.sees] == ["an answer"]

    house.clock.forward(timedelta(hours=12))
    await house.send_due()
    assert [message.text for message in person.sees] == ["an answer", "How is it going?"]
    # It takes its place in the conversation when it is said, so a page that shows what is new does not miss it.
    assert row(house, nudge).seq > row(house, answer).seq


async def test_replies_and_safety_answers_go_out_after_stop_and_a_nudge_does_not(
    house: House, person: Person
) -> None:
    at_noon(house)
    conversation = bound_chat(house, messages_stopped_at=house.clock.now())
    queue(house, conversation, "You will get no more messages.", kind="reply")
    queue(house, conversation, "Call 999 now.", kind="safety")
    nudge = queue(house, conversation, "How is it going?", kind="nudge")

    await house.send_due()

    assert [message.text for message in person.sees] == ["You will get no more messages.", "Call 999 now."]
    assert (row(house, nudge).state, row(house, nudge).outcome) == ("dropped", "stopped")


async def test_a_check_in_that_could_not_go_for_two_days_is_dropped(house: House, person: Person) -> None:
    at_noon(house)
    row_id = queue(house, bound_chat(house), "How did it go?", kind="check_in")
    house.clock.forward(timedelta(hours=49))

    await house.send_due()

    assert person.sees == []
    assert (row(house, row_id).state, row(house, row_id).outcome) == ("dropped", "too_old")


async def test_both_halves_of_a_check_in_go_out_although_the_cap_is_reached_between_them(
    house: House, person: Person
) -> None:
    at_noon(house)
    conversation = bound_chat(house)
    now = house.clock.now()
    for text in ("Hello again.", "How did it go?"):
        with house.units.work() as unit:
            unit.messages.add_outgoing(conversation, message(text, kind="check_in"), now)
    object.__setattr__(house.send_rules, "weekly_cap", 1)

    await house.send_due()
    house.clock.forward(timedelta(seconds=2))
    await house.send_due()

    assert [shown.text for shown in person.sees] == ["Hello again.", "How did it go?"]


async def test_one_chat_gets_one_unasked_message_a_second(house: House, person: Person) -> None:
    at_noon(house)
    conversation = bound_chat(house)
    queue(house, conversation, "one", kind="check_in")
    queue(house, conversation, "two", kind="check_in")

    await house.send_due()
    assert [shown.text for shown in person.sees] == ["one"]

    house.clock.forward(timedelta(seconds=2))
    await house.send_due()
    assert [shown.text for shown in person.sees] == ["one", "two"]


async def test_no_more_go_in_one_second_over_all_processes_than_telegram_allows(
    house: House, api: BotApi, settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(send_due, "OVERALL_PER_SECOND", 3)
    for number in range(5):
        api.person(1000 + number)
        queue(house, bound_chat(house, str(1000 + number), slug=f"clinic-{number}"))
    moment = house.clock.now()
    worker = open_house(settings, api)
    house.clock.now = worker.clock.now = lambda: moment

    await asyncio.gather(house.send_due(), worker.send_due())
    assert len(api.messages) == 3

    moment += timedelta(seconds=1)
    await house.send_due()
    assert len(api.messages) == 5
    await worker.channels.close()


