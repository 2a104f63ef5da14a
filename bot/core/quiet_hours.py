"""When people are left in peace: decided on the clock on their own wall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class QuietHours:
    """From ``starts`` until ``ends``, over midnight when it starts later than it ends. Equal times: never quiet."""

    starts: time
    ends: time

    @classmethod
    def parse(cls, starts: str, ends: str) -> QuietHours:
        """From two texts such as ``20:00`` and ``09:00``. Raises: ValueError when one is not a time of day."""
        return cls(time.fromisoformat(starts), time.fromisoformat(ends))

    def hold(self, wall: time) -> bool:
        """Whether the wall clock's ``wall`` lies in the quiet hours; their last minute already does not."""
        if self.starts <= self.ends:
            return self.starts <= wall < self.ends
        return wall >= self.starts or wall < self.ends


def is_quiet(quiet: QuietHours, zone: str, now: datetime) -> bool:
    """Whether it is quiet at ``now`` (aware) for somebody in the IANA ``zone``."""
    return quiet.hold(now.astimezone(ZoneInfo(zone)).time())


def next_allowed(quiet: QuietHours, zone: str, now: datetime) -> datetime:
    """The first moment from ``now`` on that is not quiet in ``zone``, in UTC; ``now`` itself when it is not.

    When clocks go back an hour comes twice, so the end of the quiet hours may come twice too: the first end that is
    still ahead counts. When they go forward that end may be left out: the moment just after the gap counts.

    Raises: zoneinfo.ZoneInfoNotFoundError for a zone nobody knows.
    """
    now = now.astimezone(timezone.utc)
    if not is_quiet(quiet, zone, now):
        return now
    place = ZoneInfo(zone)
    today = now.astimezone(place).date()
    ends = [
        datetime.combine(today + timedelta(days=days), quiet.ends, place).replace(fold=fold).astimezone(timezone.utc)
        for days in (0, 1, 2)
        for fold in (0, 1)
    ]
    return min(end for end in ends if end > now and not is_quiet(quiet, zone, end))
