"""Reads a typed answer about a change into a stage of change. What is not plain is left to be asked, never guessed.

The windows are those of the five stages: intended within the next month (preparation), within six months
(contemplation), not within six months (precontemplation), changed within the last six months (action), longer ago
(maintenance). Six months ago to the day is still "within".
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from bot.core.calendar_words import months_from
from bot.core.past_times import LONG_AGO, Span, past_times
from bot.core.stage_cues import (
    AGAIN,
    AROUND,
    BEFORE,
    BEGAN,
    GOING_ON,
    IN_DOUBT,
    INTENDING,
    JUST_BEGUN,
    NOT_BEGUN,
    SOMEDAY,
    UNWILLING,
)
from bot.core.stage_times import coming_times

LAST_SIX_MONTHS, LONGER, NOT_YET, NOT_NOW = "last_six_months", "longer", "not_yet", "not_now"
_LONGEST = 40  # words; in a longer story there is too much that may be meant


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
    if "?" in text or len(said.split()) > _LONGEST or IN_DOUBT.search(said):
        return StageReading("unclear", words=words)
    coming = coming_times(said, today)
    wants, unwilling, not_begun = (bool(cue.search(said)) for cue in (INTENDING, UNWILLING, NOT_BEGUN))
    if AGAIN.search(said) and not wants:
        return StageReading("unclear", used_to=True, words=words)
    thinking = _thinking(coming, wants, unwilling, not_begun)
    if BEFORE.search(said):
        return _not_doing(thinking, True, words)
    spans = _of_the_change(said, today)
    if spans and not (wants or unwilling):
        return _doing(spans, today, words)
    if JUST_BEGUN.fullmatch(said):
        return StageReading("placed", LAST_SIX_MONTHS, words=words)
    loose = past_times(said, today) and not wants
    if spans or loose and not (coming and AROUND.sub("", said)) and not unwilling and not not_begun:
        return StageReading("unclear", words=words)
    if (coming and not loose) or wants or unwilling or not_begun:
        someday = SOMEDAY.search(said) and not (coming or wants or unwilling or not_begun)
        return StageReading("unclear", words=words) if someday else _not_doing(thinking, False, words)
    return StageReading("unclear", words=words)


def folded(text: str) -> str:
    """Lower case, plain apostrophes, clauses parted by " , "; a decimal point stays one character ("2·5")."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(str.maketrans("’‘`´", "''''"))
    text = re.sub(r"(\d)\.5\b", r"\1 and a half", text)
    text = re.sub(r"(\d)[./](\d\d?)[./](\d)", r"\1/\2/\3", text)
    text = re.sub(r"(?<=\d)\.(?=\d)", "·", text)
    text = re.sub(r"[,.;:!…()\"\n]+|\s[-–—]+\s", " , ", text)
    return re.sub(r"^[\s,]+|[\s,]+$", "", " ".join(text.split()))


