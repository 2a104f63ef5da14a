"""Dates with a number in them: "3/12", "3rd dec", "the 3rd", "2026-12-03", "3rd-5th December"."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta

from bot.core.calendar_words import months_from
from bot.nlu.times.found import BAD, Asking, Days, Rule, on
from bot.nlu.times.spelling import MONTH, ORDINAL_WORD, TH, WEEKDAY, YEAR, month_of, ordinal_of, weekday_of

_LEADS = re.compile(r"\b(?:on|by|until|till|til|since|from|before|after|between|or|and|the|dated?|is) $")
_ENDS = re.compile(
    r" ?(?:$|[,.;!?)-]|(?:at|or|and|to|is|was|would|will|works?|if|but|please|pls|thanks|for me|then|in the|morning|"
    r"afternoon|evening|first thing|about|around|suits?|maybe|so|because|onwards?|i|we|ish)\b)")
_ISO = re.compile(r"\b(?P<y>\d{4})[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})\b")
_NUMERIC = re.compile(r"(?<![\d/.-])(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?:(?P=sep)(?P<y>\d{4}|"
                      r"\d{2}))?(?![\d/%]|\.\d)")
_DAY = rf"(?:(?P<d>\d{{1,2}}){TH}?|(?P<ordinal>{ORDINAL_WORD}))"
_WRITTEN = re.compile(
    rf"\b(?:(?:{WEEKDAY}),?\.? )?(?:the )?{_DAY}(?: of)?[ .-]?{MONTH}\b\.?(?:,? {YEAR}\b)?")
_MONTH_FIRST = re.compile(rf"\b(?:(?:{WEEKDAY}),?\.? )?{MONTH}\.? (?:the )?{_DAY}\b(?![:/.]\d)(?:,? {YEAR}\b)?")
_TWO_OF_A_MONTH = re.compile(
    rf"\b(?:the )?(?P<d>\d{{1,2}}){TH}? ?(?P<how>-|to|and|or|until|till) ?(?:the )?(?P<d2>\d{{1,2}}){TH}?(?: of)? {MONTH}\b"
    rf"(?: {YEAR}\b)?")
_OF_THE_MONTH = re.compile(
    rf"\b(?P<the>the )?(?:(?:{WEEKDAY}) (?:the )?)?(?:(?P<d>\d{{1,2}}) ?(?:st|nd|rd|th)\b|"
    rf"(?P<ordinal>{ORDINAL_WORD})(?= of (?:next|this|the) month|[ ,.!]*(?:please)?[.!]*$))"
    r"(?P<of>(?: of)? (?P<which>next|this|the|last) month)?")


def _numeric(match: re.Match[str], asking: Asking) -> tuple[Days, ...] | None:
    """Day first, as in Britain; where the month may come first, both readings. Without a year it has to be led in."""
    a, b, year = int(match["a"]), int(match["b"]), match["y"]
    led = _LEADS.search(asking.text[:match.start()]) or asking.is_all(*match.span())
    if year is None and (match["sep"] != "/" or not led):
        return None
    if match["sep"] == "." and year is not None and len(year) == 2 and not led:
        return None  # a version, a price, a paragraph
    found = []
    for day, month in ((a, b), (b, a)) if asking.month_first else ((a, b),):
        with suppress(ValueError):
            found.append(_with_year(day, month, year, match.start(), asking))
    if not found and year is None and (a > 31 or b > 31):
        return None  # 120/80, 7/60: no date at all
    return tuple((day, day) for day in dict.fromkeys(found))


def _iso(match: re.Match[str], asking: Asking) -> tuple[Days, ...]:
    return on(_with_year(int(match["d"]), int(match["m"]), match["y"], match.start(), asking))


def _written(match: re.Match[str], asking: Asking) -> tuple[Days, ...] | None:
    number = int(match["d"]) if match["d"] else ordinal_of(match["ordinal"])
    if match["month"] in {"may", "mar", "march"} and not match["year"] and re.match(
            r" (?:i|we|you|he|she|they|be|have|need|not)\b", asking.text[match.end():]):
        return None  # "at 10 may I come"
    day = _with_year(number, month_of(match["month"]), match["year"], match.start(), asking)
    if match["weekday"] and weekday_of(match["weekday"]) != day.weekday():
        off = (weekday_of(match["weekday"]) - day.weekday() + 3) % 7 - 3
        return tuple(sorted([(day, day), *on(day + timedelta(days=off))]))  # the two do not agree: which of them?
    return on(day)


def _two(match: re.Match[str], asking: Asking) -> tuple[Days, ...]:
    month = month_of(match["month"])
    one, two = (_with_year(int(match[name]), month, match["year"], match.start(), asking) for name in ("d", "d2"))
    if one > two:
        return BAD
    return (*on(one), *on(two)) if match["how"] == "or" else ((one, two),)


def _of_the_month(match: re.Match[str], asking: Asking) -> tuple[Days, ...] | None:
    """"The 3rd": the next one to come, or the last one gone by. "My 2nd knee" is none."""
    said_alone = asking.is_all(*match.span())
    led = match["the"] or re.search(r"\b(?:on|by|or|and|to|before|after|from|since|until|till) $", asking.text[:match.start()])
    if not match["of"] and not match["weekday"] and not said_alone and not (
            led and _ENDS.match(asking.text[match.end():])):
        return None
    number = int(match["d"]) if match["d"] else ordinal_of(match["ordinal"])
    if match["ordinal"] and not match["of"] and (number < 4 or not match["the"]):
        return None  # "the second" is rather the second of two
    month = asking.today.replace(day=1)
    if not 1 <= number <= 31:
        return BAD
    if match["which"] in {"next", "last"}:
        return on(months_from(month, 1 if match["which"] == "next" else -1).replace(day=number))
    back = asking.looks_back(match.start())
    for step in range(4):
        with suppress(ValueError):
            day = months_from(month, -step if back else step).replace(day=number)
            fits = not match["weekday"] or day.weekday() == weekday_of(match["weekday"])
            if (day <= asking.today if back else day >= asking.today) and fits:
                return on(day)
    return BAD


def _with_year(number: int, month: int, year: str | None, start: int, asking: Asking) -> date:
    if year:
        named = int(year) + (2000 if len(year) == 2 else 0)
        if not 1900 <= named <= 2100:
            raise ValueError(f"the year {named} is a slip")
        return date(named, month, number)
    today, back = asking.today, asking.looks_back(start)
    for step in range(9):  # 29 February comes every four years, once in a while every eight
        with suppress(ValueError):
            day = date(today.year + (-step if back else step), month, number)
            if day <= today if back else day >= today:
                return day
    raise ValueError(f"no day {number} in month {month}")


RULES: tuple[Rule, ...] = (
    (_ISO, _iso, "day"), (_TWO_OF_A_MONTH, _two, "day"), (_WRITTEN, _written, "day"), (_MONTH_FIRST, _written, "day"),
    (_NUMERIC, _numeric, "day"), (_OF_THE_MONTH, _of_the_month, "day"),
)
