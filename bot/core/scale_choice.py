"""A score that somebody settles on at the end: "6 or 7… 7", "between 5 and 7, so 6", "6.5, round it to 7"."""

from __future__ import annotations

import re

from bot.core.scale_numbers import TOP, Number
from bot.core.scale_spans import clause_of, joined
from bot.core.scale_strength import only_fillers

_SETTLES_ON = re.compile(
    r"(?:\s*[.,;:!?…–—-]+\s*|\s+(?=[a-z]))(?:(?:so|say|let's|lets|go|on|with|make|it|call|put|just|ok|okay|well|then|i'd|i'll|yes|"
    r"yeah|probably|closer|to|nearer|round|rounded|rounding|up|down|final|answer|an?|the)[\s,:.…]*)*"
)
_SAID_TO_SETTLE = re.compile(r"[.,;:!?…–—-]|\b(?:so|say|round|rounded|rounding|make|call|put|go|closer|nearer)\b")


def settled_on(numbers: list[Number], said: str) -> Number | None:
    """The last number when it chooses one of a span or beside a half before it, and nothing else is said; else None."""
    if len(numbers) not in (2, 3) or any(n.foreign or n.counts or not 0 <= n.value <= TOP for n in numbers):
        return None
    *span, last = numbers
    if span[-1].value != last.value and joined(span[-1], last, said):
        return None
    joint = said[span[-1].end : last.start]
    if last.value != int(last.value) or not _SETTLES_ON.fullmatch(joint) or not _SAID_TO_SETTLE.search(joint):
        return None
    if not only_fillers(clause_of(last, said)[1]) or said[last.end :].strip(" .!)"):
        return None
    if len(span) == 1:
        beside = span[0].value != int(span[0].value) and abs(span[0].value - last.value) < 1
    else:
        low, high = sorted(n.value for n in span)
        beside = low < high and low <= last.value <= high and joined(*span, said)
    return last if beside else None
