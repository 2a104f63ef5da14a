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
from collections import Counter
from collections.abc import Iterable, Iterator
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
    choices = _CHOICE.split(pattern)
    options = [_options(part, pattern) if index % 2 else [part] for index, part in enumerate(choices)]
    if any(part.startswith("?") for part in choices[2::2]):
        raise PatternError(f"“{pattern}”: write (this|that|) instead of a question mark after brackets")
    written = ["".join(words).split("&") for words in product(*options)]
    return [tuple(_phrase(part.split(), pattern, lists) for part in parts) for parts in written]


def _options(choice: str, pattern: str) -> list[str]:
    """The choices of one pair of brackets; single words stay together as one element, which keeps the ways few."""
    given = [one.strip() for one in choice.split("|")]
    single = "|".join(one for one in given if one and " " not in one)
    several = [one for one in given if " " in one]
    if not single:
        return several + ([""] if "" in given else [])
    return [single + ("?" if "" in given else ""), *several]


def _phrase(written: list[str], pattern: str, lists: dict[str, frozenset[str]]) -> Phrase:
    phrase = tuple(_element(word, pattern, lists) for word in written)
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
    """Many patterns, searched together. Only those whose rarest word is in the text are tried."""

    def __init__(self, ways: Iterable[tuple[int, tuple[Phrase, ...]]]) -> None:
        self._ways = list(dict.fromkeys(ways))
        used = Counter(word for _, phrases in self._ways for phrase in phrases for e in phrase for word in e.words)
        self.words = frozenset(used)
        self._by_word: dict[str, list[int]] = {}
        self._needs: list[list[frozenset[str]]] = []
        for number, (_, phrases) in enumerate(self._ways):
            needs = [e.words for phrase in phrases for e in phrase if e.words and not e.optional]
            self._needs.append(needs)
            for word in min(needs, key=lambda words: sum(used[w] for w in words)):
                self._by_word.setdefault(word, []).append(number)

    def search(self, reading: Reading, near: bytearray | None = None) -> Iterator[Match]:
        """Every match, in a fixed order; with ``near``, only those that begin at a word marked there."""
        present = reading.places.keys()
        numbers = sorted({n for word in present & self._by_word.keys() for n in self._by_word[word]})
        for number in numbers:
            if any(present.isdisjoint(words) for words in self._needs[number]):
                continue
            owner, phrases = self._ways[number]
            if len(phrases) == 1:
                for span in _spans(phrases[0], reading, near):
                    yield Match(owner, (span,))
            else:
                yield from (Match(owner, spans) for spans in _together(phrases, reading))


def _spans(phrase: Phrase, reading: Reading, near: bytearray | None = None) -> Iterator[Span]:
    starts = [place for word in phrase[0].words if word in reading.places for place in reading.places[word]]
    if near is not None:
        starts = [place for place in starts if near[place]]
    for start in sorted(starts):
        after = _end(phrase, 1, start + 1, reading.words, reading.sentence_end[start])
        if after:
            yield start, after


def _end(phrase: Phrase, index: int, place: int, words: list[str], limit: int) -> int:
    """Where the rest of ``phrase`` ends when it stands at ``place``, or 0."""
    if index == len(phrase):
        return place
    element = phrase[index]
    if not element.words:
        for skipped in range(element.gap + 1):
            if place + skipped > limit or (skipped and words[place + skipped - 1] in _NEGATIONS):
                break
            if after := _end(phrase, index + 1, place + skipped, words, limit):
                return after
        return 0
    if place < limit and words[place] in element.words and (after := _end(phrase, index + 1, place + 1, words, limit)):
        return after
    return _end(phrase, index + 1, place, words, limit) if element.optional else 0


def _together(phrases: tuple[Phrase, ...], reading: Reading) -> Iterator[tuple[Span, ...]]:
    others = [list(_spans(phrase, reading)) for phrase in phrases[1:]]
    if not all(others):
        return
    for first in _spans(phrases[0], reading):
        nearest = [min(spans, key=lambda span: abs(span[0] - first[0])) for spans in others]
        if all(abs(span[0] - first[0]) <= _WINDOW for span in nearest):
            yield tuple(sorted([first, *nearest]))
