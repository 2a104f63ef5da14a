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
from itertools import chain
from operator import mul
from typing import Any

_FURTHEST = 3  # words; so far back a piece reaches
_REMEMBERED = 20_000
_FLOAT = 8  # bytes


class LikenessError(ValueError):
    """A model that was not written by :func:`to_plain`; the message says what is wrong."""


@dataclass(frozen=True)
class Likeness:
    """A trained model. :meth:`of` makes one from pieces and their weights.

    Attributes:
        labels: what it tells apart.
        pieces: the number of each piece.
        weights: by those numbers a row for each piece: its rarity, then one weight for each label. The bytes of floats of
            64 bits, for a row is fetched in one go.
        cues: weights for each label, for signs that are counted as they are, without rarity.
        bias: one number for each label.
        against_rest: each label was told from all others by itself, and its share is weighed with theirs afterwards.
    """

    labels: tuple[str, ...]
    pieces: Mapping[str, int] = field(repr=False)
    weights: bytes = field(repr=False)
    cues: Mapping[str, tuple[float, ...]]
    bias: tuple[float, ...]
    against_rest: bool = False
    _alone: dict[str, tuple[list[int], list[int]]] = field(init=False, repr=False, compare=False, default_factory=dict)

    @classmethod
    def of(
        cls, labels: Sequence[str], pieces: Mapping[str, Sequence[float]], cues: Mapping[str, tuple[float, ...]],
        bias: Sequence[float], against_rest: bool = False,
    ) -> Likeness:
        """A model from each piece's rarity and weights, in one row."""
        weights = array("d", chain.from_iterable(pieces.values())).tobytes()
        numbers = {piece: number for number, piece in enumerate(pieces)}
        return cls(tuple(labels), numbers, weights, cues, tuple(bias), against_rest)

    def probabilities(self, pieces: Iterable[str], cues: Mapping[str, float] | None = None) -> dict[str, float]:
        """For each label a probability; together 1.

        Args:
            pieces: of :func:`pieces_of`. cues: other signs and their strength.
        """
        return self._shares(self._numbers(pieces), cues or {})

    def of_stretches(
        self, words: Sequence[str], stretches: Sequence[tuple[int, int]], cues: Sequence[Mapping[str, float]] = (),
    ) -> list[dict[str, float]]:
        """What :meth:`probabilities` says of the pieces of each stretch of ``words``. Stretches share most of their pieces,
        so each is looked up once.

        Args:
            cues: for each stretch, when there are any.
        """
        known: dict[tuple[int, int], list[int]] = {}
        found = []
        for (first, after), signs in zip(stretches, cues or [{}] * len(stretches), strict=True):
            numbers: list[int] = []
            for place in range(first, after):
                following = min(_FURTHEST, after - place - 1)
                at = known.get((place, following))
                if at is None:
                    word, letters = self._of_word(words[place])
                    at = known[place, following] = [*word, *self._numbers(_company(words, place, following)), *letters]
                numbers += at
            found.append(self._shares(numbers, signs))
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
        width = len(self.labels) + 1
        size = width * _FLOAT
        rows = array("d", b"".join([self.weights[number * size : number * size + size] for number in times]))
        strength = [
            rarity if many == 1 else (1 + math.log(many)) * rarity
            for rarity, many in zip(rows[::width], times.values(), strict=True)
        ]
        length = math.sqrt(sum(map(mul, strength, strength))) or 1.0
        strength = [one / length for one in strength]
        totals = [sum(map(mul, strength, rows[place::width]), start) for place, start in enumerate(self.bias, 1)]
        for cue, strong in cues.items():
            for place, weight in enumerate(self.cues.get(cue, ())):
                totals[place] += strong * weight
        shares = _each(totals) if self.against_rest else _softmax(totals)
        return dict(zip(self.labels, shares, strict=True))


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
        weights = _in_our_order(b64decode(plain["weights"], validate=True))
        cues = {cue: tuple(weights) for cue, weights in plain["cues"].items()}
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise LikenessError(f"a part is missing or of another kind: {error}") from error
    if len(weights) != len(pieces) * (len(labels) + 1) * _FLOAT:
        raise LikenessError("the weights are not one for each piece and label")
    if {len(bias), *map(len, cues.values())} != {len(labels)}:
        raise LikenessError("bias and cues are not one for each label")
    return Likeness(labels, pieces, weights, cues, bias, bool(plain.get("against_rest")))


def to_plain(model: Likeness) -> dict[str, Any]:
    """The model in what JSON can hold. Pieces are lines of one text, weights the base64 of their bytes, lowest byte first:
    read so, a model is there in a fifth of the time that lists of numbers take.
    """
    return {
        "labels": list(model.labels),
        "pieces": "\n".join(model.pieces),
        "weights": b64encode(_in_our_order(model.weights)).decode("ascii"),
        "cues": {cue: list(weights) for cue, weights in model.cues.items()},
        "bias": list(model.bias),
        "against_rest": model.against_rest,
    }


def _in_our_order(weights: bytes) -> bytes:
    """Between the order of bytes in the file, and this machine's."""
    if sys.byteorder == "little":
        return weights
    numbers = array("d", weights)
    numbers.byteswap()
    return numbers.tobytes()


def _softmax(totals: list[float]) -> list[float]:
    top = max(totals)
    raised = [math.exp(total - top) for total in totals]
    return [one / sum(raised) for one in raised]


def _each(totals: list[float]) -> list[float]:
    shares = [1 / (1 + math.exp(-max(-700.0, min(700.0, total)))) for total in totals]
    return [one / sum(shares) for one in shares]
