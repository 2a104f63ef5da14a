"""What one rule found in a text, before it is joined with its neighbours and judged by its context."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

Days = tuple[date, date]


@dataclass(frozen=True)
class Asking:
    """The text as folded, the person's own day, and which way a time without direction points.

    Args:
        gone_by: True where the past is told, False where a day to come is; None when each clause has to show it.
        month_first: whether 3/12 may be the twelfth of March where this person lives.
        place: whose bank holidays count, as in the setting ``PARATOI_PLACE``.
        visit: the day of the appointment the conversation is about.
    """

    text: str
    today: date
    gone_by: bool | None = False
    month_first: bool = False
    place: str = ""
    visit: date | None = None

    def looks_back(self, start: int) -> bool:
        """Whether a time at ``start`` lies in the past, as far as the words before it tell."""
        if self.gone_by is not None:
            return self.gone_by
        clause = re.split(r"[.;!?]| but ", self.text[:start])[-1]
        return _TOLD.search(clause) is not None

    def is_all(self, start: int, end: int) -> bool:
        """Whether the message holds nothing else, politeness aside."""
        return _AROUND.sub("", self.text[:start] + " " + self.text[end:]).strip() == ""


_TOLD = re.compile(r"\b(?:was|were|had|did|didn't|gave|stopped|started|quit|been|since|began|went|fell|got|came|ago|took|"
                   r"happened|diagnosed|moved|saw|last|\w{3,}ed)\b")
_AROUND = re.compile(r"\b(?:please|pls|plz|thanks|thank you|ta|cheers|on|the|yes|ok|okay|maybe|erm|um|would|be|best|good|"
                     r"about|at|by|or|and|for me|suits?|morning|afternoon|evening|am|pm|if possible|then|say|let's|i "
                     r"think)\b"
                     r"|[\W_]")


@dataclass(frozen=True)
class Found:
    """A time and where it stands: one or more readings, or a number of days; ``bad`` when no such day exists."""

    start: int
    end: int
    readings: tuple[Days, ...] = ()
    days: tuple[float, float] | None = None
    bad: bool = False
    role: str = field(default="", compare=False)  # "length", "feast", "weekday", "day": how neighbours may join it

    @property
    def first(self) -> date:
        return self.readings[0][0]

    @property
    def last(self) -> date:
        return self.readings[-1][1]

    @property
    def single(self) -> bool:
        """Exactly one day."""
        return len(self.readings) == 1 and self.first == self.last


Rule = tuple[re.Pattern[str], Callable[[re.Match[str], Asking], "tuple[Days, ...] | None"], str]
BAD: tuple[Days, ...] = ()  # returned by a rule for a day that does not exist; None when the words name no time


def scan(rules: Iterable[Rule], asking: Asking, taken: list[Found]) -> None:
    """Add to ``taken`` what each rule finds where nothing stands yet; earlier rules go first."""
    for pattern, resolve, role in rules:
        for match in pattern.finditer(asking.text):
            if any(match.start() < one.end and one.start < match.end() for one in taken):
                continue
            try:
                readings = resolve(match, asking)
            except (ValueError, OverflowError):  # beyond the calendar
                readings = BAD
            if readings is not None:
                taken.append(Found(*match.span(), readings=readings, bad=not readings, role=role))


def on(day: date) -> tuple[Days, ...]:
    """One day, for certain."""
    return ((day, day),)


def later(day: date, days: float) -> date:
    return day + timedelta(days=round(days))
