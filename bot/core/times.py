"""A day, a span of days or a length of time as somebody named it, and the port through which such words are read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Protocol

Days = tuple[date, date]  # the first and the last day, both included
KINDS = ("day", "span", "duration", "ambiguous", "past", "not_a_day")
ASKED = ("future", "past", "duration")


@dataclass(frozen=True)
class TimeSaid:
    """One time, as read. Days are those of the person's own zone.

    Args:
        kind: ``day`` · ``span`` (some day from ``first`` to ``last``) · ``duration`` · ``ambiguous`` (one of
            ``readings``) · ``past`` (gone by, where a day to come was asked for) · ``not_a_day``.
        words: what it was read from, verbatim. With ``not_a_day``: an event whose day only they know ("after my
            holiday") or a day that does not exist ("30 February"); empty when no time was named at all.
        first, last: None for a duration and for what is not a day.
        readings: two or more, each with its first and last day; only for ``ambiguous``.
        days: least and most days of a duration.
        lost: no such day exists, with ``not_a_day``.
        start, end: where ``words`` stand in the text.
        negated: "any day but Friday". past: it lies before today. other_person: "my sister comes on Friday".
        hypothetical: "if I get a lift on Friday".
    """

    kind: str
    words: str = ""
    first: date | None = None
    last: date | None = None
    readings: tuple[Days, ...] = ()
    days: tuple[int, int] | None = None
    start: int = 0
    end: int = 0
    lost: bool = False
    negated: bool = False
    past: bool = False
    other_person: bool = False
    hypothetical: bool = False

    @property
    def plainly_theirs(self) -> bool:
        """Whether it was said of the person themselves, and without an "if"."""
        return not (self.negated or self.other_person or self.hypothetical)


def as_iso(said: TimeSaid) -> str | None:
    """A time as the sheet keeps it beside the words: ``2026-12-01``, ``2026-12-07/2026-12-13``, ``P21D``, ``P28D/P31D``.

    None where it is not plain: no time, one of several, ruled out, somebody else's, or hanging on an "if".
    """
    if not said.plainly_theirs or said.kind not in {"day", "span", "duration", "past"}:
        return None
    if said.days is not None:
        ends = [f"P{days}D" for days in dict.fromkeys(said.days) if days > 0]
    else:
        ends = [day.isoformat() for day in dict.fromkeys((said.first, said.last)) if day is not None]
    return "/".join(ends) or None


class TimeReader(Protocol):
    def find(self, text: str, now: datetime, zone: tzinfo) -> list[TimeSaid]:
        """Every time mentioned anywhere in ``text``, in order. Never raises."""

    def answer(self, text: str, asked: str, now: datetime, zone: tzinfo, visit: date | None = None) -> TimeSaid:
        """What the whole of ``text`` says in answer to a question for one of ``ASKED``. Never raises.

        ``visit``: the day of the appointment the conversation is about, where it is known.
        """


class ReadsNothing:
    """The reader of those who have none: nothing is ever a day."""

    def find(self, text: str, now: datetime, zone: tzinfo) -> list[TimeSaid]:
        """No times."""
        return []

    def answer(self, text: str, asked: str, now: datetime, zone: tzinfo, visit: date | None = None) -> TimeSaid:
        """Not a day."""
        return TimeSaid("not_a_day")


def middle(days: Days, after: date) -> date:
    """The day in the middle of a span, as far as it lies after ``after``; the last day when all of it is gone."""
    first, last = days
    first = max(first, date.fromordinal(after.toordinal() + 1))
    return last if first > last else date.fromordinal((first.toordinal() + last.toordinal()) // 2)
