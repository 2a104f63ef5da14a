"""Times gone by, as people write them: "in March", "three weeks ago", "since 2019", "for two years now".

Each is read as the first and the last day it may be. Nothing is made more exact than it was said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.calendar_words import (
    ALSO_WORDS,
    DATE,
    FEAST,
    LEAD,
    LENGTH,
    MONTH,
    MONTH_DAYS,
    SEASON,
    WEEKDAY,
    YEAR,
    Days,
    day_named,
    days_in,
    months_from,
    named_days,
    part_of,
)

LONG_AGO = date(1900, 1, 1)
_HEDGE = (r"(?:\b(?:(?P<nearly>nearly|almost|not quite|just under|coming up to|close to)|(?P<more>over|more th[ae]n|"
          r"longer than|well over|for over)|(?P<less>less th[ae]n|under|not even)|"
          r"(?P<at_least>at least)|(?P<about>about|around|roughly|approx|maybe)) )?")
_AGO = re.compile(rf"{_HEDGE}{LENGTH} (?:ago|a go|back)\b")
_WITHIN = re.compile(rf"\b(?:in|within|during|over) (?:the |these )?(?:last|past) {LENGTH}")
_LASTING = re.compile(rf"(?P<for>\b(?:for|since|in|already)? ?(?:the |these )?(?:last |past )?){_HEDGE}{LENGTH}"
                      r"(?P<now> (?:now|so far|already))?(?P<upwards> or more| plus)?")
_DATE = re.compile(rf"{LEAD}\b{DATE}")
_NAMED = re.compile(rf"{LEAD}\b(?:{MONTH}|{SEASON}|{FEAST})\b(?: (?:of )?(?:{YEAR}\b|(?P<which>last|this) year\b))?")
_BARE_YEAR = re.compile(rf"{LEAD}\b{YEAR}\b")
_NEAR = re.compile(rf"{LEAD}\b(?P<near>yesterday|today|this morning|last night|the other day|recently|lately|just now|"
                   r"(?:last|this|(?<=start of )the|(?<=beginning of )the) (?:week(?:end)?|wk|month|year|yr)|lockdown|"
                   rf"{WEEKDAY})\b")
_ALWAYS = re.compile(r"\b(?:all my life|my whole life|(?:as|so) long as i can remember|decades|"
                     r"since (?:i was (?:a )?(?:wee |little |small )?(?:kid|child|young|little|girl|boy|lad|teenager)|"
                     r"childhood|my teens|school))\b")


_GOES_ON = ("now", "nearly", "more", "at_least", "upwards")  # said of what has gone on, not of what is to come
VAGUE_DAYS = frozenset({"recently", "lately", "the other day"})


@dataclass(frozen=True)
class Span:
    """A time as said: the first and last day it may be, where it stands, and how it was led in.

    ``how``: ``ago`` (counted back to a point) · ``within`` ("in the last month") · ``lasting`` ("for two years") ·
    ``bare`` (a length with nothing before or after it) · ``in`` ("in two years") · ``since`` · ``until`` · ``point``.
    """

    first: date
    last: date
    start: int
    end: int
    how: str


def past_times(said: str, today: date) -> tuple[Span, ...]:
    """Every time gone by in ``said`` (folded: lower case, clauses parted by " , "), in order, none inside another.

    A month, season or feast without a year is the latest one gone by; where "last summer" may be two of them, both
    are within the span. What lies wholly in the future is left out.
    """
    found: list[Span] = []
    for one in _all(said, today):
        free = all(one.end <= other.start or other.end <= one.start for other in found)
        if free and one.first <= today:
            found.append(Span(one.first, min(one.last, today), one.start, one.end, one.how))
    return tuple(sorted(found, key=lambda span: span.start))


def _all(said: str, today: date) -> Iterator[Span]:
    for match in _ALWAYS.finditer(said):
        yield Span(LONG_AGO, months_from(today, -12), *match.span(), "lasting")
    for pattern, resolve in ((_AGO, _counted), (_WITHIN, _within), (_DATE, _dated), (_NAMED, _named),
                             (_NEAR, _near), (_BARE_YEAR, _in_year), (_LASTING, _counted)):
        for match in pattern.finditer(said):
            days = resolve(match, today)
            if days is not None:
                yield Span(*days, *match.span(), _how(match, pattern))


def _how(match: re.Match[str], pattern: re.Pattern[str]) -> str:
    if pattern in (_AGO, _WITHIN):
        return "ago" if pattern is _AGO else "within"
    if pattern is _LASTING:
        led = match["for"].split()
        counted = match["count"] or match["half"] or match["vague"]
        goes_on = led or not counted or any(match[one] for one in _GOES_ON)
        return "in" if led == ["in"] else "lasting" if goes_on else "bare"
    if pattern is _NEAR and match["near"] in VAGUE_DAYS:
        return "within"
    lead = set(match["lead"].split())
    if lead & {"since", "from"}:
        return "since"
    return "until" if lead & {"until", "till", "til", "before", "by"} else "point"


def _counted(match: re.Match[str], today: date) -> Days | None:
    """Counted back from today, with an allowance: half a unit for weeks and months, a quarter for years."""
    days = days_in(match)
    if days is None:
        return None
    groups, (low, high) = match.groupdict(), days
    if groups["less"]:
        return _back(today, high - 2), today
    if groups["nearly"]:
        return _back(today, high - 2), _back(today, low * 0.75)
    if groups["more"]:
        return LONG_AGO, _back(today, low + 2)
    if groups["at_least"] or groups.get("upwards"):
        return LONG_AGO, _back(today, low)
    by_month = groups["unit"][0] == "m" or groups["half"]
    slack = {"d": 0, "w": 3, "f": 4}.get(groups["unit"][0], 15 if by_month else 91)
    slack = max(slack, low * 0.15) if groups["about"] else slack
    return _back(today, high + slack), _back(today, max(low - slack, 0))


def _back(today: date, days: float) -> date:
    return today - timedelta(days=round(days))


def _within(match: re.Match[str], today: date) -> Days | None:
    """"In the last six months": any day of them. Months and years are counted by the calendar."""
    groups = match.groupdict()
    one = {"w": 7.0, "m": MONTH_DAYS, "y": 365.25, "f": 14.0}.get(groups["unit"][0], 1.0)
    low_high = days_in(match) or (one, one)
    if groups["unit"][0] in "my":
        return months_from(today, -round(low_high[1] / MONTH_DAYS)), today
    return _back(today, low_high[1]), today


def _named(match: re.Match[str], today: date) -> Days | None:
    """A month, season or feast by its name; one word of doubt ("last summer") opens the span to both it may be."""
    lead = match["lead"].strip()
    if (match["month"] in ALSO_WORDS and not lead and not match["year"]) or "next" in lead.split():
        return None
    year = int(match["year"]) if match["year"] else today.year - 1 if match["which"] == "last" else None
    days = _latest(lambda y: named_days(match, y), year, lead.endswith("last"), today)
    return part_of(*days, lead)


def _latest(days: Callable[[int], Days], year: int | None, last: bool, today: date) -> Days:
    if year:
        return days(year)
    newest = next(y for y in (today.year, today.year - 1) if days(y)[0] <= today)
    if not last:
        return days(newest)
    if days(newest)[1] >= today:
        return days(newest - 1)
    return (days(newest - 1)[0], days(newest)[1]) if newest == today.year else days(newest)


def _dated(match: re.Match[str], today: date) -> Days | None:
    day = day_named(match, today, past=True)
    return None if day is None else (day, day)


def _near(match: re.Match[str], today: date) -> Days | None:
    near, last = match["near"], match["near"].startswith("last ") or match["lead"].strip().endswith("last")
    if near == "lockdown":
        return date(2020, 3, 23), date(2021, 7, 19)
    if near.endswith(("year", "yr")):
        return part_of(date(today.year - last, 1, 1), date(today.year - last, 12, 31), match["lead"])
    if near.endswith("month"):
        first = months_from(today.replace(day=1), -last)
        return part_of(first, months_from(first, 1) - timedelta(days=1), match["lead"])
    if near in {"yesterday", "last night"}:
        return _back(today, 1), _back(today, 1)
    if near in {"today", "this morning", "just now"}:
        return today, today
    return _back(today, 60 if near in VAGUE_DAYS else 14 if last else 7), today


def _in_year(match: re.Match[str], today: date) -> Days | None:
    year = int(match["year"])
    return part_of(date(year, 1, 1), date(year, 12, 31), match["lead"])
