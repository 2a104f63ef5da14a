"""Neighbours that mean one thing together: "a week on Friday", "12 or 19 December", "from Monday to Wednesday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.nlu.times.found import Asking, Days, Found, later, on
from bot.nlu.times.lengths import Length
from bot.nlu.times.spelling import WEEKDAY, weekday_of
from bot.nlu.times.weekdays import coming, gone

_BEFORE_ANCHOR = re.compile(r" ?(?P<how>on|from|after|past|before|this|next|coming|this coming|from next|)(?: the)? ?$")
_DAY_OR_WEEK = re.compile(
    rf"\b(?:the )?(?:(?P<unit>day|night|evening|morning|week|wk|week[ -]?end)|{WEEKDAY}) (?P<how>after|before|following) $")
_WEEK_AFTER = re.compile(r" (?P<unit>week|wk|fortnight)\b(?! (?:after|of|commencing))")
_AFTER = re.compile(r"\b(?P<how>after|before|following|once|when)(?: the)? $")
_OR = re.compile(r",? ?(?:or|/)(?: (?:else|maybe|perhaps|even|on|by|in|the|possibly|if not|failing that))* ?|, "
                 r"(?:maybe|else|perhaps) ")
_TO = re.compile(r" ?(?:-|to|until|till|til|through|and)(?: the| on)? ?")
_OPENS_A_RANGE = re.compile(r"\b(?:between|from|any ?time from|sometime between)(?: the)? $")
AFTER_DAYS = 10  # "after Christmas": within so many days of it


def with_lengths(found: list[Found], many: list[Length], asking: Asking) -> tuple[list[Found], list[Length]]:
    """Lengths that count from a day beside them ("two weeks from Friday", "a week before Christmas") become that day."""
    left = []
    for length in many:
        anchor = next((one for one in found if one.start >= length.end and one.readings), None)
        how = _BEFORE_ANCHOR.fullmatch(asking.text[length.end:anchor.start]) if anchor else None
        if anchor is None or how is None or not _counts_from(length, how["how"], anchor):
            left.append(length)
            continue
        back = how["how"] == "before"
        moved = tuple(length.after(_day_itself(anchor, days, back), back) for days in anchor.readings)
        found[found.index(anchor)] = replace(anchor, start=length.start, readings=moved)
    return found, left


def _counts_from(length: Length, how: str, anchor: Found) -> bool:
    """Whether a length may count from the day beside it; without a word between, only weeks do ("a week Tuesday")."""
    if how:
        return length.how in {"bare", "in"}
    return length.how == "bare" and length.unit in "wf" and anchor.role != "span"


def _day_itself(anchor: Found, days: Days, back: bool) -> date:
    """What is counted from: Christmas Day, Easter Sunday, New Year's Day; otherwise the end that lies nearer."""
    into = {3: 1, 4: 2, 7: 0}.get((days[1] - days[0]).days + 1) if anchor.role == "feast" else None
    return later(days[0], into) if into is not None else days[0] if back else days[1]


def joined(found: list[Found], asking: Asking) -> list[Found]:
    """The same with everything that belongs together put together, in the order of the text."""
    found = sorted(found, key=lambda one: one.start)
    found = _apart([_moved_by_words(one, asking) for one in found])
    found = _pairs(found, asking, _weekday_in_a_week)
    found = _pairs(found, asking, _range)
    return _pairs(found, asking, _either)


def _apart(found: list[Found]) -> list[Found]:
    """Without what stands inside words that were read already: the fortnight of "Friday fortnight".

    Of two that begin together the longer one stays: "Friday before Christmas" is no Friday of its own.
    """
    kept: list[Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif (one.start, -one.end) < (kept[-1].start, -kept[-1].end):
            kept[-1] = one
    return kept


def _moved_by_words(one: Found, asking: Asking) -> Found:
    """"The day after Boxing Day", "Tuesday week", "after Christmas", "before the 5th"."""
    if one.bad:
        return one
    before, after = asking.text[:one.start], asking.text[one.end:]
    if one.role in {"weekday", "near"} and (match := _WEEK_AFTER.match(after)):
        days = 14 if match["unit"].startswith("f") else 7
        readings = tuple((later(first, days), later(last, days)) for first, last in one.readings)
        if one.role == "weekday" and one.single and (one.first - asking.today).days == 7:  # "Tuesday week" on a Tuesday
            readings = (*on(later(one.first, days - 7)), readings[0])
        return replace(one, end=one.end + match.end(), readings=readings)
    if match := _DAY_OR_WEEK.search(before):
        return replace(one, start=match.start(), readings=_beside(match, one))
    match = _AFTER.search(before)
    not_before = re.search(r"\bnot before(?: the)? $", before)
    if match is None or (not_before and one.role != "visit"):
        return one
    match = not_before or match
    how = "after" if not_before else match["how"]
    if how in {"once", "when"} and one.role != "visit":
        return one
    if len(one.readings) != 1:
        days = tuple((later(last, 1), later(last, 1)) for _, last in one.readings)
        return replace(one, start=match.start(), readings=days) if how != "before" else one
    if asking.looks_back(one.start) and one.last <= asking.today and how != "before":
        return replace(one, start=match.start())
    tomorrow = later(asking.today, 1)
    if how == "before":
        first, last = min(tomorrow, one.first), later(one.first, -1 if one.single else 0)
        return replace(one, start=match.start(), readings=((first, max(first, last)),))
    return replace(one, start=match.start(), readings=((later(one.last, 1), later(one.last, 1 + AFTER_DAYS)),))


def _beside(match: re.Match[str], one: Found) -> tuple[Days, ...]:
    """The day, weekday, week or weekend before or after each reading."""
    return tuple(_next_to(match, first, last) for first, last in one.readings)


def _next_to(match: re.Match[str], first: date, last: date) -> Days:
    unit, before = match["unit"] or "", match["how"] == "before"
    if match["weekday"]:
        day = (gone if before else coming)(first if before else last, weekday_of(match["weekday"]))
        return day, day
    if unit in {"week", "wk"}:
        start = later(first, -7) if before else later(last, 1)
        return start, later(start, 6)
    if unit.startswith("week"):
        saturday = gone(later(first, -1), 5) if before else coming(last, 5)
        return saturday, later(saturday, 1)
    day = later(first, -1) if before else later(last, 1)
    return day, day


def _pairs(found: list[Found], asking: Asking, join) -> list[Found]:  # type: ignore[no-untyped-def]
    kept: list[Found] = []
    for one in found:
        made = join(kept[-1], one, asking) if kept and not kept[-1].bad and not one.bad else None
        if made is not None:
            kept[-1] = made
        else:
            kept.append(one)
    return kept


def _between(one: Found, other: Found, asking: Asking) -> str:
    return asking.text[one.end:other.start]


def _weekday_in_a_week(one: Found, other: Found, asking: Asking) -> Found | None:
    """"Friday next week", "next week on Tuesday"."""
    if not re.fullmatch(r",? ?(?:on|in|of|the|,)? ?(?:the )?", _between(one, other, asking)):
        return None
    day, week = (one, other) if one.role == "weekday" else (other, one)
    if day.role != "weekday" or week.role != "span" or len(week.readings) != 1 or (week.last - week.first).days > 6:
        return None
    name = re.search(WEEKDAY, asking.text[day.start:day.end])
    if name is None:
        return None
    meant = weekday_of(name["weekday"])
    days = [later(week.first, n) for n in range((week.last - week.first).days + 1)]
    fit = next((one_day for one_day in days if one_day.weekday() == meant), None)
    return None if fit is None else Found(one.start, other.end, on(fit), role="in_week")


def _range(one: Found, other: Found, asking: Asking) -> Found | None:
    gap = _between(one, other, asking)
    if not _TO.fullmatch(gap) or len(one.readings) != 1 or len(other.readings) != 1:
        return None
    opened = _OPENS_A_RANGE.search(asking.text[:one.start])
    if "and" in gap and not (opened and "between" in opened[0]):
        return None
    last = _on_from(one.first, other.last) if other.role == "weekday" else other.last
    if last < one.first:
        return None
    return Found(opened.start() if opened else one.start, other.end, ((one.first, last),), role="span")


def _on_from(first: date, day: date) -> date:
    """A weekday that ends a range is the first such day after its beginning."""
    return later(day, 7 * (-(-(first - day).days // 7))) if day < first else day


def _either(one: Found, other: Found, asking: Asking) -> Found | None:
    if not _OR.fullmatch(_between(one, other, asking)):
        return None
    if one.role == "weekday" and other.role == "in_week":  # "Tuesday or Wednesday next week"
        monday = later(other.first, -other.first.weekday())
        one = replace(one, readings=on(later(monday, one.first.weekday())))
    return Found(one.start, other.end, tuple(dict.fromkeys((*one.readings, *other.readings))), role="either")
