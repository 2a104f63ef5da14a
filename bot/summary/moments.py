"""Times on the sheet: for machines in UTC, for people in a place's own zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone

from bot.core.dates import day_and_time, day_of


@dataclass(frozen=True)
class Moment:
    """``at`` is ISO 8601 in UTC; ``text`` the same in the appointment's zone."""

    at: str
    text: str


def moment(at: datetime, zone: str, day_only: bool = False) -> Moment:
    """``at`` (aware) as people of ``zone`` (an IANA name) read it."""
    text = day_of(at, zone) if day_only else day_and_time(at, zone)
    return Moment(at.astimezone(timezone.utc).isoformat(), text)
