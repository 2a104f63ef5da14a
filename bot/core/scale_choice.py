"""A score that somebody settles on at the end: "6 or 7… 7", "between 5 and 7, so 6", "6.5, round it to 7"."""

from __future__ import annotations

import re

from bot.core.scale_numbers import TOP, Number
from bot.core.scale_spans import ScaleReading, clause_of, joined
from bot.core.scale_strength import only_fillers

_SETTLES_ON = re.compile(
    r"(?:\s*[.,;:!?…–—-]+\s*|\s+(?=[a-z]))(?:(?:so|say|let's|lets|go|on|with|make|it|call|put|just|ok|okay|well|then|i'd|i'll|yes|"
    r"yeah|probably|closer|to|nearer|round|rounded|rounding|up|down|final|answer|an?|the)[\s,:.…]*)*"
)
_SAID_TO_SETTLE = re.compile(r"[.,;:!?…–—-]|\b(?:so|say|round|rounded|rounding|make|call|put|go|closer|nearer)\b")


_IN_A_ROW = re.compile(r"[\s,/]*(?:(?:or|an?|maybe)[\s,]*)*")
_NEITHER = re.compile(  # after a row: nothing is chosen
    r"[\s,.…!]*(?:(?:pick|choose|take) (?:one|1|any|your pick)|(?:can't|cant|cannot|couldn't) (?:decide|choose|say|pick)|"
    r"(?:something|somethin|summat|somewhere) (?:like (?:that|this|it)|in there|round there|around there)|low|high|"
    r"any ?ways?|lol|haha|idk|dunno|or so|[\s,.…!])*"
)


def in_a_row(numbers: list[Number], said: str) -> ScaleReading | None:
    """Three neighbours that nobody chooses between ("5/6/7 cant decide"), to be asked back; else None."""
    row = numbers[:3]
    if len(row) < 3 or any(n.foreign or n.counts or not 0 <= n.value <= TOP for n in row):
        return None
    first, second, third = row
    follow = second.value == first.value + 1 and third.value == second.value + 1
    near = all(_IN_A_ROW.fullmatch(said[a.end : b.start]) for a, b in ((first, second), (second, third)))
    if not (follow and near and only_fillers(said[: first.start]) and _NEITHER.fullmatch(said[third.end :])):
        return None
    return ScaleReading("range", low=int(first.value), high=int(third.value))


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
