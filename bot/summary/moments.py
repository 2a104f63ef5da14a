"""Times on the sheet: for machines in UTC, for people in a place's own zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timezone

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


def span_read(iso: str) -> str:
    """What :func:`bot.core.times.as_iso` wrote, for people: "Tuesday 1 December 2026", "7 to 13 December 2026", "21 days"."""
    ends = iso.split("/")
    if iso.startswith("P"):
        numbers = [one[1:-1] for one in ends]
        return f"{' to '.join(numbers)} {'day' if numbers == ['1'] else 'days'}"
    first, last = date.fromisoformat(ends[0]), date.fromisoformat(ends[-1])
    if first == last:
        return f"{first:%A} {_dated(first)}"
    same = (first.year, first.month) == (last.year, last.month)
    return f"{first.day if same else _dated(first)} to {_dated(last)}"


def _dated(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
