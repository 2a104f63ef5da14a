"""Reads a typed answer about a change into a stage of change. What is not plain is left to be asked, never guessed.

The windows are those of the five stages: intended within the next month (preparation), within six months
(contemplation), not within six months (precontemplation), changed within the last six months (action), longer ago
(maintenance). Six months ago to the day is still "within".
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from bot.core.calendar_words import months_from
from bot.core.past_times import Span, past_times
from bot.core.stage_cues import (
    AGAIN,
    AHEAD,
    AROUND,
    BEFORE,
    BEGAN,
    GOING_ON,
    IN_DOUBT,
    INTENDING,
    JUST_BEGUN,
    NOT_BEGUN,
    UNWILLING,
)
from bot.core.stage_times import Coming, coming_times

LAST_SIX_MONTHS, LONGER, NOT_YET, NOT_NOW = "last_six_months", "longer", "not_yet", "not_now"
_LONGEST = 40  # words; in a longer story there is too much that may be meant
_AFTER, _BEFORE_IT = 7, 4  # words between a change and its time
_A_YEAR = 366  # days; what may have begun on more days than these has no day
_UNWILLING_THINGS = re.compile(UNWILLING.pattern + r"(?: (?!(?:but|and|maybe|until|till|yet)\b)[^\s,]+){0,5}")
_NOT_IN_SIX_MONTHS = re.compile(r"\bnot (?:in|within|for) the next (?:six|6) months\b")
_NOT_THEN = re.compile(r"\bnot (?:(?:in|within|for) the )?(?:next|this)\b")
_NEVER_SINCE = re.compile(r"\b(?:not|never|no|without|[a-z]+n'?t)\b")


@dataclass(frozen=True)
class StageReading:
    """What an answer about a change says.

    Args:
        kind: ``placed``: a stage follows · ``partly``: not being done now, but when is open · ``unclear``.
        doing: ``not_yet`` ``last_six_months`` ``longer``, or None.
        thinking: ``next_month`` ``next_six_months`` ``not_now``, or None; only beside ``not_yet``.
        used_to: it was done before, or begun again. Never beside ``last_six_months`` or ``longer``.
        since: the day the change began: the first one it may be; None when no day was said.
        words: the answer as typed, without space around it.
    """

    kind: str
    doing: str | None = None
    thinking: str | None = None
    used_to: bool = False
    since: date | None = None
    words: str = ""



def read_stage(text: str, now: datetime, zone: tzinfo) -> StageReading:
    """Where a typed answer places a person. Never raises.

    Args:
        text: an answer to "are you already doing this?" or "are you thinking of starting?".
        now: aware.
        zone: the person's own; days are counted there.
    """
    words, said, today = text.strip(), folded(text), now.astimezone(zone).date()
    unclear = StageReading("unclear", words=words)
    if "?" in text or not said or len(said.split()) > _LONGEST or IN_DOUBT.search(said):
        return unclear
    past, coming = past_times(said, today), coming_times(said, today)
    wants = bool(INTENDING.search(_UNWILLING_THINGS.sub(" ", said)))
    unwilling, not_begun = bool(UNWILLING.search(said)), bool(NOT_BEGUN.search(said))
    if AGAIN.search(said) and not wants:
        return replace(unclear, used_to=True)
    if BEFORE.search(said):
        return _not_doing(_thinking(said, coming if wants else (), wants, unwilling), True, words)
    gone = [span for span in past if span.how not in {"bare", "in", "until"} and not _also_ahead(span, coming)]
    if wants or unwilling or not_begun:
        begun_too = any(_goes_with(span, said) for span in gone)
        return unclear if begun_too else _not_doing(_thinking(said, coming, wants, unwilling), False, words)
    if past and (all(_goes_with(span, said) for span in past) or (len(gone) == len(past) and _bare(said, past))):
        return _doing(past, today, words)
    if JUST_BEGUN.fullmatch(said):
        return StageReading("placed", LAST_SIX_MONTHS, words=words)
    if coming and not gone and not BEGAN.search(said) and not GOING_ON.search(said) and (
            AHEAD.search(said) or not any(_also_ahead(span, coming) for span in past)):
        return _not_doing(_thinking(said, coming, True, False), False, words)
    return unclear


def _thinking(said: str, coming: tuple[Coming, ...], wants: bool, unwilling: bool) -> str | None:
    """When it is intended; None where that is open, or where two things are said that do not go together."""
    if _NOT_IN_SIX_MONTHS.search(said):
        return NOT_NOW
    if unwilling:
        return None if wants or coming else NOT_NOW
    near = {one.near for one in coming}
    return near.pop() if len(near) == 1 and not _NOT_THEN.search(said) else None


def _not_doing(thinking: str | None, used_to: bool, words: str) -> StageReading:
    return StageReading("placed" if thinking else "partly", NOT_YET, thinking, used_to, words=words)


def _doing(spans: tuple[Span, ...], today: date, words: str) -> StageReading:
    """Within the last six months or longer ago, when every time said is on the same side."""
    border = months_from(today, -6)
    sides = {LONGER if span.last < border else LAST_SIX_MONTHS if span.first >= border else None for span in spans}
    if len(sides) != 1 or None in sides:
        return StageReading("unclear", words=words)
    return StageReading("placed", sides.pop(), since=_began_on(spans[0]), words=words)


def _began_on(span: Span) -> date | None:
    """The first day of what was named; the day itself of what was counted back."""
    days = (span.last - span.first).days
    if span.how == "within" or days > _A_YEAR:
        return None
    return span.first if span.how in {"point", "since"} else span.first + timedelta(days=(days + 1) // 2)


def _goes_with(span: Span, said: str) -> bool:
    """Whether the time stands by a change begun or going on, and is of the kind that goes with it."""
    time = said[span.start:span.end].strip()
    of_a_beginning = span.how in {"ago", "since", "point", "within"} or (
        span.how == "lasting" and re.search(r"^since\b|\b(?:now|so far|already)$", time) is not None)
    going_on = span.how in {"lasting", "since", "bare"} or (span.how == "in" and _NEVER_SINCE.search(said) is not None)
    return (of_a_beginning and _by(BEGAN, span, said)) or (going_on and _by(GOING_ON, span, said))


def _by(cue: re.Pattern[str], span: Span, said: str) -> bool:
    for match in cue.finditer(said):
        between = said[match.end():span.start] if match.start() <= span.start else said[span.end:match.start()]
        if len(between.split()) <= (_AFTER if match.start() <= span.start else _BEFORE_IT):
            return True
    return False


def _also_ahead(span: Span, coming: tuple[Coming, ...]) -> bool:
    """Whether the same words may mean a time to come ("in March")."""
    return span.how == "point" and any(one.start < span.end and span.start < one.end for one in coming)


def _bare(said: str, spans: tuple[Span, ...]) -> bool:
    """Whether nothing else is said than the times."""
    rest = said
    for span in reversed(spans):
        rest = rest[:span.start] + " " + rest[span.end:]
    return AROUND.fullmatch(rest) is not None


def folded(text: str) -> str:
    """Lower case, plain apostrophes, clauses parted by " , "; a decimal point stays one character ("2·5")."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(str.maketrans("’‘`´", "''''"))
    text = re.sub(r"(\d)\.5\b", r"\1 and a half", text)
    text = re.sub(r"(\d)[./](\d\d?)[./](\d)", r"\1/\2/\3", text)
    text = re.sub(r"(?<=\d)\.(?=\d)", "·", text)
    text = re.sub(r"[,.;:!…()\"\n]+|\s[-–—]+\s", " , ", text)
    return re.sub(r"^[\s,]+|[\s,]+$", "", " ".join(text.split()))


