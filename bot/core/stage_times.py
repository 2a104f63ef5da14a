"""Times to come, as people write them: "after Christmas", "in a couple of weeks", "next spring"; how near they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
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
    day_named,
    days_in,
    months_from,
    named_days,
)

NEXT_MONTH, NEXT_SIX_MONTHS, NOT_NOW = "next_month", "next_six_months", "not_now"
_SAME = re.compile(r"\b(?:(?:in|within|over|during) )?(?:the )?next (?:month|(?:4|four|few|couple of) weeks)\b"
                   r"|\b(?:in|within) a few w(?:ee)?ks\b")
_SOON = re.compile(r"\b(?:tomorrow|tonight|(?:this|next) (?:week(?:end)?|wk)|in the next few days|"
                   r"(?:end of|later) (?:the|this) month|this month)\b")
_WITHIN = re.compile(rf"\b(?:within(?: the next)?|(?:in|over|during) the next|next) {LENGTH}")
_IN = re.compile(rf"\b(?:in|after)(?: about| around| maybe)? {LENGTH}|\b{LENGTH.replace('?P<', '?P<x_')}"
                 r"(?:'?s)? (?:time|from now)\b")
_DATE = re.compile(rf"{LEAD}\b{DATE}")
_NAMED = re.compile(rf"{LEAD}\b(?:{MONTH}|{SEASON}|{FEAST})\b(?: (?:of )?(?:{YEAR}\b|(?P<which>next|this) year\b))?")
_YEAR = re.compile(rf"\b(?:{YEAR}|(?P<next>next year)|(?P<after_next>(?:the )?year after(?: next)?))\b")
_WEEKDAY = re.compile(rf"\b(?:on|from|by|next|this|starting|stopping|start|stop|begin|again|until|till) {WEEKDAY}\b|"
                      rf"^{WEEKDAY.replace('weekday', 'alone')}$")
_DEADLINE = frozenset({"by", "before"})


@dataclass(frozen=True)
class Coming:
    """A time to come: ``near`` is ``next_month`` ``next_six_months`` ``not_now``, or None in doubt; where it stands."""

    near: str | None
    start: int
    end: int


def coming_times(said: str, today: date) -> tuple[Coming, ...]:
    """Every time to come in ``said`` (folded), in order, none inside another.

    A month, a season or a feast counts from its first day, and is the next one to come. "Within" and "by" count only
    when they leave no doubt. Six months and one month are counted by the calendar, their last day included.
    """
    found: list[Coming] = []
    for one in _all(said, today):
        if all(one.end <= other.start or other.end <= one.start for other in found):
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))


def how_near(first: date, last: date, today: date) -> str | None:
    """Where a start on some day from ``first`` to ``last`` falls; None when the two ends differ."""
    ends = {NEXT_MONTH if day <= months_from(today, 1) else NEXT_SIX_MONTHS if day <= months_from(today, 6) else NOT_NOW
            for day in (first, last)}
    return ends.pop() if len(ends) == 1 else None


def _all(said: str, today: date) -> Iterator[Coming]:
    for pattern, near in ((_SAME, _next_month), (_SOON, _next_month), (_WITHIN, _within), (_IN, _in), (_DATE, _dated),
                          (_NAMED, _named), (_YEAR, _year), (_WEEKDAY, _next_month)):
        for match in pattern.finditer(said):
            with suppress(_NoTime):
                yield Coming(near(match, today), *match.span())


def _next_month(match: re.Match[str], today: date) -> str:
    return NEXT_MONTH


class _NoTime(Exception):
    """Raised by a reader of one expression when it names no time to come."""


def _within(match: re.Match[str], today: date) -> str | None:
    days = days_in(match)
    if days is None:
        raise _NoTime
    months = round(days[1] / MONTH_DAYS)
    if match["unit"][0] in "dwf":
        return NEXT_MONTH if today + timedelta(days=days[1]) <= months_from(today, 1) else NEXT_SIX_MONTHS
    return NEXT_MONTH if months <= 1 else NEXT_SIX_MONTHS if months <= 6 else None


def _in(match: re.Match[str], today: date) -> str | None:
    if match["x_unit"]:
        match = re.match(LENGTH, match[0])  # type: ignore[assignment]
    days = days_in(match) if match else None
    if days is None:
        raise _NoTime
    if match["unit"][0] in "my":
        return how_near(*(months_from(today, round(one / MONTH_DAYS)) for one in days), today)
    return how_near(*(today + timedelta(days=one) for one in days), today)


def _dated(match: re.Match[str], today: date) -> str | None:
    day = day_named(match, today, past=False)
    if day is None or day <= today:
        raise _NoTime
    return _by(match, day, today)


def _named(match: re.Match[str], today: date) -> str | None:
    lead = match["lead"].split()
    if match["month"] in ALSO_WORDS and not lead and not match["year"]:
        raise _NoTime
    if "last" in lead or "since" in lead:
        raise _NoTime
    year = int(match["year"]) if match["year"] else today.year + 1 if match["which"] == "next" else None
    if year is None:
        running = next((y for y in (today.year - 1, today.year) if _holds(named_days(match, y), today)), None)
        if running is not None:
            if lead[-1:] != ["next"]:
                return NEXT_MONTH if lead[-1:] == ["this"] else None  # this one, or the next: asked
            year = running + 1
    if year is None:
        year = next(y for y in (today.year, today.year + 1) if named_days(match, y)[0] > today)
        if lead[-1:] == ["next"] and named_days(match, year)[0] <= months_from(today, 1):
            return None  # "next December" in November
    first, last = named_days(match, year)
    if last <= today:
        raise _NoTime
    if "after" in lead:
        first = first + timedelta(days=3) if match["feast"] else last + timedelta(days=1)
    return _by(match, last if "end" in lead else first, today)


def _holds(days: tuple[date, date], day: date) -> bool:
    return days[0] <= day <= days[1]


def _by(match: re.Match[str], day: date, today: date) -> str | None:
    """A deadline leaves open when before it."""
    return how_near(today if _DEADLINE & set(match["lead"].split()) else day, day, today)


def _year(match: re.Match[str], today: date) -> str | None:
    year = int(match["year"]) if match["year"] else today.year + (1 if match["next"] else 2)
    if year <= today.year:
        raise _NoTime
    return how_near(date(year, 1, 1), date(year, 12, 31), today)
