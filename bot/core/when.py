"""Days to come back, as people write them. Only what is plain is read; the rest is asked again."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone, tzinfo

from bot.core.phrases import plain

AT = time(10, 0)  # mid-morning where the person lives: awake, and outside everybody's quiet hours
_CHOICES = {"in_one_week": 7, "in_two_weeks": 14, "in_four_weeks": 28}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")
_SMALL = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
          "nine": 9, "ten": 10, "couple": 2}
_FIXED = {"tomorrow": 1, "next week": 7, "a fortnight": 14, "fortnight": 14}
_AFTER = re.compile(r"(?:in |after )?(?:about )?(?:a )?(\d{1,3}|[a-z]+)(?: of)? (day|week|month)s?(?:'? time)?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DAY_MONTH = re.compile(r"(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})(?: (\d{4}))?")


def read_when(text: str, now: datetime, zone: tzinfo) -> datetime | None:
    """A moment at ten in the morning of the day meant, in UTC; None when the day is not plain.

    Args:
        text: a choice's name (``in_two_weeks``), "in 3 weeks", "tomorrow", "friday", "3 December", "2026-12-03".
        now: aware.
        zone: the person's own.
    """
    today = now.astimezone(zone).date()
    day = _day(text.strip(), today)
    return None if day is None else datetime.combine(day, AT, zone).astimezone(timezone.utc)


def _day(text: str, today: date) -> date | None:
    if text in _CHOICES:
        return today + timedelta(days=_CHOICES[text])
    if match := _ISO.fullmatch(text):
        return _date(*map(int, match.groups()))
    said = plain(text)
    for prefix in ("in ", "on ", "next ", ""):
        rest = said.removeprefix(prefix)
        if prefix + rest == said and rest in _FIXED and prefix != "next ":
            return today + timedelta(days=_FIXED[rest])
        if prefix + rest == said and rest in _DAYS:
            return today + timedelta(days=(_DAYS.index(rest) - today.weekday() - 1) % 7 + 1)
    if said == "next week":
        return today + timedelta(days=7)
    return _after(said, today) or _day_month(said, today)


def _after(said: str, today: date) -> date | None:
    match = _AFTER.fullmatch(said)
    if not match:
        return None
    number = int(match.group(1)) if match.group(1).isdecimal() else _SMALL.get(match.group(1))
    if not number:
        return None
    days = {"day": 1, "week": 7, "month": 28}[match.group(2)]  # four weeks: the same day of the week
    return today + timedelta(days=number * days) if number * days <= 400 else None


def _day_month(said: str, today: date) -> date | None:
    match = _DAY_MONTH.fullmatch(said)
    months = [n for n, name in enumerate(_MONTHS, start=1) if match and name.startswith(match.group(2))]
    if not match or len(months) != 1:
        return None
    if match.group(3):
        return _date(int(match.group(3)), months[0], int(match.group(1)))
    day = _date(today.year, months[0], int(match.group(1)))
    return _date(today.year + 1, months[0], int(match.group(1))) if day and day <= today else day


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def as_people_write(when: datetime, zone: tzinfo) -> str:
    """"Thursday 3 December", in the person's zone."""
    local = when.astimezone(zone)
    return f"{local.strftime('%A')} {local.day} {local.strftime('%B')}"
