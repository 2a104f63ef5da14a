"""The small language rules are written in.

=====================  ==============================================================
``chest pain``         these words, one after the other
``chest|rib pain``     either word
``(my|the) chest``     either phrase; an empty choice, ``(so|)``, may be left out
``@relative``          any word of the list ``relative``
``bad? pain``          the word may be missing
``pain ..3 chest``     up to three other words between, none of them a negation
``headache & stiff``   both, in any order, within twenty words of each other
``#n`` ``#year``       a number in digits, a year
``#more``              a number in digits that is more than two
=====================  ==============================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

_CHOICE = re.compile(r"\(([^()]*)\)")
_NUMBER, _FEW, _MORE = "#n", "#few", "#more"  # as they are read; "#n" in a pattern is any of the first two
_NAMED_DIGITS = 3  # "type 1" is said of any number; "999" is a number to ring
_RESERVED = frozenset("().@&?")


class PatternError(ValueError):
    """A pattern that cannot be read; the message holds it."""


@dataclass(frozen=True, eq=False)
class Element:
    """One word out of ``words``, or up to ``gap`` words of any kind when ``words`` is empty.

    A grammar makes each element once, so two are equal only when they are the same.
    """

    words: frozenset[str]
    gap: int = 0
    optional: bool = False


Phrase = tuple[Element, ...]
Way = tuple[Phrase, ...]


class Grammar:
    """Reads patterns with the word ``lists`` of one language. What was read once is remembered.

    ``negations``: what ``..3`` passes over none of.
    """

    def __init__(self, lists: dict[str, frozenset[str]], negations: frozenset[str]) -> None:
        self.negations = negations
        self._lists = lists
        self._written: dict[str, Element] = {}
        self._elements: dict[tuple[frozenset[str], int, bool], Element] = {}
        self._parsed: dict[str, list[Way]] = {}

    def parse(self, pattern: str) -> list[Way]:
        """Every way to say ``pattern``: each is the phrases that must all be there (one, unless it has ``&``).

        Raises: PatternError.
        """
        ways = self._parsed.get(pattern)
        if ways is None:
            ways = self._parsed[pattern] = self._parse(pattern)
        return ways

    def words_of(self, patterns: Iterable[str]) -> frozenset[str]:
        """Every word the patterns use, for the spelling to know. Raises: PatternError."""
        ways = (way for pattern in patterns for way in self.parse(pattern))
        elements = {element for way in ways for phrase in way for element in phrase}
        return frozenset().union(*(element.words for element in elements))

    def _parse(self, pattern: str) -> list[Way]:
        choices = _CHOICE.split(pattern)
        options = [_options(part, pattern) if index % 2 else [part] for index, part in enumerate(choices)]
        if any(part.startswith("?") for part in choices[2::2]):
            raise PatternError(f"“{pattern}”: write (this|that|) instead of a question mark after brackets")
        written = ["".join(words).split("&") for words in product(*options)]
        return [tuple([self._phrase(part.split(), pattern) for part in parts]) for parts in written]

    def _phrase(self, written: list[str], pattern: str) -> Phrase:
        known = self._written
        phrase = [known.get(word) or self._element(word, pattern) for word in written]
        first = 0
        while first < len(phrase) and (phrase[first].optional or not phrase[first].words):
            first += 1  # what may be missing at the beginning adds nothing
        if first == len(phrase) or not phrase[-1].words:
            raise PatternError(f"“{pattern}” needs a word that is always there, and cannot end with ..")
        return tuple(phrase[first:])

    def _element(self, word: str, pattern: str) -> Element:
        if word.startswith(".."):
            if not word[2:].isdigit():
                raise PatternError(f"“{pattern}”: after .. comes a number")
            return self._keep(word, frozenset(), int(word[2:]), False)
        words: set[str] = set()
        for choice in word.rstrip("?").split("|"):
            if choice.startswith("@"):
                if choice[1:] not in self._lists:
                    raise PatternError(f"“{pattern}”: there is no list {choice}")
                words |= self._lists[choice[1:]]
            elif choice:
                words.add(_NUMBER if choice.isdigit() and len(choice) < _NAMED_DIGITS else choice)
        if _NUMBER in words:
            words.add(_FEW)
        if _MORE in words:
            words = words - {_MORE} | {_NUMBER}
        if not words or not _RESERVED.isdisjoint("".join(words)):
            raise PatternError(f"“{pattern}” cannot be read near “{word}”")
        return self._keep(word, frozenset(words), 0, word.endswith("?"))

    def _keep(self, word: str, words: frozenset[str], gap: int, optional: bool) -> Element:
        key = (words, gap, optional)
        element = self._elements.get(key)
        if element is None:
            element = self._elements[key] = Element(*key)
        self._written[word] = element
        return element


def _options(choice: str, pattern: str) -> list[str]:
    """The choices of one pair of brackets; single words stay together as one element, which keeps the ways few."""
    given = [one.strip() for one in choice.split("|")]
    single = "|".join(one for one in given if one and " " not in one)
    several = [one for one in given if " " in one]
    if not single:
        return several + ([""] if "" in given else [])
    return [single + ("?" if "" in given else ""), *several]
