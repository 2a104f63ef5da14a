"""Days and times with names of their own: tomorrow, months, seasons, feasts, years."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.core.calendar_words import easter, months_from, part_of
from bot.nlu.times.found import Asking, Days, Rule, later, on
from bot.nlu.times.spelling import ALSO_WORDS, MONTH, YEAR, month_of

_LEAD = (r"(?P<lead>(?:\b(?:since|in|on|at|from|by|over|during|around|about|until|till|til|back|the|early|earlier|mid|late|"
         r"later|start|beginning|begining|middle|end|of|last|this|next|nxt|coming|sometime|some time|some|time|first|"
         r"half|or|"
         r"before|after|say|maybe|early-|mid-|late-)[ -])*)")
_TOMORROW = r"(?:tomorr?ow|tommorr?ow|tomm?orow|tmrw|tmr|tmorrow|tomoz|tomos|2moro?w?|2moz|tomoro)"
_NEAR = re.compile(
    rf"\b(?:(?P<after_tomorrow>(?:the )?day after {_TOMORROW}|overmorrow)|(?P<before_yesterday>(?:the )?day before "
    rf"yesterday)|"
    rf"(?P<tomorrow>{_TOMORROW})|(?P<yesterday>yesterday|yday|last night)|"
    r"(?P<today>today|tonight|2day|2nite|this (?:morning|afternoon|evening)))\b")
_MONTH = re.compile(rf"{_LEAD}\b{MONTH}\b(?!\w)(?:,? (?:of )?(?:{YEAR}\b|(?P<which>next|last|this) year\b))?")
_THIS_MONTH = re.compile(rf"{_LEAD}\b(?P<unit>month|year|yr)\b")
_SEASON = re.compile(rf"{_LEAD}\b(?P<season>spring|summer|autumn|winter)(?:time)?\b(?: (?:of )?(?:{YEAR}\b|"
                     rf"(?P<which>next|last) year))?")
_YEAR = re.compile(rf"{_LEAD}\b{YEAR}\b")


def _fixed(month: int, day: int, length: int = 1) -> Callable[[int], Days]:
    return lambda year: (date(year, month, day), date(year, month, day) + timedelta(days=length - 1))


def _from_easter(days: int, length: int = 1) -> Callable[[int], Days]:
    return lambda year: (later(easter(year), days), later(easter(year), days + length - 1))


_XMAS = r"(?:christmas|chrismas|xmas|x-mas|crimbo|chrimbo|nadolig)"
FEASTS: tuple[tuple[str, Callable[[int], Days]], ...] = (
    (rf"{_XMAS} eve", _fixed(12, 24)), (rf"{_XMAS} day", _fixed(12, 25)), (r"boxing day", _fixed(12, 26)),
    (_XMAS, _fixed(12, 24, 3)), (r"new year'?s'? eve|hogmanay", _fixed(12, 31)), (r"new year'?s'? day", _fixed(1, 1)),
    (r"(?:the )?new year'?s?", _fixed(1, 1, 7)), (r"bonfire night|guy fawkes(?: night)?|fireworks night", _fixed(11, 5)),
    (r"hallow'?e'?en", _fixed(10, 31)), (r"valentine'?s'?(?: day)?", _fixed(2, 14)),
    (r"(?:st|saint) david'?s'? day", _fixed(3, 1)), (r"(?:st|saint) patrick'?s'? day|paddy'?s day", _fixed(3, 17)),
    (r"(?:st|saint) george'?s'? day", _fixed(4, 23)), (r"(?:st|saint) andrew'?s'? day", _fixed(11, 30)),
    (r"burns'? night", _fixed(1, 25)), (r"(?:st|saint) dwynwen'?s'? day", _fixed(1, 25)), (r"twelfth night", _fixed(1, 5)),
    (r"remembrance day|armistice day", _fixed(11, 11)), (r"good friday", _from_easter(-2)),
    (r"easter sunday", _from_easter(0)), (r"easter monday", _from_easter(1)), (r"easter", _from_easter(-2, 4)),
    (r"pancake day|shrove tuesday", _from_easter(-47)), (r"ash wednesday", _from_easter(-46)),
    (r"mother'?s'? day|mothering sunday", _from_easter(-21)),
)
_FEAST = re.compile(rf"(?P<last>\blast )?(?P<next>\b(?:next|this) "
                    rf")?\b(?P<feast>{'|'.join(name for name, _ in FEASTS)})\b(?: {YEAR}\b)?")


def _near(match: re.Match[str], asking: Asking) -> tuple[Days, ...]:
    shift = {"after_tomorrow": 2, "before_yesterday": -2, "tomorrow": 1, "yesterday": -1, "today": 0}
    return on(later(asking.today, next(days for name, days in shift.items() if match[name])))


def _placed(days: Callable[[int], Days], asking: Asking, start: int, lead: str, year: int | None) -> Days:
    """The one that is meant of those that come every year: of the year named, else the last gone by or the next."""
    today, words = asking.today, lead.replace("last of", "end of").split()
    if year is not None:
        return days(year)
    if "last" in words or "since" in words or (asking.looks_back(start) and "next" not in words):
        begun = [days(y) for y in (today.year, today.year - 1, today.year - 2) if days(y)[0] <= today]
        return begun[1] if "last" in words and begun[0][1] >= today else begun[0]
    return next(days(y) for y in range(today.year - 1, today.year + 3) if days(y)[1] >= today)


def _year_of(match: re.Match[str], asking: Asking) -> int | None:
    if match["year"]:
        return int(match["year"])
    return asking.today.year + {"next": 1, "last": -1}.get(match["which"] or "", 0) if match["which"] else None


def _part(days: Days, lead: str, asking: Asking, start: int) -> tuple[Days, ...]:
    first, last = part_of(*days, lead)
    if first <= asking.today < last and not asking.looks_back(start) and "since" not in lead:
        first = later(asking.today, 1)  # what is gone of it cannot be meant
    return ((first, last),)


def _month(match: re.Match[str], asking: Asking) -> tuple[Days, ...] | None:
    lead = match["lead"].replace("-", " ").strip()
    alone = asking.gone_by is False and match["month"] in {"jan", "sep", "dec"} and asking.is_all(*match.span())
    if match["month"] in ALSO_WORDS and not match["year"] and not match["which"] and not alone and (
            not lead or lead.split()[-1] in {"the", "or", "about", "say", "maybe", "some", "time", "back", "over", "at", "on"}):
        return None  # "I may", "march on", "over may"
    if lead.endswith(("first half", "the or")) or (match["month"] == "mar" and not lead):
        return None
    number = month_of(match["month"])

    def days(year: int) -> Days:
        first = date(year, number, 1)
        return first, later(months_from(first, 1), -1)

    return _part(_placed(days, asking, match.start(), lead, _year_of(match, asking)), lead, asking, match.start())


def _season(match: re.Match[str], asking: Asking) -> tuple[Days, ...] | None:
    lead = match["lead"].replace("-", " ").strip()
    if not lead and not match["year"] and not match["which"] and not asking.is_all(*match.span()):
        return None  # "spring onions"
    month = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[match["season"]]

    def days(year: int) -> Days:
        first = date(year, month, 1)
        return first, later(months_from(first, 3), -1)

    return _part(_placed(days, asking, match.start(), lead, _year_of(match, asking)), lead, asking, match.start())


def _this_month(match: re.Match[str], asking: Asking) -> tuple[Days, ...] | None:
    """"Next month", "early next year", "the end of the month"."""
    lead = match["lead"].replace("-", " ").replace("nxt", "next").split()
    parted = bool(set(lead) & {"early", "earlier", "start", "beginning", "begining", "mid", "middle", "late", "later", "end"})
    which = next((word for word in reversed(lead) if word in {"next", "last", "this", "the"}), None)
    which = "the" if which is None and set(lead) & {"mid", "middle", "end"} else which
    if which is None or (which == "the" and not parted):
        return None
    turn = {"next": 1, "last": -1}.get(which, 0)
    if match["unit"] == "month":
        first = months_from(asking.today.replace(day=1), turn)
        last = later(months_from(first, 1), -1)
    else:
        first, last = date(asking.today.year + turn, 1, 1), date(asking.today.year + turn, 12, 31)
    if which == "the" and part_of(first, last, " ".join(lead))[1] < asking.today and not asking.looks_back(match.start()):
        step = 1 if match["unit"] == "month" else 12
        first, last = months_from(first, step), later(months_from(later(last, 1), step), -1)  # the next one to begin
    return _part((first, last), " ".join(lead), asking, match.start())


def _feast(match: re.Match[str], asking: Asking) -> tuple[Days, ...]:
    days = next(days for name, days in FEASTS if re.fullmatch(name, match["feast"]))
    lead = "last" if match["last"] else "next" if match["next"] else ""
    if re.search(r"\bsince $", asking.text[:match.start()]):
        lead = "since"
    if asking.gone_by is None and re.search(r"\b(?:after|before|by|until) $", asking.text[:match.start()]) and not lead:
        lead = "" if asking.looks_back(match.start()) else "next"
    return (_placed(days, asking, match.start(), lead, int(match["year"]) if match["year"] else None),)


def _in_year(match: re.Match[str], asking: Asking) -> tuple[Days, ...] | None:
    if not match["lead"].strip() and not asking.is_all(*match.span()):
        return None
    year = int(match["year"])
    return _part((date(year, 1, 1), date(year, 12, 31)), match["lead"].replace("-", " "), asking, match.start())


RULES: tuple[Rule, ...] = ((_NEAR, _near, "near"), (_FEAST, _feast, "feast"))
LATER_RULES: tuple[Rule, ...] = (
    (_MONTH, _month, "span"), (_SEASON, _season, "span"), (_THIS_MONTH, _this_month, "span"), (_YEAR, _in_year, "span"))
