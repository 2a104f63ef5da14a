"""Time zones people write into a list: places, by their exact name."""

from __future__ import annotations

import difflib
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones


class BadZone(ValueError):
    """Not a time zone we take; the message says what to write."""


def zone_named(name: str) -> ZoneInfo:
    """The IANA zone of this exact name. Raises: BadZone, with the nearest name there is."""
    if name in _places():
        return ZoneInfo(name)
    raise BadZone(f"Write the place, such as {_nearest(name)}.")


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    # EST, GMT and the like say nothing about summer time; a place does.
    return frozenset(name for name in available_timezones() if "/" in name and not name.startswith("Etc/")) | {"UTC"}


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    """Zones by their last part, in lower case."""
    return {place.rsplit("/")[-1].casefold(): place for place in sorted(_places())}


@lru_cache(maxsize=1024)
def _nearest(name: str) -> str:
    city = name[:60].rsplit("/")[-1].strip().casefold().replace(" ", "_")
    # Comparing with all 600 takes too long for a list with thousands of wrong ones; people get the first letters right.
    alike = [other for other in _cities() if other[:2] == city[:2]]
    found = city if city in _cities() else next(iter(difflib.get_close_matches(city, alike, 1)), "london")
    return _cities()[found]
