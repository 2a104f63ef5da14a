"""Puts the rules together: every time in a text, and what a text says in answer to a question about time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from typing import Any

from bot.core.times import TimeSaid
from bot.nlu.times import appointment, bank_holidays, context, dates, named, weekdays
from bot.nlu.times.found import Asking, Found, later, scan
from bot.nlu.times.joined import joined, with_lengths
from bot.nlu.times.lengths import Length, from_an_event, lengths
from bot.nlu.times.library import HINT, from_the_library
from bot.nlu.times.spelling import fold

# Most messages hold no time at all and are let go after one look.
_MAYBE = re.compile(
    r"\d|mon|t(?:ue|us|eus|hu|hi|hr)|we[dn]|fri|sat|sun|day|w(?:ee|ea)?k|nigh?t|year|yr|yeer|decade|mo(?:nth|n?th|o)|"
    r"m(?:o|n)?ths?|"
    r"jan|feb|mar|apr|may|jun|jul|a(?:u)?gu|sep|oct|nov|dec|spring|summer|autumn|winter|mas|crimbo|easter|hogmanay|"
    r"valentine|"
    r"hallow|bonfire|fawkes|nadolig|tom|tmr|2mo|moro|yester|toda|toni|first|second|third|(?:f|ve?n|gh|in|n|x|r|e|en|tie)th|patrick|david|dwynwen|"
    r"andrew|"
    r"george|mother|shrove|fo?rn?ight|yfory|heddiw|ddoe|llun|mawrth|mercher|iau|gwener|sadwrn|sul|ionawr|chwefror|"
    r"ebrill|mai|"
    r"bank|public|ap+oin|appt|apt|visit|consult|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr", re.IGNORECASE)
_MONTH_FIRST = ("America/", "US/", "Pacific/Honolulu", "Pacific/Guam")
_LONGEST = 4_000  # characters looked at; nobody names a day after so many
_READS = frozenset({"day", "span", "ambiguous"})


@dataclass(frozen=True)
class Times:
    """Implements the port ``bot.core.times.TimeReader``.

    Args:
        place: whose bank holidays count, as in the setting ``PARATOI_PLACE``; without it none is known.
    """

    place: str = ""

    def find(self, text: str, now: datetime, zone: tzinfo) -> list[TimeSaid]:
        """Every time mentioned anywhere in ``text``, in order. Never raises."""
        return find_times(text, now, zone, self.place)

    def answer(self, text: str, asked: str, now: datetime, zone: tzinfo, visit: date | None = None) -> TimeSaid:
        """What the whole of ``text`` says in answer to a question about a ``future`` or ``past`` day or a ``duration``.

        Never raises. A time that is ruled out is no answer; of several days, each is a reading.

        Args:
            visit: the day of the appointment, for "the week after my appointment".
        """
        today = now.astimezone(zone).date()
        gone_by = {"future": False, "past": True, "duration": False}[asked]
        said = _said(text, zone, Asking("", today, gone_by, place=self.place, visit=visit), asked)
        wanted = {"duration"} if asked == "duration" else _READS
        fit = [one for one in said if one.kind in wanted and not one.negated]
        if asked == "future":
            ahead = [one for one in fit if one.last is not None and one.last >= today]
            if fit and not ahead:
                return replace(fit[0], kind="past", readings=())
            fit = ahead
        if fit:
            return _all_of(fit)
        lasting = [one for one in said if one.kind == "duration" and not one.negated]
        return lasting[0] if lasting and asked == "future" else _none_of(text, said)


def find_times(text: str, now: datetime, zone: tzinfo, place: str = "") -> list[TimeSaid]:
    """Every time mentioned anywhere in ``text``, in the order of the text. Never raises.

    Args:
        now: aware. zone: the person's own; "tomorrow" is the day after theirs.
    """
    said = _said(text, zone, Asking("", now.astimezone(zone).date(), None, place=place), "")
    return [one for one in said if one.kind != "not_a_day"]


def _said(text: str, zone: tzinfo, asking: Asking, asked: str) -> list[TimeSaid]:
    if not _MAYBE.search(text):
        return []
    folded, at = fold(text[:_LONGEST])
    asking = replace(asking, text=folded, month_first=getattr(zone, "key", "").startswith(_MONTH_FIRST))
    found: list[Found] = []
    scan(bank_holidays.RULES, asking, found)
    scan(appointment.RULES, asking, found)
    scan(weekdays.BEFORE_DATES, asking, found)
    scan(dates.RULES, asking, found)
    scan(named.RULES, asking, found)
    scan(weekdays.RULES, asking, found)
    if HINT.search(folded):
        from_the_library(asking, found)
    scan(named.LATER_RULES, asking, found)
    free = [one for one in lengths(asking) if all(one.end <= other.start or other.end <= one.start for other in found)]
    found, free = with_lengths(sorted(found, key=lambda one: one.start), free, asking)
    found = joined(found + [_of_length(one, asking, asked) for one in free if not from_an_event(one, asking)], asking)
    return [_with_context(one, text, folded, at, asking) for one in sorted(found, key=lambda one: one.start)]


def _of_length(one: Length, asking: Asking, asked: str) -> Found:
    """A length as a day ("in two weeks"), a span ("in the next few days", "ago") or a number of days."""
    today, place = asking.today, (one.start, one.end)
    try:
        if one.how == "ago":
            return Found(*place, readings=(one.gone_by(today),), role="length")
        if one.how == "in" and asking.gone_by is None and context.negated(asking.text, *place):
            return Found(*place, days=one.days, role="length")  # "I have not smoked in two years"
        bare = one.how == "bare" and asked == "future" and not _lasting(one, asking)
        if asked != "duration" and (one.how == "in" or bare):
            return Found(*place, readings=(one.after(today),), role="length")
        if asked != "duration" and one.how == "within":
            return Found(*place, readings=((later(today, 1), one.after(today)[1]),), role="span")
        if asked != "duration" and one.how == "past":
            return Found(*place, readings=((one.after(today, back=True)[0], today),), role="span")
    except (ValueError, OverflowError):
        return Found(*place, bad=True, role="length")
    return Found(*place, days=one.days, role="length")


def _lasting(one: Length, asking: Asking) -> bool:
    return re.search(r"\bfor (?:the )?$", asking.text[:one.start]) is not None or asking.text[one.start:].startswith("for ")


def _with_context(one: Found, text: str, folded: str, at: list[int], asking: Asking) -> TimeSaid:
    start, end = at[one.start], at[one.end - 1] + 1
    bare = folded[one.start:one.end]
    start += len(bare) - len(bare.lstrip()) if start + 1 < end else 0
    said = TimeSaid("not_a_day", text[start:end].rstrip(), start=start, end=start + len(text[start:end].rstrip()))
    if one.bad:
        return replace(said, lost=True)
    flags = {"negated": context.negated(folded, one.start, one.end),
             "other_person": context.other_person(folded, one.start, one.end),
             "hypothetical": context.hypothetical(folded, one.start, one.end)}
    if not one.readings:
        low, high = one.days or (0, 0)
        return replace(said, kind="duration", days=(round(low), round(high)), **flags)
    first, last = min(days[0] for days in one.readings), max(days[1] for days in one.readings)
    kind = "ambiguous" if len(one.readings) > 1 else "day" if first == last else "span"
    return replace(said, kind=kind, first=first, last=last, readings=one.readings if kind == "ambiguous" else (),
                   past=last < asking.today, **flags)


def _all_of(fit: list[TimeSaid]) -> TimeSaid:
    """One answer; of several different times each is a reading, in the order said."""
    readings = dict.fromkeys(days for one in fit for days in (one.readings or ((one.first, one.last),)))
    if len(fit) == 1 or len(readings) == 1 or fit[0].kind == "duration":
        return fit[0]
    first, last = min(one.first for one in fit), max(one.last for one in fit)  # type: ignore[type-var]
    return replace(fit[0], kind="ambiguous", first=first, last=last, readings=tuple(readings))  # type: ignore[arg-type]


def _none_of(text: str, said: list[TimeSaid]) -> TimeSaid:
    """Not a day; with the words of a day that does not exist, or of an event that has one."""
    if lost := next((one for one in said if one.kind == "not_a_day"), None):
        return lost
    folded, at = fold(text[:_LONGEST])
    if said or (place := context.event(folded)) is None:
        return TimeSaid("not_a_day")
    start, end = at[place[0]], at[place[1] - 1] + 1
    return TimeSaid("not_a_day", text[start:end], start=start, end=end)


def as_entity(said: TimeSaid) -> dict[str, Any]:
    """A time ready for JSON, beside the other entities of a message; days in ISO, a duration as its least and most days."""
    return {
        "entity": "time", "value": said.words, "start": said.start, "end": said.end, "kind": said.kind,
        "first": said.first.isoformat() if said.first else None, "last": said.last.isoformat() if said.last else None,
        "readings": [[first.isoformat(), last.isoformat()] for first, last in said.readings],
        "days": list(said.days) if said.days else None, "negated": said.negated, "past": said.past,
        "other_person": said.other_person, "hypothetical": said.hypothetical,
    }
