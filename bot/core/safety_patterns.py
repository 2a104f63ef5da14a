"""A fast search for many patterns at once. How they are written: ``bot.core.safety_phrases``."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain

from bot.core.safety_phrases import Grammar, Phrase, Way
from bot.core.safety_text import Reading

_WINDOW = 20
_DIGITS = bytes.maketrans(b"\0\1", b"01")
Span = tuple[int, int]


@dataclass(frozen=True)
class Match:
    """``owner``'s pattern was found; ``spans`` has one place for each of its phrases, in the order of the text."""

    owner: int
    spans: tuple[Span, ...]


class Patterns:
    """Many patterns, searched together. Only those whose rarest word is in the text are tried, and each phrase once.

    ``negations``: words that no gap passes over: "have never fainted" is no “have ..1 fainted”.
    """

    def __init__(self, ways: Iterable[tuple[int, Way]], negations: frozenset[str]) -> None:
        self._negations = negations
        numbers: dict[Phrase, int] = {}
        self._ways = list(dict.fromkeys(
            (owner, tuple([numbers.setdefault(phrase, len(numbers)) for phrase in phrases])) for owner, phrases in ways))
        self._phrases = list(numbers)
        number: dict[frozenset[str], int] = {}
        phrase_needs = [
            frozenset([number.setdefault(e.words, len(number)) for e in phrase if e.words and not e.optional])
            for phrase in self._phrases]
        self._sets = list(number)
        self._needs = [
            phrase_needs[way[0]] if len(way) == 1 else frozenset().union(*(phrase_needs[one] for one in way))
            for _, way in self._ways]
        weight = self._weights()
        by_set: dict[int, list[int]] = {}
        for way, needs in enumerate(self._needs):
            by_set.setdefault(min(needs, key=weight.__getitem__), []).append(way)
        self._by_set = by_set
        self._of_word: dict[str, list[int]] = {}
        for one, words in enumerate(self._sets):
            for word in words:
                self._of_word.setdefault(word, []).append(one)

    def _weights(self) -> list[int]:
        """For each set of words how often patterns use them: the less, the seldomer a text holds one."""
        times: Counter[int] = Counter(chain.from_iterable(way for _, way in self._ways))
        counts: Counter[frozenset[str]] = Counter()
        for phrase, many in times.items():
            for element in self._phrases[phrase]:
                counts[element.words] += many
        used: Counter[str] = Counter()
        for words, many in counts.items():
            for word in words:
                used[word] += many
        return [sum([used[word] for word in words]) for words in self._sets]

    @classmethod
    def of(cls, patterns: Sequence[Sequence[str]], grammar: Grammar) -> Patterns:
        """The patterns of several owners, numbered in order. Raises: PatternError."""
        ways = ((owner, way) for owner, some in enumerate(patterns) for one in some for way in grammar.parse(one))
        return cls(ways, grammar.negations)

    def search(
        self, reading: Reading, near: bytearray | None = None, leave: Set[int] = frozenset(),
    ) -> Iterator[Match]:
        """Every match, in a fixed order.

        Args:
            near: only what begins at a word marked there. leave: owners that are not looked for.
        """
        bits: dict[int, int] = {}
        for word in reading.places.keys() & self._of_word.keys():
            there = reading.bits[word]
            for number in self._of_word[word]:
                bits[number] = bits.get(number, 0) | there
        said = set(bits)
        text = _Text(reading, {self._sets[number]: there for number, there in bits.items()}, near, self._negations)
        starts: dict[int, int] = {}
        for way in sorted([way for number in said & self._by_set.keys() for way in self._by_set[number]]):
            if not said >= self._needs[way]:
                continue
            owner, numbers = self._ways[way]
            if owner in leave:
                continue
            for number in numbers:
                if number not in starts:
                    starts[number] = text.starts(self._phrases[number])
                if not starts[number]:
                    break
            else:
                first = starts[numbers[0]]
                for number in numbers[1:]:
                    first &= _around(starts[number])
                if first:
                    begin = (first, *(starts[number] for number in numbers[1:]))
                    found = [text.spans(self._phrases[number], at) for number, at in zip(numbers, begin, strict=True)]
                    yield from [Match(owner, together) for together in _together(found)]


class _Text:
    """One text. Places are the bits of one number, so that all places of a word are compared at once.

    ``bits`` are the places of the words that are asked for most.
    """

    def __init__(
        self, reading: Reading, bits: dict[frozenset[str], int], near: bytearray | None, negations: frozenset[str],
    ) -> None:
        self._reading = reading
        self._bits = bits
        self._near = -1 if near is None else int(near[::-1].translate(_DIGITS) or b"0", 2)
        self._passed = reading.followed  # the places where a word between may stand
        self._negations = negations
        for word in negations:
            self._passed &= ~reading.bits.get(word, 0)

    def spans(self, phrase: Phrase, starts: int) -> list[Span]:
        """Where ``phrase`` stands, of which it is known where it begins."""
        words, ends = self._reading.words, self._reading.sentence_end
        return [(start, _end(phrase, 1, start + 1, words, ends[start], self._negations)) for start in _numbers(starts)]

    def starts(self, phrase: Phrase) -> int:
        """The places where ``phrase`` begins: from its last word forward, what stands there with all the rest after it."""
        followed = self._reading.followed
        rest = -1  # after the last word anything may stand
        for element in reversed(phrase):
            if element.words:
                here = self._bits.get(element.words)
                if here is None:
                    here = self._places(element.words)
                if rest != -1:
                    here &= rest >> 1 & followed
                rest = rest | here if element.optional else here
            else:
                here = rest
                for _ in range(element.gap):
                    here = here >> 1 & self._passed
                    rest |= here
            if not rest:
                break
        return rest & self._near

    def _places(self, words: frozenset[str]) -> int:
        there = self._reading.bits
        bits = 0
        for word in words & there.keys() if len(words) > 3 else words:
            bits |= there.get(word, 0)
        self._bits[words] = bits
        return bits


def _around(places: int) -> int:
    """The places within the window of any of ``places``."""
    width, wanted = 1, 2 * _WINDOW + 1
    places <<= _WINDOW
    while width < wanted:
        step = min(width, wanted - width)
        places |= places >> step
        width += step
    return places


def _numbers(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _end(phrase: Phrase, index: int, place: int, words: list[str], limit: int, negations: frozenset[str]) -> int:
    """Where the rest of ``phrase`` ends when it stands at ``place``, or 0."""
    if index == len(phrase):
        return place
    element = phrase[index]
    if not element.words:
        following = phrase[index + 1]
        for skipped in range(element.gap + 1):
            if place + skipped > limit or (skipped and words[place + skipped - 1] in negations):
                break
            if following.words and not following.optional and (
                    place + skipped >= limit or words[place + skipped] not in following.words):
                continue
            if after := _end(phrase, index + 1, place + skipped, words, limit, negations):
                return after
        return 0
    if place < limit and words[place] in element.words and (
            after := _end(phrase, index + 1, place + 1, words, limit, negations)):
        return after
    return _end(phrase, index + 1, place, words, limit, negations) if element.optional else 0


def _together(phrases: list[list[Span]]) -> Iterator[tuple[Span, ...]]:
    for first in phrases[0]:
        together = [first]
        for spans in phrases[1:]:
            after = bisect_right(spans, first)
            nearest = min(spans[max(0, after - 1):after + 1], key=lambda span: abs(span[0] - first[0]))
            if abs(nearest[0] - first[0]) > _WINDOW:
                break
            together.append(nearest)
        else:
            yield tuple(sorted(together))
