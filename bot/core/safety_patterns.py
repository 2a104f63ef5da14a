"""The small language rules are written in, and a fast search for many patterns at once.

=====================  ==============================================================
``chest pain``         these words, one after the other
``chest|rib pain``     either word
``(my|the) chest``     either phrase; an empty choice, ``(so|)``, may be left out
``@relative``          any word of the list ``relative``
``bad? pain``          the word may be missing
``pain ..3 chest``     up to three other words between, none of them a negation
``headache & stiff``   both, in any order, within twenty words of each other
``#n`` ``#year``       a number in digits, a year
=====================  ==============================================================
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from bot.core.safety_text import Reading

_CHOICE = re.compile(r"\(([^()]*)\)")
_WINDOW = 20
_NEGATIONS = frozenset({"not", "never", "no"})  # "have never fainted" is no “have ..1 fainted”
Span = tuple[int, int]


class PatternError(ValueError):
    """A pattern that cannot be read; the message holds it."""


@dataclass(frozen=True)
class Element:
    """One word out of ``words``, or up to ``gap`` words of any kind when ``words`` is empty."""

    words: frozenset[str]
    gap: int = 0
    optional: bool = False


Phrase = tuple[Element, ...]


def parse(pattern: str, lists: dict[str, frozenset[str]]) -> list[tuple[Phrase, ...]]:
    """Every way to say ``pattern``: each is the phrases that must all be there (one, unless it has ``&``).

    Raises: PatternError.
    """
    cache: dict[str, Element] = {}
    choices = _CHOICE.split(pattern)
    options = [_options(part, pattern) if index % 2 else [part] for index, part in enumerate(choices)]
    if any(part.startswith("?") for part in choices[2::2]):
        raise PatternError(f"“{pattern}”: write (this|that|) instead of a question mark after brackets")
    written = ["".join(words).split("&") for words in product(*options)]
    return [tuple(_phrase(part.split(), pattern, lists, cache) for part in parts) for parts in written]


def _options(choice: str, pattern: str) -> list[str]:
    """The choices of one pair of brackets; single words stay together as one element, which keeps the ways few."""
    given = [one.strip() for one in choice.split("|")]
    single = "|".join(one for one in given if one and " " not in one)
    several = [one for one in given if " " in one]
    if not single:
        return several + ([""] if "" in given else [])
    return [single + ("?" if "" in given else ""), *several]


def _phrase(
    written: list[str], pattern: str, lists: dict[str, frozenset[str]], cache: dict[str, Element],
) -> Phrase:
    for word in written:
        if word not in cache:  # the ways to say one pattern share most of their elements
            cache[word] = _element(word, pattern, lists)
    phrase = tuple(cache[word] for word in written)
    while phrase and (phrase[0].optional or not phrase[0].words):
        phrase = phrase[1:]  # what may be missing at the beginning adds nothing
    if not phrase or not phrase[-1].words:
        raise PatternError(f"“{pattern}” needs a word that is always there, and cannot end with ..")
    return phrase


def _element(word: str, pattern: str, lists: dict[str, frozenset[str]]) -> Element:
    if word.startswith(".."):
        if not word[2:].isdigit():
            raise PatternError(f"“{pattern}”: after .. comes a number")
        return Element(frozenset(), gap=int(word[2:]))
    optional = word.endswith("?")
    words: set[str] = set()
    for choice in word.rstrip("?").split("|"):
        if choice.startswith("@"):
            if choice[1:] not in lists:
                raise PatternError(f"“{pattern}”: there is no list {choice}")
            words |= lists[choice[1:]]
        elif choice:
            words.add(choice)
    if not words or any(set(w) & set("().@&?") for w in words):
        raise PatternError(f"“{pattern}” cannot be read near “{word}”")
    return Element(frozenset(words), optional=optional)


@dataclass(frozen=True)
class Match:
    """``owner``'s pattern was found; ``spans`` has one place for each of its phrases, in the order of the text."""

    owner: int
    spans: tuple[Span, ...]


class Patterns:
    """Many patterns, searched together. Only those whose rarest word is in the text are tried, and each phrase once."""

    def __init__(self, ways: Iterable[tuple[int, tuple[Phrase, ...]]]) -> None:
        numbers: dict[Phrase, int] = {}
        self._ways = list(dict.fromkeys(
            (owner, tuple(numbers.setdefault(phrase, len(numbers)) for phrase in phrases)) for owner, phrases in ways))
        self._phrases = list(numbers)
        sets: dict[frozenset[str], int] = {}
        phrase_needs = [
            tuple(sets.setdefault(e.words, len(sets)) for e in phrase if e.words and not e.optional)
            for phrase in self._phrases]
        self._sets = list(sets)
        all_sets = list(sets)
        counts: Counter[int] = Counter(
            sets.setdefault(e.words, len(sets)) for _, way in self._ways for number in way
            for e in self._phrases[number] if e.words)
        every = list(sets)
        used: Counter[str] = Counter()
        for number, times in counts.items():
            for word in every[number]:
                used[word] += times
        self.words = frozenset(used)
        weight = [sum(used[word] for word in words) for words in all_sets]
        self._needs = [
            frozenset(need for number in way for need in phrase_needs[number]) for _, way in self._ways]
        by_set: dict[int, list[int]] = {}
        for number, needs in enumerate(self._needs):
            by_set.setdefault(min(needs, key=weight.__getitem__), []).append(number)
        self._by_set = by_set
        self._of_word: dict[str, list[int]] = {}
        for number, words in enumerate(self._sets):
            for word in words:
                self._of_word.setdefault(word, []).append(number)

    @classmethod
    def of(cls, patterns: Sequence[Sequence[str]], lists: dict[str, frozenset[str]]) -> Patterns:
        """The patterns of several owners, numbered in order. Raises: PatternError."""
        return cls((owner, way) for owner, some in enumerate(patterns) for one in some for way in parse(one, lists))

    def search(self, reading: Reading, near: bytearray | None = None) -> Iterator[Match]:
        """Every match, in a fixed order; with ``near``, only those that begin at a word marked there."""
        said = {number for word in reading.places.keys() & self._of_word.keys() for number in self._of_word[word]}
        spans: dict[int, list[Span]] = {}
        places: dict[frozenset[str], list[int]] = {}
        for way in sorted(way for number in said & self._by_set.keys() for way in self._by_set[number]):
            if not said >= self._needs[way]:
                continue
            owner, numbers = self._ways[way]
            found = []
            for number in numbers:
                if number not in spans:
                    spans[number] = _spans(self._phrases[number], reading, places, near)
                if not spans[number]:
                    break
                found.append(spans[number])
            else:
                if len(found) == 1:
                    yield from (Match(owner, (span,)) for span in found[0])
                else:
                    yield from (Match(owner, together) for together in _together(found))


def _places(words: frozenset[str], reading: Reading, known: dict[frozenset[str], list[int]]) -> list[int]:
    places = known.get(words)
    if places is None:
        there = reading.places
        said = words & there.keys() if len(words) > 3 else [word for word in words if word in there]
        places = known[words] = sorted(place for word in said for place in there[word])
    return places


def _spans(
    phrase: Phrase, reading: Reading, known: dict[frozenset[str], list[int]], near: bytearray | None,
) -> list[Span]:
    starts = _places(phrase[0].words, reading, known)
    if near is not None:
        starts = [start for start in starts if near[start]]
    if len(phrase) == 1:
        return [(start, start + 1) for start in starts]
    words, ends = reading.words, reading.sentence_end
    reach = sum(1 if element.words else element.gap for element in phrase) - 1
    last = next(element for element in reversed(phrase) if element.words and not element.optional)
    lasts = _places(last.words, reading, known)
    found = []
    for start in starts:
        if last is not phrase[0]:
            after = bisect_right(lasts, start)
            if after == len(lasts) or lasts[after] > start + reach or lasts[after] >= ends[start]:
                continue
        if end := _end(phrase, 1, start + 1, words, ends[start]):
            found.append((start, end))
    return found


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
