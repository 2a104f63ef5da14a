"""Bank holidays of the part of the United Kingdom where a clinic is, and the words they are named by."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from bot.nlu.times.found import BAD, Asking, Days, Rule, later, on
from bot.nlu.times.spelling import MONTH, WEEKDAY, month_of, weekday_of

# Each place of the setting PARATOI_PLACE, as the library names its part. England and Wales have the same ones.
_PARTS = {"uk": "ENG", "uk-scotland": "SCT", "uk-northern-ireland": "NIR"}
_NAMES = {"easter": "Good Friday|Easter", "spring": "Spring", "summer": "Summer", "christmas": "Christmas|Boxing",
          "xmas": "Christmas|Boxing", "new year": "New Year", "may day": "May Day"}
_BANK = re.compile(
    r"\b(?P<lead>(?:last|next|this coming|this|the coming|coming|the)\b )?"
    r"(?:(?P<part>early|start of|first|late|later|end of|second|last)\b (?:the )?)?"
    rf"(?:(?:(?P<name>easter|spring|summer|christmas|xmas|new year|may day)(?:'?s)?|{MONTH})(?: day)? )?"
    rf"(?:bank|public) (?:holiday|hols?)\b(?! (?:s|pay|rota|opening)\b)(?: (?P<weekend>week[ -]?end)| {WEEKDAY}\b)?")
_NEAR = 4  # days: two holidays so close together may both be meant by "the bank holiday"
_OF_ONE_NAME = 14  # days: from Christmas Day to a Boxing Day moved by a weekend, and no further


@lru_cache(maxsize=64)
def bank_holidays(place: str, year: int) -> tuple[tuple[date, str], ...]:
    """Each bank holiday of a year with its name, in order; of a day moved from a weekend the day it was moved to.

    Args:
        place: as in the setting ``PARATOI_PLACE``; nothing is known of others than the United Kingdom's.
    """
    if place not in _PARTS:
        return ()
    from holidays import country_holidays  # half a second, and only where somebody names one

    found = country_holidays("GB", subdiv=_PARTS[place], years=year)
    return tuple((day, found[day]) for day in sorted(found) if day.weekday() < 5)


def _bank_holiday(match: re.Match[str], asking: Asking) -> tuple[Days, ...] | None:
    """The next one, or the last one gone by; two where both may be meant; none where there is no such holiday."""
    year = asking.today.year
    all_of_them = [one for y in range(year - 1, year + 3) for one in bank_holidays(asking.place, y)]
    if not all_of_them:
        return None
    lead = (match["lead"] or "").strip()
    back = (lead == "last" or asking.looks_back(match.start())) and not (lead == "last" and match["month"])
    days = [day for day, name in all_of_them if _is_meant(match, day, name)
            and (day < asking.today if back else day > asking.today)]
    if not days:
        return BAD
    if back:
        return on(days[-1])
    together = _that_belong_together(match, days)
    if match["weekend"]:
        return (_weekend(together[0]),)
    return tuple((day, day) for day in together)


def _is_meant(match: re.Match[str], day: date, name: str) -> bool:
    return (
        (not match["month"] or day.month == month_of(match["month"]))
        and (not match["name"] or re.search(_NAMES[match["name"]], name) is not None)
        and (not match["weekday"] or day.weekday() == weekday_of(match["weekday"])))


def _that_belong_together(match: re.Match[str], days: list[date]) -> list[date]:
    first, part = days[0], match["part"] or ("last" if match["lead"] == "last " else "")
    if match["month"]:
        same = [day for day in days if (day.year, day.month) == (first.year, first.month)]
        return same[-1:] if part in {"late", "later", "end of", "second", "last"} else same[:1] if part else same
    reach = _OF_ONE_NAME if match["name"] else _NEAR
    near = [day for day in days if (day - first).days <= reach][:2]
    return near[:1] if match["weekday"] or match["weekend"] else near


def _weekend(day: date) -> Days:
    """The weekend that a bank holiday makes longer; in the middle of a week, the day alone."""
    if day.weekday() == 0:
        return later(day, -2), day
    return (day, later(day, 2)) if day.weekday() == 4 else (day, day)


RULES: tuple[Rule, ...] = ((_BANK, _bank_holiday, "bank"),)
