"""Names and lengths of times, as people write them, and the days they stand for."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from bot.core.numbers import TENS, UNITS

Days = tuple[date, date]
MONTH_DAYS = 365.25 / 12
MONTHS = (
    "jan(?:uary|urary)?", "feb(?:ruary|uary|urary)?", "mar(?:ch)?", "apr(?:il|ill)?", "may", "june?", "july?",
    "aug(?:ust)?|agust", "sept?(?:ember|embre)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?")
MONTH = "(?P<month>" + "|".join(MONTHS) + ")"
ALSO_WORDS = frozenset({"may", "mar", "march", "sep", "dec", "jan"})  # a month only when "in", "since" … leads to it
SEASON = "(?P<season>spring|summer|autumn|winter)(?:time)?"
FEAST = "(?P<feast>christmas|chrismas|xmas|crimbo|new year(?:'?s)?(?: day| eve)?|easter)"
WEEKDAY = r"(?P<weekday>mon|tues?|wednes|thurs?|fri|satur|sun)day"
YEAR = r"(?P<year>(?:19|20)\d\d)"
LEAD = (r"(?P<lead>(?:\b(?:since|in|on|at|from|by|over|during|after|before|until|till|til|around|about|back|the|early|"
        r"mid|late|start|beginning|middle|end|of|last|this|next|come) )*)")
DATE = (rf"(?:(?P<iso>\d{{4}}-\d\d-\d\d)\b|(?P<d>\d\d?)[/-](?P<m>\d\d?)[/-](?P<y>\d{{4}}|\d\d)\b|"
        rf"(?P<day>\d\d?)(?:st|nd|rd|th)? (?:of )?{MONTH}\b(?: {YEAR}\b)?|"
        rf"{MONTH.replace('month', 'month2')} (?P<day2>\d\d?)(?:st|nd|rd|th)?\b"
        rf"(?: {YEAR.replace('year', 'year2')}\b)?)")
_SMALL = {"a": 1, "an": 1, **{word: number for word, number in {**UNITS, **TENS}.items() if number}}
_VAGUE = {"couple": (2, 3), "few": (2, 6), "several": (3, 10), "some": (2, 10), "many": (3, 50), "": (2, 50)}
LENGTH = (
    r"(?:(?<![\w·])(?:(?P<half>half an?)|(?:an? )?(?P<vague>couple|few|several|some|many)(?: of)?|(?P<count>\d{1,3}|"
    + "|".join(sorted(_SMALL, key=len, reverse=True))
    + r")(?P<and_half> and an? half)?) |(?<!\d )(?<!·))\b(?P<unit>day|fortnight|week|wk|weak|month|mth|mnth|moth|year|"
    r"yr|yeer|yaer|decade)(?P<plural>e?s)?\b'?(?P<late_half> and an? half)?")


def days_in(match: re.Match[str]) -> tuple[float, float] | None:
    """The least and the most days of a :data:`LENGTH`, without any allowance; None when no number is given."""
    groups = match.groupdict()
    unit = {"da": 1, "fo": 14, "we": 7, "wk": 7, "mo": MONTH_DAYS, "mt": MONTH_DAYS, "mn": MONTH_DAYS,
            "de": 3652.5}.get(groups["unit"][:2], 365.25)
    if groups["half"]:
        low = high = 0.5
    elif groups["count"]:
        low = high = float(groups["count"]) if groups["count"].isdecimal() else float(_SMALL[groups["count"]])
    elif groups["vague"] or groups["plural"]:
        low, high = _VAGUE[groups["vague"] or ""]
    else:
        return None
    extra = 0.5 if groups["and_half"] or groups["late_half"] else 0
    return ((low + extra) * unit, (high + extra) * unit) if (high + extra) * unit < 36_600 else None


def named_days(match: re.Match[str], year: int) -> Days:
    """First and last day of the month, season or feast that ``match`` names, in ``year`` (winter: ends in the next)."""
    if match["month"]:
        first = date(year, month_number(match["month"]), 1)
        return first, months_from(first, 1) - timedelta(days=1)
    if match["season"]:
        first = date(year, {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[match["season"]], 1)
        return first, months_from(first, 3) - timedelta(days=1)
    if match["feast"] == "easter":
        return easter(year) - timedelta(days=2), easter(year) + timedelta(days=1)
    if match["feast"].startswith("new"):
        return date(year, 1, 1), date(year, 1, 7)
    return date(year, 12, 24), date(year + 1, 1, 6)


def day_named(match: re.Match[str], today: date, past: bool) -> date | None:
    """The day a date names; without a year the nearest one gone by (``past``) or to come. None when there is none."""
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        if match["d"]:
            year = int(match["y"])
            return date(year + 2000 if year < 100 else year, int(match["m"]), int(match["d"]))
        number, month = int(match["day"] or match["day2"]), month_number(match["month"] or match["month2"])
        if written := match["year"] or match["year2"]:
            return date(int(written), month, number)
        day = date(today.year, month, number)
        if (day <= today) == past:
            return day
        return date(today.year + (-1 if past else 1), month, number)
    except ValueError:
        return None


def part_of(first: date, last: date, words: str) -> Days:
    """The early, middle or late part of a time, when ``words`` before it name one."""
    days = (last - first).days
    for pattern, low, high in ((r"early|start|beginning", 0, 1 / 3), ("mid|middle", 0.3, 0.7), ("late|end", 2 / 3, 1)):
        if re.search(rf"\b(?:{pattern})\b", words):
            return first + timedelta(days=round(days * low)), first + timedelta(days=round(days * high))
    return first, last


def month_number(name: str) -> int:
    """1 for January, in any of the known spellings."""
    return next(number for number, spelt in enumerate(MONTHS, start=1) if re.fullmatch(spelt, name))


def months_from(day: date, months: int) -> date:
    """The same day of the month, ``months`` later (earlier when negative); the month's last day if it has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def easter(year: int) -> date:
    """Easter Sunday, by the rule printed in *Nature*, 20 April 1876."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (8 * b + 13) // 25 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + m - 7 * ((a + 11 * h + 22 * m) // 451) + 114, 31)
    return date(year, month, day + 1)
