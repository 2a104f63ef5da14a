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
        self._begun: set[asyncio.Task[Any]] = set()
        self._sweeping: asyncio.Task[None] | None = None
        self._tries: dict[str, int] = {}

    def start(self) -> None:
        """Begin to sweep."""
        self._sweeping = asyncio.create_task(self._sweep())

    def answer(self, conversation_id: str) -> None:
        """Take the waiting messages of a conversation, and let its open pages know; nobody waits for it."""
        self._begin(answer(self._house, conversation_id))

    async def settle(self) -> None:
        """Wait until all that was begun is done, well or badly. The sweep goes on."""
        while self._begun:
            await asyncio.wait(set(self._begun))

    async def stop(self) -> None:
        """End at once. What was under way is still a row."""
        ending = [*self._begun, *filter(None, [self._sweeping])]
        for task in ending:
            task.cancel()
        await asyncio.gather(*ending, return_exceptions=True)

    def _begin(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        task = asyncio.create_task(work)
        self._begun.add(task)
        task.add_done_callback(self._ended)
        return task

    async def _sweep(self) -> None:
        """Take up, once a second, what was received and not answered: the assistant was away, or a process died."""
        while True:
            await asyncio.wait({self._begin(self._sweep_once())})  # however badly this one ends, there is a next one
            await asyncio.sleep(SWEEP_EVERY)

    async def _sweep_once(self) -> None:
        try:
            waiting = await asyncio.to_thread(self._waiting)
        except SQLAlchemyError as error:
            logger.error("the sweep could not read: %s", type(error).__name__)
            return
        self._tries = {one: tries for one, tries in self._tries.items() if one in waiting}
        for conversation_id in filter(self._is_its_turn, waiting):
            await asyncio.wait({self._begin(self._try(conversation_id))})  # nobody waits for another's fault

    async def _try(self, conversation_id: str) -> None:
        if await answer(self._house, conversation_id):
            self._tries.pop(conversation_id, None)  # what is sent next was not tried before

    def _is_its_turn(self, conversation_id: str) -> bool:
        """Every sweep at first, then less and less often, so that one that never works leaves room for the others."""
        tries = self._tries[conversation_id] = self._tries.get(conversation_id, 0) + 1
        return tries <= 5 or tries % min(tries // 5 * 2, RARELY) == 0

    def _waiting(self) -> tuple[str, ...]:
        with self._house.units.reading() as unit:
            return unit.messages.conversations_waiting(self._house.clock.now() - FRESH)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._begun.discard(task)
        if not task.cancelled() and task.exception() is not None:
            logger.error("a task ended badly: %s", type(task.exception()).__name__)


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
    background.start()
    try:
        yield background
    finally:
        await background.stop()
