"""Takes Telegram's updates: keeps each one, is polite about it, and has its conversation answered."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any
from weakref import WeakValueDictionary

from sqlalchemy.exc import SQLAlchemyError

from bot.bootstrap import House
from bot.core.arrivals import Arrival
from bot.gateway.background import answer
from bot.services.receive_telegram import Received

logger = logging.getLogger(__name__)


class TelegramDesk:
    """One per gateway. Answers conversations beside each other, and the messages of one after another."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._running: set[asyncio.Task[None]] = set()
        self._told: set[str] = set()

    async def take(self, arrival: Arrival) -> bool:
        """Keep one update; answering it goes on in the background.

        Returns: False when it could not be saved. Then the person is told once, and the update must not be confirmed.
        """
        try:
            received = await asyncio.to_thread(self._house.receive_telegram, arrival)
        except SQLAlchemyError as error:
            logger.error("telegram update=%s not saved: %s", arrival.external_id, type(error).__name__)
            self._tell_once(arrival)
            return False
        self._told.discard(arrival.external_id)
        self._begin(self._courtesies(arrival, received))
        if received.conversation_id:
            self._begin(self._answer(received.conversation_id))
        return True

    async def settle(self, within: timedelta | None = None) -> None:
        """Wait until all that was begun is done, or so long. What is not done is in rows for the next start."""
        until = within.total_seconds() if within else None
        while self._running:
            _done, left = await asyncio.wait(set(self._running), timeout=until)
            if left:
                return

    def _tell_once(self, arrival: Arrival) -> None:
        if arrival.address and arrival.external_id not in self._told:
            self._told.add(arrival.external_id)
            not_saved = self._house.wording.say("utter_telegram_not_saved")
            self._begin(self._house.telegram_line.say(arrival.address, not_saved))

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()):
            # The rows are kept, so the worker's sweep answers them; what was said is in no log.
            logger.error("telegram answer failed: %s", type(error).__name__)

    async def _answer(self, conversation_id: str) -> None:
        async with self._locks.setdefault(conversation_id, asyncio.Lock()):
            await answer(self._house, conversation_id)
            await self._house.send_due(conversation_id)

    async def _courtesies(self, arrival: Arrival, received: Received) -> None:
        line = self._house.telegram_line
        if arrival.tap:
            await line.answer_tap(arrival.tap.callback_id)
            if arrival.tap.message_id:
                await self._after_tap(arrival, received.chosen)
        if received.answer:
            await line.say(arrival.address, received.answer)
        if received.leave:
            await line.leave(arrival.address)

    async def _after_tap(self, arrival: Arrival, chosen: str | None) -> None:
        """The keyboard goes, so that nobody taps it again; below the question stands what was chosen."""
        line, tap = self._house.telegram_line, arrival.tap
        await line.take_buttons_away(arrival.address, tap.message_id)
        if chosen:
            await line.show_chosen(arrival.address, tap.message_id, chosen)
