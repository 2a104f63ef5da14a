"""How much a text is like others that were labelled: a linear model over words and pieces of words.

Trained by ``bot.nlu.likeness_training``, read here with nothing but Python: a weight for each piece, added up. So it can
be told which pieces spoke for an answer.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any


@dataclass(frozen=True)
class Likeness:
    """A trained model.

    Attributes:
        labels: what it tells apart.
        pieces: for each piece its rarity, then one weight for each label.
        cues: likewise for signs that are counted as they are, without rarity.
        bias: one number for each label.
    """

    labels: tuple[str, ...]
    pieces: Mapping[str, tuple[float, ...]]
    cues: Mapping[str, tuple[float, ...]]
    bias: tuple[float, ...]

    def probabilities(self, pieces: Iterable[str], cues: Mapping[str, float] | None = None) -> dict[str, float]:
        """For each label a probability; together 1.

        Args:
            pieces: of :func:`pieces_of`. cues: other signs and their strength.
        """
        totals = list(self.bias)
        counted = {
            piece: (1 + math.log(n)) * known[0] for piece, n in Counter(pieces).items() if (known := self.pieces.get(piece))
        }
        length = math.sqrt(sum(value * value for value in counted.values())) or 1.0
        for piece, value in counted.items():
            weights = self.pieces[piece]
            for place in range(len(totals)):
                totals[place] += value / length * weights[place + 1]
        for cue, strength in (cues or {}).items():
            for place, weight in enumerate(self.cues.get(cue, ())):
                totals[place] += strength * weight
        return dict(zip(self.labels, _softmax(totals), strict=True))


def pieces_of(words: Sequence[str]) -> list[str]:
    """What a text is compared by: its words, pairs, triples and near pairs, and runs of three or four letters.

    Args:
        words: in lower case, as spelling left them.
    """
    found: list[str] = []
    for place, word in enumerate(words):
        found.append(f"1 {word}")
        found += [f"{size} {' '.join(words[place : place + size])}" for size in (2, 3) if place + size <= len(words)]
        found += [f"~ {word} {words[place + far]}" for far in (2, 3) if place + far < len(words)]
        found += _letters(word)
    return found


@lru_cache(maxsize=20_000)
def _letters(word: str) -> tuple[str, ...]:
    closed = f"<{word[:30]}>"
    return tuple(f"c {closed[at : at + size]}" for size in (3, 4) for at in range(len(closed) - size + 1))


def from_plain(plain: Mapping[str, Any]) -> Likeness:
    """The model as :func:`to_plain` wrote it."""
    return Likeness(
        tuple(plain["labels"]),
        {piece: tuple(weights) for piece, weights in plain["pieces"].items()},
        {cue: tuple(weights) for cue, weights in plain["cues"].items()},
        tuple(plain["bias"]),
    )


def to_plain(model: Likeness) -> dict[str, Any]:
    """The model in what JSON can hold."""
    return {
        "labels": list(model.labels),
        "pieces": {piece: list(weights) for piece, weights in model.pieces.items()},
        "cues": {cue: list(weights) for cue, weights in model.cues.items()},
        "bias": list(model.bias),
    }


def _softmax(totals: list[float]) -> list[float]:
    top = max(totals)
    raised = [math.exp(total - top) for total in totals]
    return [one / sum(raised) for one in raised]
