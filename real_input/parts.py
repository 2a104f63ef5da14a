"""Whether a message stands on a sheet in parts: which texts are its parts, and which words of it none of them holds.

A part is a piece of the message as it was written, from the edge of a word to the edge of a word. Parts follow one
another on the sheet as they do in the message. Between them nothing may be missing but a word that only joins what
follows ("and", "also", "the other thing is"), marks and white space.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_THING = r"(?:another|the other|one more|(?:a )?second|the second) thing (?:is|would be|was)"
_JOINING = re.compile(
    rf"(?:{_THING}|and|also|plus|then|oh|first of all|first(?:ly)?|second(?:ly)?|third(?:ly)?|lastly|finally|"
    r"(?:two|three|four|a few|a couple of) things)\b|\d{1,2}[.):]", re.IGNORECASE)
_MARKS = re.compile(r"[\s.,;:!?&()*•–—-]+")
_AT_A_WORD = re.compile(r"\w")


@dataclass(frozen=True)
class InParts:
    """Where a message stands.

    Attributes:
        places: the places of its parts among the texts it was looked for in.
        missing: the spans of the message that no part holds and that are more than a joining word or a mark.
    """

    places: tuple[int, ...]
    missing: tuple[tuple[int, int], ...]

    def holds(self, start: int, end: int) -> bool:
        """Whether nothing is missing between these two places of the message."""
        return all(until <= start or end <= since for since, until in self.missing)


def find_parts(message: str, texts: Sequence[str], free: Sequence[int]) -> InParts:
    """The run of neighbours in ``texts`` that holds the most of ``message``.

    Args:
        free: the places in ``texts`` that may be used, rising; a run is of neighbours among these.
    """
    best: list[tuple[int, int, int]] = []
    for begin in range(len(free)):
        run = _run(message, texts, free[begin:])
        if _length(run) > _length(best):
            best = run
    return InParts(tuple(place for place, _, _ in best), _missing(message, best))


def _length(run: list[tuple[int, int, int]]) -> int:
    return sum(end - start for _, start, end in run)


def _run(message: str, texts: Sequence[str], places: Sequence[int]) -> list[tuple[int, int, int]]:
    """Place, start and end of each text that stands in the message after the one before, until one does not."""
    found, position = [], 0
    for place in places:
        start = _find(message, texts[place], position)
        if start is None:
            break
        position = start + len(texts[place])
        found.append((place, start, position))
    return found


def _find(message: str, part: str, position: int) -> int | None:
    """Where ``part`` first stands in ``message`` as whole words, not before ``position``."""
    start = message.find(part, position) if part else -1
    while start >= 0:
        end = start + len(part)
        if not (_inside_a_word(message, start) or _inside_a_word(message, end)):
            return start
        start = message.find(part, start + 1)
    return None


def _inside_a_word(message: str, at: int) -> bool:
    before, after = message[at - 1:at] if at else "", message[at:at + 1]
    return bool(_AT_A_WORD.match(before) and _AT_A_WORD.match(after))


def _missing(message: str, run: list[tuple[int, int, int]]) -> tuple[tuple[int, int], ...]:
    gaps, position = [], 0
    for _, start, end in run:
        gaps.append((position, start, True))
        position = end
    gaps.append((position, len(message), False))
    return tuple((since, until) for since, until, leads in gaps
                 if since < until and not _only_joins(message[since:until], leads))


def _only_joins(text: str, leads: bool) -> bool:
    """Whether ``text`` is marks and white space and, where a part follows, joining words."""
    position = 0
    while position < len(text):
        found = _MARKS.match(text, position) or (_JOINING.match(text, position) if leads else None)
        if found is None:
            return False
        position = found.end()
    return True
