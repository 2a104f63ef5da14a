"""The one place that knows what time it is. Everything else is handed ``now``."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """The present time, aware, in UTC."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(timezone.utc)


class MovableClock:
    """The machine's clock plus an offset kept in a file, so that every process moves together.

    Used by the demo and by tests only. The file holds a number of seconds.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp: tuple[int, int] | None = None
        self._offset = timedelta(0)

    def now(self) -> datetime:
        return datetime.now(timezone.utc) + self._read()

    def forward(self, by: timedelta) -> datetime:
        """Move time forward by ``by`` for every process that reads the same file."""
        total = self._read() + by
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        fresh.write_text(str(total.total_seconds()))
        fresh.replace(self._path)
        return self.now()

    def _read(self) -> timedelta:
        try:
            stat = self._path.stat()
        except FileNotFoundError:
            return timedelta(0)
        stamp = (stat.st_mtime_ns, stat.st_ino)
        if stamp != self._stamp:
            self._offset = timedelta(seconds=float(self._path.read_text() or 0))
            self._stamp = stamp
        return self._offset


def clock_for(path: Path | None) -> Clock:
    """The movable clock when a file is set, else the machine's."""
    return MovableClock(path) if path else SystemClock()
