"""The worker as a process: it ticks, reports, and stops cleanly."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest

from bot.bootstrap import House
from bot.worker.__main__ import make_scheduler, work
from bot.worker.ticks import Running, Tick
from tests.channels.talk import Talk, inbox, new_token, outbox, queue


async def test_a_failing_tick_is_reported_by_its_kind_and_ticks_again(caplog: pytest.LogCaptureFixture) -> None:
    tries = 0

    async def fail() -> None:
        nonlocal tries
        tries += 1
        raise ValueError("my secret worry")

    running = Running()
    tick = Tick("send_due", timedelta(seconds=1), fail)
    await running.run(tick)
    await running.run(tick)

    assert tries == 2
    assert "tick send_due failed: ValueError" in caplog.text and "worry" not in caplog.text


async def test_a_stop_waits_for_what_is_under_way_and_begins_nothing_more() -> None:
    done: list[str] = []

    async def slow() -> None:
        await asyncio.sleep(0.05)
        done.append("sent")

    running, tick = Running(), Tick("send_due", timedelta(seconds=1), slow)
    under_way = asyncio.create_task(running.run(tick))
    await asyncio.sleep(0)
    await running.stop(timedelta(seconds=5))
    await running.run(tick)
    await under_way

    assert done == ["sent"]


async def test_a_tick_that_was_missed_runs_once_however_late(caplog: pytest.LogCaptureFixture) -> None:
    async def nothing() -> None:
        return None

    scheduler = make_scheduler(Running(), [Tick("send_due", timedelta(seconds=1), nothing)])
    scheduler.start(paused=True)
    (job,) = scheduler.get_jobs()

    assert (job.coalesce, job.max_instances) == (True, 1)
    assert job.misfire_grace_time >= 60
    scheduler.shutdown(wait=False)
    await asyncio.sleep(0)


async def test_the_worker_sends_answers_and_shows_that_it_is_alive(house: House) -> None:
    house.handle_inbox = Talk(house)
    conversation = house.open_invitation(new_token(house)).conversation_id
    queue(house, conversation, "Hello.", channel="web")
    with house.units.work() as unit:
        unit.messages.add_incoming(conversation, "web", "1", "text", "left behind", None, None,
                                   house.clock.now() - timedelta(minutes=1))
    alive, stop = house.settings.data_dir / "worker.alive", asyncio.Event()

    working = asyncio.create_task(work(house, stop))
    until = time.monotonic() + 10
    while not (alive.exists() and outbox(house)[0].state == "sent" and inbox(house)[0].state == "handled"):
        assert time.monotonic() < until
        await asyncio.sleep(0.05)
    stop.set()
    await asyncio.wait_for(working, 5)

    assert not alive.exists()


def test_the_process_stops_cleanly_when_told(house: House, tmp_path) -> None:
    environment = {"PARATOI_DATA_DIR": str(tmp_path), "PARATOI_SECRET": "x" * 32, "PATH": "/usr/bin:/bin"}
    worker = subprocess.Popen(
        [sys.executable, "-m", "bot.worker"], env=environment, stderr=subprocess.PIPE, text=True
    )
    try:
        until = time.monotonic() + 60
        while not (tmp_path / "worker.alive").exists():
            assert worker.poll() is None and time.monotonic() < until
            time.sleep(0.05)
        worker.send_signal(signal.SIGTERM)
        _, said = worker.communicate(timeout=30)
    finally:
        worker.kill()
    assert worker.returncode == 0
    assert "worker stopped" in said and "Traceback" not in said
