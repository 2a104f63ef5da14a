"""What happens when Telegram refuses, floods, hangs or is not there; and when we die."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

import pytest

from bot.bootstrap import House
from bot.core.delivery import LEASE
from tests.channels.bot_api_person import Hangs, Person, Refused
from tests.channels.bot_api_server import TOKEN, BotApi
from tests.channels.conftest import open_house
from tests.channels.talk import at_noon, bound_chat, queue, row, stopped_at


async def test_a_blocked_chat_is_an_opt_out_from_everything_unasked(house: House, person: Person) -> None:
    at_noon(house)
    conversation = bound_chat(house)
    row_id = queue(house, conversation)
    person.blocks(tells=False)

    await house.send_due()
    nudge = queue(house, conversation, "How is it going?", kind="nudge")
    await house.send_due()

    assert (row(house, row_id).state, row(house, row_id).outcome) == ("failed", "blocked")
    assert stopped_at(house, conversation) is not None
    assert row(house, nudge).state == "dropped"


async def test_flood_control_holds_back_every_chat_until_its_time_is_over(
    house: House, person: Person, api: BotApi
) -> None:
    first, other = bound_chat(house), bound_chat(house, "4712", slug="hill")
    someone_else = api.person(4712)
    api.fail("sendMessage", Refused(429, "Too Many Requests: retry after 7", retry_after=7))
    flooded = queue(house, first)

    await house.send_due(first)
    queue(house, other)
    await house.send_due()

    assert (person.sees, someone_else.sees) == ([], [])
    assert (row(house, flooded).state, row(house, flooded).outcome) == ("due", "slow_down")

    house.clock.forward(timedelta(seconds=7))
    await house.send_due()
    assert (len(person.sees), len(someone_else.sees)) == (1, 1)


async def test_flood_control_met_by_one_process_holds_back_the_other(
    house: House, person: Person, settings, api: BotApi
) -> None:
    first, other = bound_chat(house), bound_chat(house, "4712", slug="hill")
    queue(house, first)
    queue(house, other)
    someone_else = api.person(4712)
    api.fail("sendMessage", Refused(429, "Too Many Requests: retry after 30", retry_after=30))

    await house.send_due(first)
    worker = open_house(settings, api)
    await worker.send_due()

    assert (person.sees, someone_else.sees) == ([], [])
    await worker.channels.close()


async def test_a_chat_that_is_not_there_fails_and_lets_the_next_message_try(house: House, api: BotApi) -> None:
    conversation = bound_chat(house, "999")
    row_id = queue(house, conversation)

    await house.send_due()

    assert (row(house, row_id).state, row(house, row_id).outcome) == ("failed", "unknown_address")


@pytest.mark.parametrize(
    ("error", "outcome"),
    [(Refused(500, "Internal Server Error"), "unreachable"), (Refused(502, "Bad Gateway"), "unreachable"),
     (Hangs(), "unsure")],
)
async def test_trouble_on_the_way_is_tried_again_later_and_longer_each_time(
    house: House, person: Person, api: BotApi, error: Exception, outcome: str
) -> None:
    row_id = queue(house, bound_chat(house))
    api.fail("sendMessage", error, times=2)

    await house.send_due()
    first_wait = row(house, row_id).not_before - house.clock.now()
    assert (row(house, row_id).state, row(house, row_id).outcome) == ("due", outcome)
    await house.send_due()
    assert row(house, row_id).tries == 1

    house.clock.forward(first_wait)
    await house.send_due()
    assert row(house, row_id).not_before - house.clock.now() > first_wait

    house.clock.forward(timedelta(minutes=10))
    await house.send_due()
    assert row(house, row_id).state == "sent" and len(person.sees) == 1


async def test_a_message_whose_sender_died_after_claiming_it_is_sent_after_the_lease(
    house: House, person: Person, settings, api: BotApi
) -> None:
    conversation = bound_chat(house)
    row_id = queue(house, conversation)
    with house.units.work() as unit:
        unit.deliveries.claim(unit.deliveries.next_row(conversation, "telegram", house.clock.now()), "dead",
                              house.clock.now())

    await house.send_due()
    assert person.sees == []

    house.clock.forward(LEASE)
    await house.send_due()
    assert len(person.sees) == 1 and row(house, row_id).state == "sent"


async def test_a_cancelled_sender_still_marks_what_it_sent(house: House, person: Person) -> None:
    row_id = queue(house, bound_chat(house))
    sending = asyncio.create_task(house.send_due())
    while row(house, row_id).state == "due":
        await asyncio.sleep(0.001)

    sending.cancel()
    while row(house, row_id).state == "claimed":
        await asyncio.sleep(0.001)

    assert row(house, row_id).state == "sent" and len(person.sees) == 1


async def test_a_wrong_token_keeps_the_rows_and_tries_them_slowly(
    house: House, person: Person, api: BotApi, settings
) -> None:
    row_id = queue(house, bound_chat(house))
    api.bad_token = True
    await house.send_due()
    await house.send_due()
    assert (row(house, row_id).state, row(house, row_id).outcome) == ("due", "wrong_token")

    api.bad_token = False
    mended = open_house(settings, api)
    await mended.send_due()
    assert len(person.sees) == 1
    await mended.channels.close()


async def test_no_log_holds_the_token_or_a_persons_words(
    house: House, person: Person, api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    conversation = bound_chat(house)
    api.fail("sendMessage", Refused(400, "Bad Request: something odd"))
    queue(house, conversation, "my secret worry")
    queue(house, conversation, "another worry")

    await house.send_due()

    assert len(person.sees) == 1
    assert TOKEN not in caplog.text and "worry" not in caplog.text
    assert "outcome=refused" in caplog.text


async def test_without_a_token_telegram_rows_wait_and_the_page_is_served(
    settings, api: BotApi, house: House
) -> None:
    conversation = bound_chat(house)
    for_telegram, for_page = queue(house, conversation), queue(house, conversation, channel="web")
    without = open_house(settings, api, telegram_token="")

    await without.send_due()

    assert row(house, for_telegram).state == "due"
    assert (row(house, for_page).state, row(house, for_page).outcome) == ("sent", "on_page")
    assert api.calls == []
