"""Danger heard, false alarms on look-alikes, and alarms per 1,000 ordinary messages."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from statistics import median, quantiles
from typing import Any

from bot.core.safety import Finding
from bot.evaluation.figures import share
from bot.evaluation.rows import Row, first_of, needs

Check = Callable[[str, "str | None"], Sequence[Finding]]
_SELF_HARM = frozenset({"self_harm", "overdose"})


def measure(rows: list[Row], check: Check) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The figures, and the rows that were missed or a false alarm.

    Rows with ``label`` (``alert``, ``review``, ``no_alert``), or without: ordinary messages. ``kind`` narrows what must
    be heard; rows of self-harm and their look-alikes may leave it out.
    """
    needs(rows, ("text",))
    began = time.perf_counter()
    heard = [(row, tuple(check(first_of(row, ("text",)), first_of(row, ("context", "question")) or None))) for row in rows]
    taken = time.perf_counter() - began
    labelled = [(row, found) for row, found in heard if row.get("label")]
    ordinary = [(row, found) for row, found in heard if not row.get("label")]
    figures: dict[str, Any] = {"rows": len(rows)}
    misses: list[dict[str, Any]] = []
    if labelled:
        figures |= _labelled(labelled, misses)
    if ordinary:
        figures["ordinary"] = _ordinary(ordinary, misses)
    figures["milliseconds"] = {"mean": round(1000 * taken / len(rows), 3), **_times(rows, check)}
    return figures, misses


def _labelled(rows: list[tuple[Row, tuple[Finding, ...]]], misses: list[dict[str, Any]]) -> dict[str, Any]:
    figures: dict[str, Any] = {}
    for label in ("alert", "review", "no_alert"):
        some = [(row, found) for row, found in rows if row["label"] == label]
        hit = [_noticed(found) if label == "review" else _alarm(row, found, label) for row, found in some]
        misses += [_miss(row, found) for (row, found), was in zip(some, hit, strict=True) if was == (label == "no_alert")]
        name = {"alert": "recall", "review": "noticed", "no_alert": "false_alarms"}[label]
        figures[name] = share(sum(hit), len(some))
        kinds = sorted({_group(row) for row, _ in some})
        if kinds != [""]:
            figures[f"{name}_by_kind"] = {
                kind: share(
                    sum(was for (row, _), was in zip(some, hit, strict=True) if _group(row) == kind),
                    sum(_group(row) == kind for row, _ in some),
                )
                for kind in kinds
            }
    # An alarm, or low mood that is answered gently with the numbers and shown to staff.
    figures["answered_at_all"] = {
        label: share(
            sum(_noticed(found) for row, found in rows if row["label"] == label),
            sum(row["label"] == label for row, _ in rows),
        )
        for label in ("alert", "no_alert")
    }
    return figures


def _group(row: Row) -> str:
    return first_of(row, ("kind", "topic", "type"))


def _alarm(row: Row, found: Sequence[Finding], label: str) -> bool:
    """Rows without a kind are about self-harm: other kinds' alarms are neither a hit nor a false alarm there."""
    about_self_harm = not row.get("kind") and not row.get("topic")
    return any(one.alert and (not about_self_harm or one.kind in _SELF_HARM) for one in found)


def _noticed(found: Sequence[Finding]) -> bool:
    return any(one.alert or one.present for one in found)


def _ordinary(rows: list[tuple[Row, tuple[Finding, ...]]], misses: list[dict[str, Any]]) -> dict[str, Any]:
    kinds = Counter(kind for _, found in rows for kind in {one.kind for one in found if one.alert})
    misses += [_miss(row, found) for row, found in rows if any(one.alert for one in found)]
    return {
        "messages": len(rows),
        "alarms_per_1000": {kind: round(1000 * count / len(rows), 2) for kind, count in sorted(kinds.items())},
        "self_harm": share(sum(any(one.alert and one.kind == "self_harm" for one in found) for _, found in rows), len(rows)),
        "any": share(sum(any(one.alert for one in found) for _, found in rows), len(rows)),
    }


def _times(rows: list[Row], check: Check) -> dict[str, float]:
    """How long single messages take, and a message of 10,000 characters."""
    long = " ".join(first_of(row, ("text",)) for row in rows)[:100_000]
    pieces = [long[at : at + 10_000] for at in range(0, len(long), 10_000)] or [""]
    one = sorted(_taken(check, first_of(row, ("text",))) for row in rows[:500])
    return {
        "median": round(median(one), 3),
        "p99": round(quantiles(one, n=100)[-1], 3) if len(one) > 1 else round(one[0], 3),
        "of_10000_characters": round(max(_taken(check, piece) for piece in pieces), 3),
    }


def _taken(check: Check, text: str) -> float:
    began = time.perf_counter()
    check(text, None)
    return 1000 * (time.perf_counter() - began)


def _miss(row: Row, found: Sequence[Finding]) -> dict[str, Any]:
    return {
        "text": first_of(row, ("text",)),
        "context": first_of(row, ("context", "question")),
        "label": row.get("label", "ordinary"),
        "kind": _group(row),
        "heard": [
            {
                "kind": one.kind,
                "rule": one.rule,
                "words": one.words,
                "alert": one.alert,
                "negated": one.negated,
                "past": one.past,
                "other_person": one.other_person,
                "hypothetical": one.hypothetical,
            }
            for one in found
        ],
    }
