"""Times as people write them, in the zone they are meant for."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo


def day_of(moment: datetime, zone: str) -> str:
    """``Tuesday 3 November 2026``, in ``zone`` (an IANA name)."""
    local = moment.astimezone(ZoneInfo(zone))
    return f"{local:%A} {local.day} {local:%B %Y}"


def time_of(moment: datetime, zone: str) -> str:
    """``2:30 pm``, in ``zone``."""
    return _clock(moment, zone, "%M")


def to_the_second(moment: datetime, zone: str) -> str:
    """``2:30:05 pm``, in ``zone``; for saying when something was looked at last."""
    return _clock(moment, zone, "%M:%S")


def short(moment: datetime, zone: str) -> str:
    """``Tue 3 Nov, 2:30 pm``, in ``zone``; for lists, where the year is plain."""
    local = moment.astimezone(ZoneInfo(zone))
    return f"{local:%a} {local.day} {local:%b}, {time_of(moment, zone)}"


def day_and_time(moment: datetime, zone: str) -> str:
    """``Tuesday 3 November 2026, 2:30 pm``, in ``zone``."""
    return f"{day_of(moment, zone)}, {time_of(moment, zone)}"


def _clock(moment: datetime, zone: str, after_the_hour: str) -> str:
    local = moment.astimezone(ZoneInfo(zone))
    return f"{local.hour % 12 or 12}:{local.strftime(after_the_hour)} {'am' if local.hour < 12 else 'pm'}"
