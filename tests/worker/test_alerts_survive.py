"""The worker is killed the hard way while it hands an e-mail in: nobody is forgotten, and nobody is told twice."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from flagged import Flagged
from mail_server import MailServer

from bot.bootstrap import House
from bot.core.alerts import LEASE
from bot.supervisor.recipes import ROOT, environment

PATIENCE = 60.0  # seconds


@pytest.fixture
def server() -> Iterator[MailServer]:
    made = MailServer().up()
    yield made
    made.stuck.clear()
    made.down()


@contextmanager
def worker(house: House) -> Iterator[subprocess.Popen]:
    """A real worker on the same database and clock."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.worker"], cwd=ROOT, env=environment(house.settings), stderr=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def until(true: Callable[[], object], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, f"never came: {what}"
        time.sleep(0.05)


def test_killed_between_claim_and_send_it_goes_after_the_lease(house: House, server: MailServer) -> None:
    house.settings = server.settings(house.settings)
    person = Flagged(house).writes()
    server.stuck.set()
    with worker(house) as first:
        until(server.reached.is_set, "the e-mail on its way")
        assert person.alerts()[0].state == "claimed"
        first.send_signal(signal.SIGKILL)
        first.wait()
    server.down()
    server.stuck.clear()
    server.taken.clear()
    server.up()
    with worker(house):
        time.sleep(3)
        assert server.taken == []  # the dead one's claim still holds
        house.clock.forward(LEASE)
        until(lambda: server.taken, "the e-mail, sent by the other")
        until(lambda: person.alerts()[0].state == "sent", "the mark")
    assert server.to == ["duty@clinic.invalid"]
    assert person.tries() == ["begun", "sent"]


def test_a_worker_that_was_away_tells_those_whose_time_is_over_when_it_is_back(house: House, server: MailServer) -> None:
    house.settings = server.settings(house.settings)
    person = Flagged(house).writes()
    with worker(house):
        until(lambda: len(server.taken) == 1, "the first e-mail")
    house.clock.forward(timedelta(minutes=16))
    with worker(house):
        until(lambda: len(server.taken) == 2, "the second e-mail")
    assert server.to == ["duty@clinic.invalid", "second@clinic.invalid"]
    assert [one.round for one in person.flag.told] == [1, 1]


def test_the_mail_server_comes_back_while_two_workers_run(house: House, server: MailServer) -> None:
    house.settings = server.settings(house.settings)
    server.down()
    person = Flagged(house).writes()
    with worker(house), worker(house):
        until(lambda: "unreachable" in person.tries(), "a try")
        server.up()
        house.clock.forward(timedelta(minutes=2))
        until(lambda: server.taken, "the e-mail")
        time.sleep(3)
    assert server.to == ["duty@clinic.invalid"]
