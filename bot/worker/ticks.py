"""What the worker does again and again, each tick on its own."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.bootstrap import House

logger = logging.getLogger(__name__)

Work = Callable[[], Awaitable[object]]


@dataclass(frozen=True)
class Tick:
    """One thing to do every so often."""

    name: str
    every: timedelta
    work: Work


def ticks(house: House, alive: Path) -> Iterator[Tick]:
    """Everything the worker does. ``alive`` is touched to show that it still runs."""

    async def touch() -> None:
        alive.parent.mkdir(parents=True, exist_ok=True)
        alive.touch()

    yield Tick("alive", timedelta(seconds=2), touch)
    yield Tick("send_due", timedelta(seconds=1), house.send_due)
    yield Tick("alert_contacts", timedelta(seconds=2), house.alerting.tick)
    yield Tick("start_check_ins", timedelta(seconds=3), house.start_check_ins)
    yield Tick("sweep_inbox", timedelta(seconds=3), house.sweep_inbox)


class Running:
    """Runs ticks so that a failing one is reported and tried again, and a stop waits for the one under way."""

    def __init__(self) -> None:
        self._under_way: set[asyncio.Task[object]] = set()
        self._stopped = False

    async def run(self, tick: Tick) -> None:
        """Do it once. Its failure is logged by kind only: an error's text may hold a person's words."""
        if self._stopped:
            return
        task = asyncio.ensure_future(tick.work())
        self._under_way.add(task)
        try:
            await asyncio.wait({task})
        finally:
            self._under_way.discard(task)
        if not task.cancelled() and (error := task.exception()):
            logger.error("tick %s failed: %s", tick.name, type(error).__name__)

    async def stop(self, within: timedelta) -> None:
        """Begin nothing more, and wait for what is under way. What takes longer is left to the next start."""
        self._stopped = True
        if self._under_way:
            await asyncio.wait(set(self._under_way), timeout=within.total_seconds())
