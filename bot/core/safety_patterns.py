"""A fast search for many patterns at once. How they are written: ``bot.core.safety_phrases``."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from bot.core.safety_phrases import Phrase, Way
from bot.core.safety_text import Reading

_WINDOW = 20
_NEGATIONS = frozenset({"not", "never", "no"})  # "have never fainted" is no “have ..1 fainted”
_BITS = bytes.maketrans(b"\0\1", b"01")
Span = tuple[int, int]
Test = tuple[int, int, int]


@dataclass(frozen=True)
class Match:
    """``owner``'s pattern was found; ``spans`` has one place for each of its phrases, in the order of the text."""

    owner: int
    spans: tuple[Span, ...]


class Patterns:
    """Many patterns, searched together. Only those whose rarest word is in the text are tried, and each phrase once."""

    def __init__(self, ways: Iterable[tuple[int, Way]]) -> None:
        numbers: dict[Phrase, int] = {}
        self._ways = list(dict.fromkeys(
            (owner, tuple([numbers.setdefault(phrase, len(numbers)) for phrase in phrases])) for owner, phrases in ways))
        self._phrases = list(numbers)
        self._tests: list[tuple[Test, ...] | None] = [None] * len(numbers)
        self._number: dict[frozenset[str], int] = {}
        number = self._number
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

    def search(self, reading: Reading, near: bytearray | None = None) -> Iterator[Match]:
        """Every match, in a fixed order; with ``near``, only those that begin at a word marked there."""
        of_word = self._of_word
        said = {number for word in reading.places.keys() & of_word.keys() for number in of_word[word]}
        searched = _Searched(reading, self._sets, None if near is None else int(near[::-1].translate(_BITS) or b"0", 2))
        spans: dict[int, list[Span]] = {}
        for way in sorted([way for number in said & self._by_set.keys() for way in self._by_set[number]]):
            if not said >= self._needs[way]:
                continue
            owner, numbers = self._ways[way]
            found = []
            for number in numbers:
                if number not in spans:
                    spans[number] = self._spans(number, searched)
                if not spans[number]:
                    break
                found.append(spans[number])
            else:
                if len(found) == 1:
                    yield from [Match(owner, (span,)) for span in found[0]]
                else:
                    yield from [Match(owner, together) for together in _together(found)]

    def _spans(self, number: int, searched: _Searched) -> list[Span]:
        """Where a phrase stands. Only where all the words that it needs are near enough is it read word by word."""
        tests = self._tests[number]
        if tests is None:
            tests = self._tests[number] = _tests(self._phrases[number], self._number)
        starts = searched.starts(tests)
        if not starts:
            return []
        phrase, words, ends = self._phrases[number], searched.reading.words, searched.reading.sentence_end
        found = []
        for start in _numbers(starts):
            if end := _end(phrase, 1, start + 1, words, ends[start]):
                found.append((start, end))
        return found


def _tests(phrase: Phrase, number: dict[frozenset[str], int]) -> tuple[Test, ...]:
    """For each word that must be there: the number of its set, and how many places after the first at least and at most."""
    tests = []
    least = most = 0
    for element in phrase:
        if element.words and not element.optional:
            tests.append((number[element.words], least, most))
            least += 1
        most += 1 if element.words else element.gap
    return tuple(tests)


class _Searched:
    """One text, searched for the words of ``sets``. Places are the bits of one number, so that all are compared at once."""

    def __init__(self, reading: Reading, sets: list[frozenset[str]], near: int | None) -> None:
        self.reading = reading
        self._sets = sets
        self._near = near
        self._bits: dict[int, int] = {}

    def starts(self, tests: tuple[Test, ...]) -> int:
        """The places where a phrase may begin."""
        starts = self._places(tests[0][0])
        if self._near is not None:
            starts &= self._near
        for number, least, most in tests[1:]:
            if not starts:
                return 0
            there, width, wanted = self._places(number) >> least, 1, most - least + 1
            while width < wanted:  # there, or up to so many places later
                step = min(width, wanted - width)
                there |= there >> step
                width += step
            starts &= there
        return starts

    def _places(self, number: int) -> int:
        bits = self._bits.get(number)
        if bits is None:
            bits, there, words = 0, self.reading.bits, self._sets[number]
            for word in words & there.keys() if len(words) > 3 else words:
                bits |= there.get(word, 0)
            self._bits[number] = bits
        return bits


def _numbers(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _end(phrase: Phrase, index: int, place: int, words: list[str], limit: int) -> int:
    """Where the rest of ``phrase`` ends when it stands at ``place``, or 0."""
    if index == len(phrase):
        return place
    element = phrase[index]
    if not element.words:
        following = phrase[index + 1]
        for skipped in range(element.gap + 1):
            if place + skipped > limit or (skipped and words[place + skipped - 1] in _NEGATIONS):
                break
            if following.words and not following.optional and (
                    place + skipped >= limit or words[place + skipped] not in following.words):
                continue
            if after := _end(phrase, index + 1, place + skipped, words, limit):
                return after
        return 0
    if place < limit and words[place] in element.words and (after := _end(phrase, index + 1, place + 1, words, limit)):
        return after
    return _end(phrase, index + 1, place, words, limit) if element.optional else 0


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
