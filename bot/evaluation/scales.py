"""Answers to "from 0 to 10?": how many plain ones are read, and how many wrong values would be stored."""

from __future__ import annotations

from collections import Counter
from typing import Any

from bot.core.scales import TOP_OF_SCALE, ScaleReading, read_scale
from bot.evaluation.figures import confusion, share
from bot.evaluation.rows import Row, first_of, needs

TRAPS = ("multi", "out_of_range", "non_numeric", "not_an_answer", "other_scale")
_TEXT = ("answer", "text", "expression")


def measure(rows: list[Row]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The figures, and the rows that were not read as they should.

    Rows with ``kind`` (``exact``, ``range`` or a trap; ``lo``, ``hi``), or number expressions with ``value``.
    """
    needs(rows, _TEXT, ("kind", "value"))
    read = [(row, _kind(row), read_scale(first_of(row, _TEXT))) for row in rows]
    exact = [(row, found) for row, kind, found in read if kind == "exact"]
    ranges = [(row, found) for row, kind, found in read if kind == "range"]
    wrong = [one for one in read if _wrongly_stored(*one)]
    misses = [_miss(row, kind, found) for row, kind, found in read if not _right(row, kind, found)]
    figures = {
        "rows": len(rows),
        "exact": share(sum(_same(row, found) for row, found in exact), len(exact)),
        "wrong_values_stored": {
            **share(len(wrong), sum(kind != "exact" for _, kind, _ in read)),
            "by_kind": dict(Counter(kind for _, kind, _ in wrong)),
            "of_exact": sum(found.kind == "exact" and not _same(row, found) for row, found in exact),
        },
        "ranges_asked_back": share(sum(found.kind == "range" for _, found in ranges), len(ranges)),
        "ranges_with_both_ends": share(sum(_both_ends(row, found) for row, found in ranges), len(ranges)),
        "confusion": confusion([kind for _, kind, _ in read], [found.kind for _, _, found in read]),
    }
    return figures, misses


def _kind(row: Row) -> str:
    if row.get("kind"):
        return str(row["kind"])
    value = _number(row.get("value"))
    return "exact" if value is not None and value == int(value) and 0 <= value <= TOP_OF_SCALE else "out_of_range"


def _number(written: object) -> float | None:
    try:
        return float(str(written))
    except ValueError:
        return None


def _same(row: Row, found: ScaleReading) -> bool:
    return found.kind == "exact" and found.value == _number(first_of(row, ("lo", "value")))


def _both_ends(row: Row, found: ScaleReading) -> bool:
    return found.kind == "range" and (found.low, found.high) == (_number(row.get("lo")), _number(row.get("hi")))


def _wrongly_stored(row: Row, kind: str, found: ScaleReading) -> bool:
    return kind != "exact" and found.kind == "exact"


def _right(row: Row, kind: str, found: ScaleReading) -> bool:
    if kind == "exact":
        return _same(row, found)
    return found.kind == "range" if kind == "range" else found.kind != "exact"


def _miss(row: Row, kind: str, found: ScaleReading) -> dict[str, Any]:
    return {
        "text": first_of(row, _TEXT),
        "should_be": kind,
        "lo": row.get("lo", row.get("value")),
        "hi": row.get("hi"),
        "read_as": found.kind,
        "value": found.value,
        "low": found.low,
        "high": found.high,
    }
