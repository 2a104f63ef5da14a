"""The worker: ``python -m bot.worker``. It sends what is due, asks check-ins, and answers what was left behind.

State is rows and nothing else, so its schedule lives in memory: it may be killed at any moment, and several may run.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from datetime import timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from pytz import utc

from bot.bootstrap import House
from bot.worker.ticks import Running, Tick, ticks

logger = logging.getLogger(__name__)

# A message under way gets this long to end when the worker is told to stop; a supervisor should wait a little longer.
STOP_WITHIN = timedelta(seconds=25)
# APScheduler drops a run that is later than its default of one second; ours only ask what is due, so late is fine.
GRACE_SECONDS = 3600


def make_scheduler(running: Running, every: list[Tick]) -> AsyncIOScheduler:
    """A scheduler that runs each tick by itself, never twice at once, and once only for all the times it missed."""
    scheduler = AsyncIOScheduler(
        timezone=utc, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": GRACE_SECONDS}
    )
    for tick in every:
        scheduler.add_job(
            running.run, "interval", args=[tick], seconds=tick.every.total_seconds(), id=tick.name
        )
    return scheduler


async def work(house: House, stop: asyncio.Event) -> None:
    """Tick until ``stop`` is set; then end what is under way."""
    _ = house.safety  # a place without helplines stops the start
    alive = house.settings.data_dir / "worker.alive"
    running = Running()
    scheduler = make_scheduler(running, list(ticks(house, alive)))
    scheduler.start()
    logger.info("worker started channels=%s", ",".join(house.channels.names))
    await stop.wait()
    await running.stop(STOP_WITHIN)
    scheduler.shutdown(wait=False)
    await house.channels.close()
    alive.unlink(missing_ok=True)
    logger.info("worker stopped")


async def _main() -> None:
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    await work(House(), stop)


def main() -> int:
    """Run until told to stop."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    # It writes a line for every tick, and a late one is no news: see GRACE_SECONDS.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    asyncio.run(_main())
    return 0


if __name__ == "__main__":
    sys.exit(main())
