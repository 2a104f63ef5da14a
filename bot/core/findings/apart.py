"""Several troubles told one after the other: where the next one begins, so that they can be offered as separate things.

Every part is a piece of the text, whole sentences, and together they are all of it: what belongs to no trouble stays
with the one before. A story about one thing stays one thing.
"""

from __future__ import annotations

import re

from bot.core.findings.concerns import Concern, find_concerns
from bot.core.findings.joined import begins_again
from bot.core.findings.tokens import singular
from bot.core.findings.vocabulary import HealthWords

_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
# A sentence that begins so tells more about the one before.
_GOES_ON = re.compile(
    r"^(?:it|it's|its|that|that's|this|these|those|they|they're|which|because|cos|so|then|when|whenever|since|after|until|"
    r"but it|and it|and then|especially|mostly|usually|sometimes|always|the pain|the ache|he said|she said|they said|"
    r"doctor|i took|i take|i tried|i have tried|i've tried|started|worse|better|not sure if|i think it|i thought|i was told|"
    r"no|yes|all|even|still|now it|also it)\b", re.IGNORECASE)
_LITTLE = frozenset("my a the bad really so very left right sore in on of when i it hurt pain ache and at".split())
_JOINS = ("and", "also", "plus")
_GREETING = 3  # words
MOST = 6  # more is no list to answer yes or no to


def parts_told(text: str, vocabulary: HealthWords) -> tuple[str, ...]:
    """The parts of ``text`` that each tell of another trouble; empty when it tells of one, or that is not plain. Never raises.

    Every part is a piece of it. Between two parts of one sentence the comma and an "and", "also" or "plus" are left off.

    >>> from bot.content.load_health import load_health
    >>> parts_told("My knee hurts on the stairs. I can't sleep either.", load_health())
    ('My knee hurts on the stairs.', "I can't sleep either.")
    >>> parts_told("my hip is agony and my ears keep ringing", load_health())
    ('my hip is agony', 'my ears keep ringing')
    """
    every = find_concerns(text, vocabulary)
    spans = _sentences(text)
    found = [one for one in every if one.group != "question"]  # it goes with what it is about
    starts: list[int] = []
    inside: set[int] = set()
    named: set[str] = set()
    for start, end in spans:
        here = [one for one in found if start <= one.start < end]
        names = {word for one in here for word in _names(one)}
        if names and (not starts or not names & named and not _GOES_ON.match(text[start:end].lstrip("-*• "))):
            starts.append(0 if not starts else start)
        named |= names
    if (only := _the_only_one(text, spans, every)) is not None:
        start, end = only
        again = begins_again(text[start:end], [(one.start - start, one.end - start) for one in every])
        if again:
            inside = {start + place for place in again}
            starts = [0, *sorted(inside)]
    if not 2 <= len(starts) <= MOST:
        return ()
    ends = [*starts[1:], len(text)]
    return tuple(
        _unjoined(text[start:end]) if end in inside else text[start:end].strip()
        for start, end in zip(starts, ends, strict=True)
    )


def _unjoined(part: str) -> str:
    """Without the comma and the joining words at its end."""
    part = part.strip().rstrip(",").rstrip()
    before, _, last = part.rpartition(" ")
    return _unjoined(before) if before and last.casefold() in _JOINS else part


def _the_only_one(text: str, spans: list[tuple[int, int]], found: tuple[Concern, ...]) -> tuple[int, int] | None:
    """The one sentence that tells something, where all others are only a few words ("Hello doctor.", "Thank you.")."""
    telling = [span for span in spans if len(text[span[0]:span[1]].split()) > _GREETING
               or any(span[0] <= one.start < span[1] for one in found)]
    return telling[0] if len(telling) == 1 else None


def _sentences(text: str) -> list[tuple[int, int]]:
    bounds = [0, *(gap.end() for gap in _SENTENCE.finditer(text)), len(text)]
    return [(start, end) for start, end in zip(bounds, bounds[1:], strict=False) if text[start:end].strip()]


def _names(one: Concern) -> set[str]:
    return {singular(word) for word in re.findall(r"[^\W\d_]+", one.words.casefold())} - _LITTLE
