"""What goes on beside the requests: one fault never ends the rest."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from bot.bootstrap import House
from bot.gateway import background
from bot.gateway.background import Background, working

BAD, GOOD = "a-conversation-that-always-fails", "another-conversation"


@pytest.fixture
def waiting(house: House, monkeypatch: pytest.MonkeyPatch) -> House:
    """Two conversations wait for as long as the test lasts, and there is a sweep every few milliseconds."""
    monkeypatch.setattr(background, "SWEEP_EVERY", 0.002)
    monkeypatch.setattr(Background, "_waiting", lambda _self: (BAD, GOOD))
    return house


def answering(house: House, fault: BaseException) -> list[str]:
    """The conversations that were tried; the bad one raises ``fault``."""
    tried: list[str] = []

    async def turn(conversation_id: str) -> bool:
        tried.append(conversation_id)
        if conversation_id == BAD:
            raise fault
        return True

    house.handle_inbox = turn
    return tried


async def until(holds: Callable[[], bool]) -> None:
    async def look() -> None:
        while not holds():
            await asyncio.sleep(0.002)

    await asyncio.wait_for(look(), 30)


async def test_a_turn_that_ends_badly_ends_neither_the_sweep_nor_the_turns_behind_it(
    waiting: House, caplog: pytest.LogCaptureFixture,
) -> None:
    tried = answering(waiting, KeyError("the person's own words"))
    async with working(waiting):
        await until(lambda: tried.count(GOOD) >= 3)
    assert tried[:4] == [BAD, GOOD, BAD, GOOD]
    assert "a task ended badly: KeyError" in caplog.text
    assert "own words" not in caplog.text


async def test_a_look_that_fails_is_not_the_last(
    waiting: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
) -> None:
    tried = answering(waiting, KeyError())
    looks = iter([RuntimeError("a secret detail"), (GOOD,)])

    def look(_self: Background) -> tuple[str, ...]:
        found = next(looks, ())
        if isinstance(found, RuntimeError):
            raise found
        return found

    monkeypatch.setattr(Background, "_waiting", look)
    async with working(waiting):
        await until(lambda: tried == [GOOD])
    assert "RuntimeError" in caplog.text and "secret detail" not in caplog.text


async def test_a_message_answered_late_does_not_make_the_next_one_wait_longer(waiting: House) -> None:
    made = Background(waiting)
    answered = []

    async def turn(conversation_id: str) -> bool:
        answered.append(conversation_id)
        return conversation_id == GOOD

    waiting.handle_inbox = turn
    for _ in range(30):
        await made._sweep_once()
    assert answered.count(GOOD) == 30  # something new of theirs waited each time
    assert 5 < answered.count(BAD) < 15  # the same message, less and less often


async def test_settling_waits_for_what_was_begun_however_it_ends(house: House) -> None:
    tried = answering(house, KeyError())
    made = Background(house)
    for one in (BAD, GOOD):
        made.answer(one)
    assert tried == []
    await made.settle()
    assert tried == [BAD, GOOD]
    assert not house.hub.typing(BAD) and not house.hub.typing(GOOD)


async def test_stopping_ends_what_never_would(house: House) -> None:
    ended = []

    async def turn(conversation_id: str) -> bool:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(conversation_id)
        return True

    house.handle_inbox = turn
    async with working(house) as made:
        made.answer(GOOD)
        await until(lambda: house.hub.typing(GOOD))
    assert ended == [GOOD]
