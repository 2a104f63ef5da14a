"""Spans and single values: what "at least 7", "6 or 7" and "nearly a 7" make of the numbers in an answer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.scale_numbers import TOP, Number
from bot.core.scale_words import RANGE_JOINS


@dataclass(frozen=True)
class ScaleReading:
    """``kind``: ``exact`` (``value`` is 0–10) · ``unsure`` (``value`` may be meant: to be asked back, never stored unasked) ·
    ``range`` (``low`` to ``high``, to be asked back) · ``none``.
    """

    kind: str
    value: int | None = None
    low: int | None = None
    high: int | None = None


_NOT = r"(?:\b(?:no|not|never|cannot|cant|dont|wont|nothing|nowt)|n't)"
NO_READING = ScaleReading("none")
_AND = re.compile(r"(?:and|an'?|'?n'?|&)(?: an?)?")
_BETWEEN = re.compile(r"\b(?:between|atween|tween|somewhere)\b(?: \w+){0,2}$")
_MAYBE_ALSO = re.compile(  # "7, honestly maybe 8"
    r"(?:(?:actually|honestly|really|ok|okay|well|or|ish|but|then|and|tbh)[\s,]+)+(?:maybe|perhaps|possibly|might be|could be)"
    r"(?: (?:actually|even|an?|more like))*"
)
_NEAR_BY = 2
_NOTHING_BEFORE = re.compile(r"(?: ?(?:so|aye|yes|yeah|call it|put|make it|just|an?|it's|that's))* ")
_WENT_UP_TO = re.compile(
    r"\b(?:talked me|talked myself|pushed|bumped|brought|went|gone|risen|jumped|came|moved|crept|climbed|shot|it's|now) "
    r"(?:all the way )?up to (?:an? )?$"
)
_PAUSE = re.compile(
    r"[.;:!?()\n…–—]|,(?!\d)| - |\b(?:because|cos|cause|cuz|coz|but|so|hence|therefore|thus|and then|(?<!back )then)\b|"
    r"(?<=\w )(?=for me,? (?:it'?s|it is)\b)"
)


def clause_of(number: Number, said: str) -> tuple[str, str]:
    """What stands before and after the number in its clause."""
    before, after = said[: number.start], said[number.end :]
    cut = _PAUSE.search(after)
    return (list(_PAUSE.split(before))[-1], after[: cut.start()] if cut else after)


def joined(one: Number, other: Number, said: str) -> bool:
    """Whether two numbers are the two ends of one span."""
    first, second = sorted([one, other], key=lambda n: n.start)
    joint = said[first.end : second.start].strip()
    if _AND.fullmatch(joint) and _BETWEEN.search(said[: first.start].strip()):
        return True
    if _MAYBE_ALSO.fullmatch(joint) and abs(first.value - second.value) <= _NEAR_BY and not second.counts:
        return True
    return RANGE_JOINS.fullmatch(joint) is not None or joint in ("", ",", "/") and second.value == first.value + 1


def bounded(numbers: list[Number], said: str) -> ScaleReading:
    """One value: exact, unless something around it opens it to one side."""
    first, last = numbers[0], numbers[-1]
    value = first.value
    before, _ = clause_of(first, said)
    lead, after = " ".join(before.split()[-8:]), said[last.end :].strip()
    if value < TOP and (sign := re.search(r"(?<![-=])[<>] ?=? ?$", said[: first.start])):
        return ScaleReading("range", low=value, high=TOP) if ">" in sign[0] else ScaleReading("range", low=0, high=value)
    if value != int(value):
        return ScaleReading("range", low=int(value), high=min(TOP, int(value) + 1))
    side = _side(lead, after, int(value))
    if side is not None and len(numbers) > 1 and _stands_bare(last, said):
        side = None  # "it can't be more than a 3 … so, three"
    return side or ScaleReading("exact", int(value))


def _stands_bare(number: Number, said: str) -> bool:
    before, after = clause_of(number, said)
    return not after.strip() and _NOTHING_BEFORE.fullmatch(before) is not None


def _side(lead: str, after: str, value: int) -> ScaleReading | None:
    """The span that "at least", "or more", "under", "nearly" make of a number; None when nothing does."""
    if _WENT_UP_TO.search(f"{lead} ") or value == TOP and re.match(r"(?:tops|max|maximum)\b", after):
        return None
    if value < TOP and re.search(r"\bmax(?:imum)?(?: of)?(?: an?)?$", lead):
        return ScaleReading("range", low=0, high=value)
    if re.search(
        rf"{_NOT} (?:\w+ ){{0,5}}(?:more|higher|over|above)(?: than)?(?: an?)?$|\b(?:at most|up to)(?: about| "
        r"around| maybe)?(?: an?)?$",
        lead,
    ) or re.match(
        r"(?:or|and|at) (?:less|under|below|lower|fewer|most)\b|"
        r"(?:(?:as )?(?:an? |the )?(?:tops|max|maximum)|at (?:the )?(?:very )?most|or "
        r"thereabouts down)\b",
        after,
    ):
        return ScaleReading("range", low=0, high=value)
    if re.search(
        rf"{_NOT} (?:\w+ ){{0,5}}(?:less|lower|under|below)(?: than)?(?: an?)?$|\bat least(?: an?)?$|"
        r"\bminimum(?: of)?(?: an?)?$",
        lead,
    ) or re.match(
        r"(?:or|and|plus|at|\+) ?(?:the )?(?:very )?(?:more|over|above|higher|up|upwards|plus|least|better|worse|"
        r"beyond)\b|\+|plus\b|at least\b|"
        r"(?:as )?(?:an? |the )?minimum\b|,? ?if not (?:more|higher|better)\b|(?:up|on)wards?\b|and up\b",
        after,
    ):
        return ScaleReading("range", low=value, high=TOP) if value < TOP else NO_READING
    if re.search(r"\b(?:(?:more|higher|greater|better) th[ae]n|over|above|past|upwards? of)(?: an?)?$", lead):
        return ScaleReading("range", low=value + 1, high=TOP) if value < TOP else NO_READING
    if re.search(r"\b(?:(?:less|lower|fewer|worse) th[ae]n|under|below)(?: an?)?$", lead):
        return ScaleReading("range", low=0, high=value - 1) if value > 0 else NO_READING
    if re.search(r"\b(?:nearly|almost|close to|not quite|approaching|(?:just |slightly |"
        r"a (?:touch|shade|bit|tad|little) )?(?:under|below|shy of|short of))(?: an?)?$",
        lead,
    ):
        return ScaleReading("range", low=max(0, value - 1), high=value)
    return None


def between(numbers: list[Number], said: str) -> ScaleReading:
    """Two values joined as a span ("6 or 7", "4-5", "between six and eight"); anything else is several answers."""
    values = sorted({number.value for number in numbers})
    if len(values) != 2 or values in ([1, TOP], [0, TOP]):
        return NO_READING
    pairs = [pair for pair in zip(numbers, numbers[1:], strict=False) if pair[0].value != pair[1].value]
    numbers = next((list(pair) for pair in pairs if joined(*pair, said)), list(pairs[0]))
    first, second = numbers
    joint = said[first.end : second.start].strip() if second.start > first.start else ""
    neighbours = second.value == first.value + 1
    spanning = RANGE_JOINS.fullmatch(joint) is not None and first.value < second.value
    if spanning or joined(first, second, said) or (neighbours and joint in ("", ",", "/", "...", "..")):
        return ScaleReading("range", low=int(values[0]), high=min(TOP, -int(-values[1] // 1)))
    return NO_READING


def from_both_sides(numbers: list[Number], said: str) -> ScaleReading | None:
    """ "More than a 6, less than an 8" leaves one value; "better than 5 and under 9" a span."""
    if len(numbers) != 2:
        return None
    sides = [bounded([number], said) for number in numbers]
    if any(side.kind != "range" or number.value != int(number.value) for side, number in zip(sides, numbers, strict=True)):
        return None
    low, high = max(side.low or 0 for side in sides), min(TOP if s.high is None else s.high for s in sides)
    if low == high and low not in (number.value for number in numbers):
        return ScaleReading("exact", low)
    if low >= high:  # "not quite a six but better than a five"
        low, high = sorted(int(number.value) for number in numbers)
    return ScaleReading("range", low=low, high=high)
