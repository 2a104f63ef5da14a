"""Shares with their intervals, confusion between labels, and F1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from scipy.stats import beta

LEVEL = 0.95


@dataclass(frozen=True)
class Share:
    """``hits`` of ``n``, with the exact interval of Clopper and Pearson (Biometrika 1934) at 95 %."""

    hits: int
    n: int

    def as_dict(self) -> dict[str, Any]:
        """``n``, ``hits``, ``share`` and ``interval`` (two numbers); no share when there are no rows."""
        if not self.n:
            return {"n": 0, "hits": 0, "share": None, "interval": None}
        tail = (1 - LEVEL) / 2
        low = float(beta.ppf(tail, self.hits, self.n - self.hits + 1)) if self.hits else 0.0
        high = float(beta.ppf(1 - tail, self.hits + 1, self.n - self.hits)) if self.hits < self.n else 1.0
        return {
            "n": self.n,
            "hits": self.hits,
            "share": round(self.hits / self.n, 4),
            "interval": [round(low, 4), round(high, 4)],
        }


def share(hits: int, n: int) -> dict[str, Any]:
    """:class:`Share` as a dictionary."""
    return Share(hits, n).as_dict()


def confusion(gold: Sequence[str], found: Sequence[str]) -> dict[str, dict[str, int]]:
    """For each true label, how often each label was given."""
    table: dict[str, Counter[str]] = {}
    for one, other in zip(gold, found, strict=True):
        table.setdefault(one, Counter())[other] += 1
    return {label: dict(counts.most_common()) for label, counts in sorted(table.items())}


def f1_by_label(gold: Sequence[str], found: Sequence[str]) -> dict[str, float]:
    """F1 of every label that is in ``gold``, 0 to 1."""
    return {label: round(_f1(label, gold, found), 4) for label in sorted(set(gold))}


def macro_f1(gold: Sequence[str], found: Sequence[str]) -> float | None:
    """The plain mean of :func:`f1_by_label`; None without rows."""
    each = f1_by_label(gold, found)
    return round(sum(each.values()) / len(each), 4) if each else None


def _f1(label: str, gold: Sequence[str], found: Sequence[str]) -> float:
    both = sum(one == other == label for one, other in zip(gold, found, strict=True))
    named = sum(one == label for one in gold) + sum(one == label for one in found)
    return 2 * both / named if named else 0.0
