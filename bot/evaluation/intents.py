"""Intents against labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from bot.evaluation.figures import confusion, f1_by_label, macro_f1, share
from bot.evaluation.rows import Row, first_of, needs

Name = Callable[[Sequence["tuple[str, str | None]"]], Sequence[str]]


def measure(rows: list[Row], name: Name) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The figures, and the rows that were given another intent. Rows with ``text`` and ``intent``, perhaps ``question``."""
    needs(rows, ("text",), ("intent",))
    found = list(name([(first_of(row, ("text",)), first_of(row, ("question", "context")) or None) for row in rows]))
    gold = [str(row["intent"]) for row in rows]
    figures = {
        "rows": len(rows),
        "accuracy": share(sum(one == other for one, other in zip(gold, found, strict=True)), len(rows)),
        "macro_f1": macro_f1(gold, found),
        "f1": f1_by_label(gold, found),
        "confusion": confusion(gold, found),
    }
    misses = [
        {"text": first_of(row, ("text",)), "should_be": right, "read_as": one}
        for row, right, one in zip(rows, gold, found, strict=True)
        if right != one
    ]
    return figures, misses
