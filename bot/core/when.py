"""A day to come back, from what a person wrote or tapped. What is not one certain day is asked about, never settled here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo

from bot.core.phrases import plain
from bot.core.short_answers import begins_with_yes, is_no, is_yes, place_named
from bot.core.times import Days, TimeReader, TimeSaid, middle

AT = time(10, 0)  # mid-morning where the person lives: awake, and outside everybody's quiet hours
FURTHEST = 400  # days ahead: further off is more likely a slip than a wish
WIDEST = 62  # days: of "next year" no day can be proposed
MOST_OFFERED = 3
_CHOICES = {"in_one_week": 7, "in_two_weeks": 14, "in_four_weeks": 28}
_EITHER = re.compile(r"\b(?:either|both|any(?: of them)?|whichever|don'?t mind|not fussed|all the same)\b")
_EARLIER = re.compile(r"^(?:the |that )?(?:earlier|sooner|nearer|closer)(?: one| day| date)?$")
_LATER = re.compile(r"^the (?:later|other)(?: one| day| date)?$|^(?:the )?later (?:one|day|date)$")


@dataclass(frozen=True)
class NoDay:
    """Why no day was taken: ``when`` (none was named) ``past`` ``today`` ``lost`` (there is no such day) ``event`` (a
    time whose day only they know) ``propose`` and ``which`` (with ``days`` to choose from) ``another`` (not the day that
    was proposed). ``words``: what it was read from."""

    why: str
    days: tuple[date, ...] = ()
    words: str = ""


def read_when(
    text: str, offered: tuple[date, ...], times: TimeReader, now: datetime, zone: tzinfo,
    visit: date | None = None,
) -> datetime | NoDay:
    """A moment at ten in the morning of the day meant, in UTC; or why there is none.

    Args:
        text: what was typed, a choice's name (``in_two_weeks``), or a day in ISO (``2026-12-03``, an offered one's button).
        offered: the days the person was asked to choose from just now, or the one that was proposed.
        now: aware. zone: the person's own.
        visit: the day of their appointment.
    """
    today = now.astimezone(zone).date()
    if text in _CHOICES:
        return at_ten(today + timedelta(days=_CHOICES[text]), zone)
    if offered and (chosen := _of_the_offered(text, offered)) is not None:
        return chosen if isinstance(chosen, NoDay) else at_ten(chosen, zone)
    said = times.answer(text, "future", now, zone, visit)
    if said.kind == "day" and said.first is not None:
        if said.plainly_theirs or said.first in offered:
            return _exactly(said.first, today, now, zone)
        return _to_choose(((said.first, said.first),), said, today)
    if said.kind == "span" and said.first is not None and said.last is not None:
        if (said.last - max(said.first, today)).days > WIDEST:
            return NoDay("event", words=said.words)
        return _to_choose(((said.first, said.last),), said, today)
    if said.kind == "ambiguous":
        return _to_choose(said.readings, said, today)
    if said.kind == "past":
        return NoDay("past")
    if said.words and said.kind == "not_a_day":
        return NoDay("lost" if said.lost else "event", words=said.words)
    return NoDay("when")


def _of_the_offered(text: str, offered: tuple[date, ...]) -> date | NoDay | None:
    """Which of the offered days a short answer picks; None when it says something of its own."""
    said = plain(text)
    if is_no(text):
        return NoDay("another")
    if len(offered) == 1:
        return offered[0] if is_yes(text) or begins_with_yes(text) else None
    if _EITHER.search(said) or _EARLIER.match(said):
        return min(offered)
    if _LATER.match(said):
        return max(offered)
    place = None if re.search(r"\d", said) else place_named(text, len(offered))
    return offered[place - 1] if place else None


def _exactly(day: date, today: date, now: datetime, zone: tzinfo) -> datetime | NoDay:
    if (day - today).days > FURTHEST:
        return NoDay("when")
    at = at_ten(day, zone)
    return at if at > now else NoDay("today")


def _to_choose(readings: tuple[Days, ...], said: TimeSaid, today: date) -> NoDay:
    """One day of each reading, in the order said, none of them gone by or far off."""
    days = tuple(dict.fromkeys(middle(days, today) for days in readings))
    days = tuple(day for day in days if 0 < (day - today).days <= FURTHEST)[:MOST_OFFERED]
    if not days:
        return NoDay("when")
    return NoDay("propose" if len(days) == 1 else "which", days, said.words)


def at_ten(day: date, zone: tzinfo) -> datetime:
    """Ten in the morning of ``day`` in ``zone``, in UTC."""
    return datetime.combine(day, AT, zone).astimezone(timezone.utc)


def as_people_write(when: datetime, zone: tzinfo) -> str:
    """"Thursday 3 December", in the person's zone."""
    return day_as_written(when.astimezone(zone).date())


def day_as_written(day: date) -> str:
    """"Thursday 3 December"."""
    return f"{day:%A} {day.day} {day:%B}"
