"""Numbers with their measure: "temp 39.5C", "sats are 84", "190 over 125", "sixteen paracetamol". What they mean is content."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.core.safety_patterns import Patterns, Span
from bot.core.safety_text import Reading

_BEFORE, _AFTER = 6, 3  # words between a measure and its number, which seldom stands first
_WIDEST = _BEFORE + 3  # words from where a measure begins to its number
_FOLLOWS = re.compile(r"[\s°]*([^\W\d_]+(?:['/][^\W\d_]+)?|%)?\s*([^\W\d_]*)")


@dataclass(frozen=True)
class Unit:
    """How a measure is written: the words that may follow (``says``), which numbers are ``likely`` in it (the lowest and
    the highest), and how it becomes the first unit of its measure: ``(number + more) * times``."""

    says: frozenset[str]
    likely: tuple[float, float]
    more: float = 0.0
    times: float = 1.0

    def holds(self, number: float) -> bool:
        """Whether ``number``, as written, can be in this unit."""
        return self.likely[0] <= number <= self.likely[1]


@dataclass(frozen=True)
class Measure:
    """What is measured. ``ordinary``: the range of values, in the first unit, that mean nothing. ``pair``: two numbers belong
    to it. ``whole``: only whole numbers, in words too."""

    id: str
    units: tuple[Unit, ...]
    ordinary: tuple[float, float] | None = None
    pair: bool = False
    whole: bool = False


@dataclass(frozen=True)
class Limit:
    """From which value a measure is danger of ``kind``, in its first unit; reviewed content with its ``source``.

    ``needs``: something has to be said beside the number (``Numbers.beside``, by place in ``Numbers.limits``).
    """

    id: str
    kind: str
    measure: str
    source: str
    at_least: float | None = None
    at_most: float | None = None
    second_at_least: float | None = None
    needs: bool = False

    def passed_by(self, value: float, second: float | None) -> bool:
        """Whether a value, or the second of a pair, is at or past the limit."""
        return any((
            self.at_least is not None and value >= self.at_least, self.at_most is not None and value <= self.at_most,
            self.second_at_least is not None and second is not None and second >= self.second_at_least,
        ))


@dataclass(frozen=True)
class Numbers:
    """How numbers are weighed. ``words``, ``beside`` and ``unless`` find words of the measure or limit at that place.

    ``no_measure``: what may follow a number and makes it something else. ``between_two`` stands in a pair, ``in_words`` are
    numbers that are written as words. ``author`` and ``date`` say who wrote it all, and when.
    """

    measures: tuple[Measure, ...]
    limits: tuple[Limit, ...]
    words: Patterns
    beside: Patterns
    unless: Patterns
    no_measure: frozenset[str]
    between_two: tuple[str, ...]
    in_words: dict[str, int]
    author: str
    date: str
    pieces: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        between = "|".join(re.escape(one) for one in self.between_two)
        object.__setattr__(self, "pieces", re.compile(
            r"(?<![\w.,:/])(\d{1,4}(?:[.,]\d{1,2})?)(?:\s*(?:" + between + r")\s*(\d{1,4}))?(?![.,:/]?\d)"))


@dataclass(frozen=True)
class Measured:
    """A value of ``measure`` in its first unit. ``span`` holds its words and number, ``name`` the words alone, ``place``
    is the number's."""

    measure: Measure
    value: float
    second: float | None
    span: Span
    name: Span
    place: int

    @property
    def ordinary(self) -> bool:
        """Whether such a value means nothing."""
        low, high = self.measure.ordinary or (1.0, 0.0)
        return low <= self.value <= high


@dataclass(frozen=True)
class _Written:
    number: float
    second: float | None
    place: int
    after: int
    follows: tuple[str, str]
    whole: bool
    in_words: bool = False


def measured_in(reading: Reading, numbers: Numbers) -> list[Measured]:
    """Every number that stands with its measure, in the order of the text. Pure; never raises."""
    written = [one for one in _written(reading, numbers) if one.follows[0] not in numbers.no_measure]
    if not written:
        return []
    names = sorted(
        ((match.spans[0], numbers.measures[match.owner]) for match in numbers.words.search(reading)), key=lambda pair: pair[0])
    begin = [name[0] for name, _ in names]
    found = []
    for one in written:
        there = names[bisect_left(begin, one.place - _WIDEST):bisect_right(begin, one.after + _AFTER)]
        near = sorted(
            ((far, -(name[1] - name[0]), name, measure) for name, measure in there
             if (far := _distance(reading, name, one)) is not None), key=lambda pair: pair[:2])
        values = ((_value(one, measure), name, measure) for _, _, name, measure in near)
        value = next((given for given in values if given[0] is not None), None)
        if value is not None:
            (first, second), name, measure = value
            span = (min(name[0], one.place), max(name[1], one.after))
            found.append(Measured(measure, first, second, span, name, one.place))
    return found


def ordinary_words(reading: Reading, numbers: Numbers | None) -> frozenset[int]:
    """The places of words that name a measure all of whose numbers are ordinary: "temp 36.7" is no fever."""
    measured = measured_in(reading, numbers) if numbers is not None else []
    other = {one.measure.id for one in measured if not one.ordinary}
    return frozenset(
        place for one in measured if one.measure.id not in other for place in range(*one.name))


def _written(reading: Reading, numbers: Numbers) -> Iterator[_Written]:
    for piece in numbers.pieces.finditer(reading.text):
        place = bisect_right(reading.starts, piece.start()) - 1
        after = bisect_left(reading.starts, piece.end())
        follows = _FOLLOWS.match(reading.text, piece.end())
        unit, more = (word.lower() if word else "" for word in follows.groups())
        if place >= 0 and (unit not in ("", "x") or not more or more not in numbers.no_measure):
            number, second = float(piece[1].replace(",", ".")), float(piece[2]) if piece[2] else None
            yield _Written(number, second, place, max(after, place + 1), (unit, more), piece[1].isdigit())
    for word in numbers.in_words.keys() & reading.places.keys():
        for place in reading.places[word]:
            unit = reading.words[place + 1] if place + 1 < len(reading.words) else ""
            yield _Written(float(numbers.in_words[word]), None, place, place + 1, (unit, ""), True, True)


def _distance(reading: Reading, name: Span, one: _Written) -> int | None:
    """How many words lie between; nothing when they do not belong together. A number before its measure counts as further
    off, and belongs to it only without a comma ("type 2, sugar 9")."""
    if reading.sentence_end[name[0]] != reading.sentence_end[one.place]:
        return None
    if name[1] <= one.place:
        between = one.place - name[1]
        return between if between <= _BEFORE else None
    between = max(0, name[0] - one.after)
    if between > _AFTER or reading.pause_between(one.after, name[0]):
        return None
    return between + _AFTER


def _value(one: _Written, measure: Measure) -> tuple[float, float | None] | None:
    """The number in the measure's first unit: in the unit that is written, else in the first it is likely in."""
    if (one.second is not None and not measure.pair) or (not one.whole if measure.whole else one.in_words):
        return None
    if measure.pair and one.second is not None and one.second >= one.number:
        return None
    said = [unit for unit in measure.units if unit.says.intersection(one.follows)]
    unit = next((unit for unit in said or measure.units if unit.holds(one.number)), None)
    return None if unit is None else (round((one.number + unit.more) * unit.times, 2), one.second)
