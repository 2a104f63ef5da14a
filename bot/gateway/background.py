"""What the gateway does beside answering requests: turns that were begun, and messages left without an answer."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from bot.bootstrap import House

logger = logging.getLogger(__name__)
RARELY = 30  # sweeps between two tries of a message that has failed for minutes
FRESH = timedelta(seconds=3)  # whoever took a message in is answering it; only later is it taken for left behind
SWEEP_EVERY = 1.0  # seconds; how long a person waits at most once the assistant is back


class Background:
    """Tasks of this process; they end with it, and what they left undone is still a row."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._tasks: set[asyncio.Task[Any]] = set()
        self._tries: dict[str, int] = {}

    def soon(self, work: Coroutine[Any, Any, Any]) -> None:
        """Do this, without anybody waiting for it."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def answer(self, conversation_id: str) -> None:
        """Take the waiting messages of a conversation, and let its open pages know."""
        self.soon(answer(self._house, conversation_id))

    async def sweep(self) -> None:
        """Take up, once a second, what was received and not answered: the assistant was away, or a process died."""
        while True:
            try:
                waiting = await asyncio.to_thread(self._waiting)
                self._tries = {one: tries for one, tries in self._tries.items() if one in waiting}
                for conversation_id in filter(self._is_its_turn, waiting):
                    await answer(self._house, conversation_id)
            except SQLAlchemyError as error:
                logger.error("the sweep could not read or save: %s", type(error).__name__)
            await asyncio.sleep(SWEEP_EVERY)

    def _is_its_turn(self, conversation_id: str) -> bool:
        """Every sweep at first, then less and less often, so that one that never works leaves room for the others."""
        tries = self._tries[conversation_id] = self._tries.get(conversation_id, 0) + 1
        return tries <= 5 or tries % min(tries // 5 * 2, RARELY) == 0

    def _waiting(self) -> tuple[str, ...]:
        with self._house.units.reading() as unit:
            return unit.messages.conversations_waiting(self._house.clock.now() - FRESH)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            logger.error("a task ended badly: %s", type(task.exception()).__name__)

    async def stop(self) -> None:
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


async def answer(house: House, conversation_id: str) -> bool:
    """Answer what waits; when the database refuses meanwhile, the message is kept and answered later."""
    with house.hub.answering(conversation_id):
        try:
            return await house.handle_inbox(conversation_id)
        except SQLAlchemyError as error:
            logger.error("a turn could not be saved: %s", type(error).__name__)
            return False


@asynccontextmanager
async def working(house: House) -> AsyncIterator[Background]:
    """The background of one application, from its start to its end."""
    background = Background(house)
    background.soon(background.sweep())
    try:
        yield background
    finally:
        await background.stop()
