"""Reads a message into plain words, forgiving how people spell, so that rules can be written once."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field

_PIECE = re.compile(
    r"(?P<number>\d+(?:[.,:/]\d+)*(?![\w$@]))"
    r"|(?P<word>[\w$@'’‘`´ʼ\u200b-\u200f\u2060\u00ad\ufeff]+)"
    r"|(?P<stop>[.!?;…\n\r]+)|(?P<pause>[,:()\[\]/–—]+|--+|\s-\s)"
)
_SPACED = re.compile(r"(?<!\w)[^\W\d_](?:[\s.*-]{1,2}[^\W\d_](?!\w)){2,14}")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\u00ad\ufeff_]")
_APOSTROPHES = str.maketrans("’‘`´ʼ", "'''''")
_LOOK_ALIKES = str.maketrans("01345$@", "oieassa")
_REPEATS = re.compile(r"(.)\1{2,}")
_SHORTEST_GUESSED = 7  # below this too many ordinary words are one letter away ("dying", "trying")
_REMEMBERED = 20_000
NUMBER, FEW, YEAR = "#n", "#few", "#year"
_SO_FEW = frozenset("012")  # "took 2 paracetamol" is what the packet says


@dataclass(frozen=True)
class Spelling:
    """How words are written. All keys and values are in lower case.

    ``expansions``: "can't" → "cannot"; ``misspellings``: "sucide" → "suicide"; ``joins``: two words → one or more;
    ``real_words``: never guessed to be another word; ``known``: every word a rule uses.
    """

    expansions: dict[str, tuple[str, ...]]
    misspellings: dict[str, tuple[str, ...]]
    joins: dict[tuple[str, str], tuple[str, ...]]
    real_words: frozenset[str]
    known: frozenset[str]
    seconds: frozenset[str] = field(init=False, repr=False, compare=False)
    _near: dict[str, str] = field(init=False, repr=False, compare=False)
    _read: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        near: dict[str, str] = {}
        for word in sorted(self.known):
            if len(word) >= _SHORTEST_GUESSED and word.isalpha():
                for shape in _shapes(word):
                    near.setdefault(shape, word)
        object.__setattr__(self, "_near", near)
        object.__setattr__(self, "seconds", frozenset(second for _, second in self.joins))

    def read(self, raw: str) -> tuple[str, ...]:
        """One piece of text as plain words. Ordinary words are remembered, for most messages share them."""
        found = self._read.get(raw)
        if found is None:
            found = self._reckon(raw)
            if len(self._read) < _REMEMBERED and len(raw) <= 20:
                self._read[raw] = found
        return found

    def _reckon(self, raw: str) -> tuple[str, ...]:
        word = raw.lower() if raw.isascii() else unicodedata.normalize("NFKC", raw).casefold()
        word = _INVISIBLE.sub("", word.translate(_APOSTROPHES)).strip("'")
        if word.isdigit():
            if word in self.known:  # "999", which rules name
                return (word,)
            if word in _SO_FEW:
                return (FEW,)
            return (YEAR,) if len(word) == 4 and word[:2] in ("19", "20") else (NUMBER,)
        found = self._known(word) or self._guessed(word)
        return (NUMBER,) if found and found[0][:1].isdigit() else found  # "30mg", "6am"

    def _known(self, word: str) -> tuple[str, ...] | None:
        for written in (self.expansions, self.misspellings):
            if word in written:
                return written[word]
        if word.endswith("'s"):
            word = word[:-2]
        word = word.replace("'", "")
        if word in self.known:
            return (word,)
        return self.misspellings.get(word)

    def _guessed(self, word: str) -> tuple[str, ...]:
        word = word[:-2] if word.endswith("'s") else word
        word = word.replace("'", "")
        if not word:
            return ()
        tries = [_REPEATS.sub(r"\1\1", word), _REPEATS.sub(r"\1", word)]
        if not word.isalpha():
            tries.append(word.translate(_LOOK_ALIKES))
        if not word.isascii():
            tries.append("".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)))
        for attempt in tries:
            if attempt != word and (found := self._known(attempt) if attempt else None):
                return found
        if len(word) >= _SHORTEST_GUESSED - 1 and len(word) < 20 and word not in self.real_words:
            for shape in _shapes(word):
                near = self._near.get(shape)
                if near and near[0] == word[0] and _one_slip(near, word):
                    return (near,)
        return (word,)


@dataclass(frozen=True)
class Reading:
    """A message as plain words.

    ``starts`` and ``ends`` are places in the text; ``sentence_end[i]`` is the index after the last word of the sentence
    that word ``i`` stands in; ``pauses`` are the indexes of words that follow a comma; ``places`` finds a word again,
    ``bits`` does so with the places as the bits of one number, and ``followed`` has those that another word of the same
    sentence follows.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    sentence_end: list[int]
    pauses: list[int]
    places: dict[str, list[int]]
    bits: dict[str, int]
    followed: int

    def quote(self, first: int, after: int) -> str:
        """What the person wrote, from word ``first`` to the word before ``after``."""
        return self.text[self.starts[first]:self.ends[after - 1]]

    def pause_between(self, low: int, high: int) -> bool:
        """Whether a comma or the like stands before any word from ``low`` to ``high``."""
        place = bisect_left(self.pauses, low)
        return place < len(self.pauses) and self.pauses[place] <= high


def read(text: str, spelling: Spelling) -> Reading:
    """Split ``text`` into plain words. Never raises."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    stops: list[int] = []
    pauses: list[int] = []
    seconds = spelling.seconds
    for piece in _PIECE.finditer(_SPACED.sub(lambda spaced: _closed_up(spaced[0], spelling), text)):
        kind = piece.lastgroup
        if kind == "stop":
            stops.append(len(words))
            continue
        if kind == "pause":
            pauses.append(len(words))
            continue
        raw = piece.group()
        begin, end = piece.span()
        for word in spelling.read(raw) if kind == "word" or raw.isdigit() else (NUMBER,):
            if word in seconds and len(words) > (stops[-1] if stops else 0):
                joined = spelling.joins.get((words[-1], word))
                if joined is not None:
                    begin = starts[-1]
                    del words[-1], starts[-1], ends[-1]
                    words.extend(joined)
                    starts.extend([begin] * len(joined))
                    ends.extend([end] * len(joined))
                    continue
            words.append(word)
            starts.append(begin)
            ends.append(end)
    places = _places(words)
    followed = (1 << len(words)) - 1
    for place in {*stops, len(words)} - {0}:
        followed &= ~(1 << (place - 1))
    return Reading(
        text, words, starts, ends, _sentence_ends(len(words), stops), pauses, places, _bits(places), followed)


def _closed_up(spaced: str, spelling: Spelling) -> str:
    """"k m s" as one piece of the same length, when the letters make a word that a rule knows."""
    word = "".join(letter for letter in spaced if letter.isalpha()).lower()
    known = word in spelling.known or word in spelling.misspellings
    return "".join(c if c.isalpha() else "\u200b" for c in spaced) if known else spaced


def _sentence_ends(count: int, stops: list[int]) -> list[int]:
    result = [count] * count
    after = count
    bounds = set(stops)
    for index in range(count - 1, -1, -1):
        if index + 1 in bounds:
            after = index + 1
        result[index] = after
    return result


def _places(words: list[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        places.setdefault(word, []).append(index)
    return places


def _bits(places: dict[str, list[int]]) -> dict[str, int]:
    return {word: sum([1 << place for place in there]) for word, there in places.items()}


def _shapes(word: str) -> list[str]:
    """The word, and the word with any one letter left out: two words one slip apart share a shape."""
    return [word, *(word[:i] + word[i + 1:] for i in range(len(word)))]


def _one_slip(a: str, b: str) -> bool:
    """One letter more, less or other, or two neighbours swapped."""
    if abs(len(a) - len(b)) > 1:
        return False
    same = 0
    while same < min(len(a), len(b)) and a[same] == b[same]:
        same += 1
    rest_a, rest_b = a[same:], b[same:]
    if len(a) != len(b):
        return rest_a[1:] == rest_b or rest_b[1:] == rest_a
    return rest_a[1:] == rest_b[1:] or (rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:])
