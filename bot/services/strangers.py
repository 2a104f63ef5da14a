"""Locks user names that do not exist just like those that do, so that a lock tells nobody which names are real."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime
from threading import Lock

from bot.core.staff import FAILURES_BEFORE_LOCK, LOCKED_FOR

# Names guessed at once that are remembered; more push out the oldest. Small, since nothing of value is lost with it.
MOST_NAMES = 1000


class Strangers:
    """Failures of names nobody has, kept in this process alone: they guard nothing, they only look the same."""

    def __init__(self) -> None:
        self._failures: OrderedDict[str, tuple[int, datetime | None]] = OrderedDict()
        self._lock = Lock()

    def locked_until(self, username: str, now: datetime) -> datetime | None:
        """Until when this name is closed, if it is."""
        with self._lock:
            until = self._failures.get(username, (0, None))[1]
        return until if until is not None and now < until else None

    def count_failure(self, username: str, now: datetime) -> datetime | None:
        """One more failure. Returns until when the name is closed, if this was the one that closes it."""
        with self._lock:
            count = self._failures.pop(username, (0, None))[0] + 1
            closes = count >= FAILURES_BEFORE_LOCK
            until = now + LOCKED_FOR if closes else None
            self._failures[username] = (0 if closes else count, until)
            while len(self._failures) > MOST_NAMES:
                self._failures.popitem(last=False)
        return until
