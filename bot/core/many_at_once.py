"""Two answers in one message: how important a change is, and how sure the person is of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.numbers import NUMBER_WORDS
from bot.core.scales import read_scale

_IMPORTANT = re.compile(r"\b(?:important|importance|matters?)\b")
_SURE = re.compile(r"\b(?:sure|confident|confidence|certain)\b")
_NOT_NOW = re.compile(
    r"\bnot (?:so |too |very |really )?(?:sure|certain|confident|important)\b|\b(?:was|were|used to|should|"
    r"want(?:ed)?|wish)\b")
_NUMBER = re.compile(
    r"\b(?:\d+(?:[.,]\d+)?|" + "|".join(NUMBER_WORDS) + r")(?!\w)(?:\s*(?:/|out of)\s*(?:10|ten)\b)?%?")


@dataclass(frozen=True)
class BothScales:
    """Importance and confidence of a change, each from 0 to 10."""

    importance: int
    confidence: int


def read_both(text: str) -> BothScales | None:
    """Both numbers, when each stands beside the word it belongs to; None in every other case. Never raises.

    >>> read_both("8 for importance, 5 for how sure I am")
    BothScales(importance=8, confidence=5)
    >>> read_both("8 and 5") is None
    True
    """
    said = text.casefold()
    cues = sorted((match.start(), name) for name, cue in (("importance", _IMPORTANT), ("confidence", _SURE))
                  for match in cue.finditer(said))
    readings = [read_scale(match[0]) for match in _NUMBER.finditer(said)]
    if sorted(name for _, name in cues) != ["confidence", "importance"] or _NOT_NOW.search(said):
        return None
    if len(readings) != 2 or any(reading.kind != "exact" or reading.value is None for reading in readings):
        return None
    # Whichever way round they are put, the first number goes with the first word and the second with the second.
    return BothScales(**{name: int(reading.value or 0) for (_, name), reading in zip(cues, readings, strict=True)})
