"""A house with Telegram switched on, against the local Bot API."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.bootstrap import House
from bot.clock import MovableClock
from bot.config import Settings
from bot.gateway.telegram import TelegramPost
from tests.channels.bot_api_person import Person
from tests.channels.bot_api_server import TOKEN, BotApi
from tests.channels.talk import Talk

Listen = Callable[[], Awaitable[None]]


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi() as running:
        yield running


@pytest.fixture
def person(api: BotApi) -> Person:
    return api.person()


@pytest.fixture
async def house(settings: Settings, empty_database: Path, api: BotApi) -> AsyncIterator[House]:
    """The house of every test here: Telegram is on, and the conversation is a recording fake."""
    shutil.copy(empty_database, settings.data_dir / "paratoi.db")
    made = open_house(settings, api)
    yield made
    await made.channels.close()
    made.units.database.engine.dispose()


@pytest.fixture
async def post(house: House) -> AsyncIterator[TelegramPost]:
    made = TelegramPost(house)
    yield made
    await made.desk.settle()


@pytest.fixture
def listen(post: TelegramPost) -> Listen:
    """Take what waits at Telegram, and finish what follows from it."""

    async def once() -> None:
        await post.poll_once(timedelta(0))
        await post.desk.settle()

    return once


def open_house(settings: Settings, api: BotApi, **other: object) -> House:
    """A house on the same database and clock, as after a restart."""
    given = {"telegram_token": TOKEN, "telegram_api_url": api.url, **other}
    made = House(settings.copy(update=given), MovableClock(settings.clock_file))
    made.handle_inbox = Talk(made)
    return made
