"""How much a text is like others that were labelled: a linear model over words and pieces of words.

Trained by ``bot.nlu.likeness_training``, read here with nothing but Python: a weight for each piece, added up. So it can
be told which pieces spoke for an answer.
"""

from __future__ import annotations

import math
import sys
from array import array
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import mul
from typing import Any

_FURTHEST = 3  # words; so far back a piece reaches
_REMEMBERED = 20_000


class LikenessError(ValueError):
    """A model that was not written by :func:`to_plain`; the message says what is wrong."""


@dataclass(frozen=True)
class Likeness:
    """A trained model. :meth:`of` makes one from pieces and their weights.

    Attributes:
        labels: what it tells apart.
        pieces: the number of each piece.
        columns: by those numbers, first each piece's rarity, then for each label its weights.
        cues: weights for each label, for signs that are counted as they are, without rarity.
        bias: one number for each label.
    """

    labels: tuple[str, ...]
    pieces: Mapping[str, int] = field(repr=False)
    columns: tuple[Sequence[float], ...] = field(repr=False)
    cues: Mapping[str, tuple[float, ...]]
    bias: tuple[float, ...]
    _alone: dict[str, tuple[list[int], list[int]]] = field(init=False, repr=False, compare=False, default_factory=dict)

    @classmethod
    def of(
        cls, labels: Sequence[str], pieces: Mapping[str, Sequence[float]], cues: Mapping[str, tuple[float, ...]],
        bias: Sequence[float],
    ) -> Likeness:
        """A model from each piece's rarity and weights, in one row."""
        rows = list(pieces.values())
        columns = tuple(array("d", [row[place] for row in rows]) for place in range(len(labels) + 1))
        return cls(tuple(labels), {piece: number for number, piece in enumerate(pieces)}, columns, cues, tuple(bias))

    def probabilities(self, pieces: Iterable[str], cues: Mapping[str, float] | None = None) -> dict[str, float]:
        """For each label a probability; together 1.

        Args:
            pieces: of :func:`pieces_of`. cues: other signs and their strength.
        """
        return self._shares(self._numbers(pieces), cues or {})

    def of_stretches(self, words: Sequence[str], stretches: Iterable[tuple[int, int]]) -> list[dict[str, float]]:
        """What :meth:`probabilities` says of the pieces of each stretch of ``words``. Stretches share most of their pieces,
        so each is looked up once.
        """
        known: dict[tuple[int, int], list[int]] = {}
        found = []
        for first, after in stretches:
            numbers: list[int] = []
            for place in range(first, after):
                following = min(_FURTHEST, after - place - 1)
                at = known.get((place, following))
                if at is None:
                    word, letters = self._of_word(words[place])
                    at = known[place, following] = [*word, *self._numbers(_company(words, place, following)), *letters]
                numbers += at
            found.append(self._shares(numbers, {}))
        return found

    def _numbers(self, pieces: Iterable[str]) -> list[int]:
        known = self.pieces
        return [known[piece] for piece in pieces if piece in known]

    def _of_word(self, word: str) -> tuple[list[int], list[int]]:
        """The numbers of a word by itself, and of its letters; remembered, for most messages share their words."""
        found = self._alone.get(word)
        if found is None:
            found = self._numbers([f"1 {word}"]), self._numbers(_letters(word))
            if len(self._alone) < _REMEMBERED and len(word) <= 30:
                self._alone[word] = found
        return found

    def _shares(self, numbers: Sequence[int], cues: Mapping[str, float]) -> dict[str, float]:
        times = Counter(numbers)
        rarity, *columns = self.columns
        strength = [(1 + math.log(many)) * rarity[number] for number, many in times.items()]
        length = math.sqrt(sum(map(mul, strength, strength))) or 1.0
        strength = [one / length for one in strength]
        totals = [
            sum(map(mul, strength, map(column.__getitem__, times)), start)
            for column, start in zip(columns, self.bias, strict=True)
        ]
        for cue, strong in cues.items():
            for place, weight in enumerate(self.cues.get(cue, ())):
                totals[place] += strong * weight
        return dict(zip(self.labels, _softmax(totals), strict=True))


def pieces_of(words: Sequence[str]) -> list[str]:
    """What a text is compared by: its words, pairs, triples and near pairs, and runs of three or four letters.

    Args:
        words: in lower case, as spelling left them.
    """
    found: list[str] = []
    for place, word in enumerate(words):
        found.append(f"1 {word}")
        found += _company(words, place, min(_FURTHEST, len(words) - place - 1))
        found += _letters(word)
    return found


def _company(words: Sequence[str], place: int, following: int) -> tuple[str, ...]:
    """The pieces of a word with those after it, of which there are ``following``, up to three."""
    if not following:
        return ()
    word, second = words[place], words[place + 1]
    if following == 1:
        return (f"2 {word} {second}",)
    third = words[place + 2]
    some = (f"2 {word} {second}", f"3 {word} {second} {third}", f"~ {word} {third}")
    return some if following == 2 else (*some, f"~ {word} {words[place + 3]}")


@lru_cache(maxsize=20_000)
def _letters(word: str) -> tuple[str, ...]:
    closed = f"<{word[:30]}>"
    return tuple(f"c {closed[at : at + size]}" for size in (3, 4) for at in range(len(closed) - size + 1))


def from_plain(plain: Mapping[str, Any]) -> Likeness:
    """The model as :func:`to_plain` wrote it. Raises: LikenessError."""
    try:
        labels, bias = tuple(plain["labels"]), tuple(plain["bias"])
        pieces = {piece: number for number, piece in enumerate(plain["pieces"].split("\n"))} if plain["pieces"] else {}
        columns = tuple(_column(written) for written in plain["columns"])
        cues = {cue: tuple(weights) for cue, weights in plain["cues"].items()}
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise LikenessError(f"a part is missing or of another kind: {error}") from error
    if {len(column) for column in columns} != {len(pieces)}:
        raise LikenessError("there are not as many weights as pieces")
    if len(columns) != len(labels) + 1 or {len(bias), *map(len, cues.values())} != {len(labels)}:
        raise LikenessError("there are not as many weights as labels")
    return Likeness(labels, pieces, columns, cues, bias)


def to_plain(model: Likeness) -> dict[str, Any]:
    """The model in what JSON can hold. Pieces are lines of one text, and a column is the base64 of its numbers (64 bits
    each, the lowest byte first): read so, a model is there in a tenth of the time that lists of numbers take.
    """
    return {
        "labels": list(model.labels),
        "pieces": "\n".join(model.pieces),
        "columns": [_written(column) for column in model.columns],
        "cues": {cue: list(weights) for cue, weights in model.cues.items()},
        "bias": list(model.bias),
    }


def _written(column: Sequence[float]) -> str:
    numbers = array("d", column)
    if sys.byteorder == "big":
        numbers.byteswap()
    return b64encode(numbers.tobytes()).decode("ascii")


def _column(written: str) -> array[float]:
    numbers = array("d")
    numbers.frombytes(b64decode(written, validate=True))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _softmax(totals: list[float]) -> list[float]:
    top = max(totals)
    raised = [math.exp(total - top) for total in totals]
    return [one / sum(raised) for one in raised]
