"""The words that name what troubles people, and a search for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.findings.tokens import Words, singular, words_of

# The longest phrase wins; of two as long, the kind that stands first here.
KINDS = (
    "symptom",
    "condition",
    "measure",
    "medicine_trouble",
    "medicine",
    "hurts",
    "wrong",
    "trouble",
    "body",
    "ability",
    "practical",
)


@dataclass(frozen=True)
class Mention:
    """A phrase of the vocabulary, at words ``first`` to ``after`` (not included). ``kind`` is one of ``KINDS``."""

    kind: str
    first: int
    after: int


@dataclass(frozen=True)
class HealthWords:
    """Reviewed words by kind, ready to search with. Made by ``bot.content.load_health``."""

    phrases: Mapping[str, tuple[str, ...]]
    _by_first: dict[str, list[tuple[tuple[str, ...], str]]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for kind in KINDS:
            for phrase in self.phrases.get(kind, ()):
                ones = words_of(phrase).ones
                by_first.setdefault(ones[0], []).append((ones, kind))
        for found in by_first.values():
            found.sort(key=lambda pair: (-len(pair[0]), KINDS.index(pair[1])))
        object.__setattr__(self, "_by_first", by_first)

    def search(self, words: Words) -> list[Mention]:
        """Every phrase in ``words``, in order; where two overlap, the one that begins first, and of those the longest.
        A word that can be of two kinds ("swelling") is given as each."""
        found: list[Mention] = []
        place = 0
        while place < len(words):
            longest = 0
            for phrase, kind in self._by_first.get(words.ones[place], ()):
                if len(phrase) < longest:
                    break
                if words.ones[place : place + len(phrase)] == phrase:
                    found.append(Mention(kind, place, place + len(phrase)))
                    longest = len(phrase)
            place += longest or 1
        return found

    def has(self, kind: str, word: str) -> bool:
        """Whether ``word`` alone is a phrase of ``kind``."""
        one = singular(word)
        return any(phrase == (one,) and found == kind for phrase, found in self._by_first.get(one, ()))
